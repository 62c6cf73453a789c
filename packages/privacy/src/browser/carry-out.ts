/**
 * The tasks of the synthesis worker. What is measured here is paid for in a ledger that the page forgets, so the measurements
 * file says so in its first line and a bundle takes none of it.
 */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { rehearseSynthesis } from '../audit/rehearsal.ts';
import { tableFromCsv } from '../columns/csv-table.ts';
import { csvText } from '../columns/csv-text.ts';
import { parseDeclaredDomain } from '../columns/domain-file.ts';
import { addParentColumns } from '../columns/parent-columns.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { runSynthesisJob } from '../measure/run-synthesis.ts';
import { readProtected } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { driveSynthesis } from '../synthesis/drive-synthesis.ts';
import { type OneShotFile, parseOneShot, serialiseOneShot } from '../synthesis/one-shot-file.ts';
import { oneShotRecords } from '../synthesis/one-shot-records.ts';
import { planSynthesisJob } from '../synthesis/plan-job.ts';
import { synthesisModel } from '../synthesis/synthetic-table.ts';
import { blobText } from './blob-text.ts';
import type {
  MeasuredCode,
  SynthesisAnswer,
  SynthesisPhase,
  SynthesisResult,
  SynthesisSettings,
  SynthesisTask,
} from './messages.ts';
import { readColumns } from './read-columns.ts';

/** What tasks need of the world. */
export interface World {
  readonly random: RandomBytes;
  /** UTC to the second, `2016-05-20T09:30:00Z`. */
  readonly now: () => string;
  readonly tell: (phase: SynthesisPhase, done: number) => void;
}

/** What the first line of a measurements file from a page says. */
export const pageNote = 'Measured in a web page, without a lasting ledger: not for a release.';

/** Carries out one task. Refusal: as on the command line, with nothing spent. */
export async function carryOut(task: SynthesisTask, world: World): Promise<SynthesisAnswer> {
  switch (task.kind) {
    case 'columns':
      world.tell('reading', 0);
      return { kind: 'columns', ...(await readColumns(blobText(task.file), task.name)) };
    case 'rehearse':
      return {
        kind: 'rehearsed',
        ...(await rehearseSynthesis(jobOf(task.settings), driveSynthesis, task.records, (done) =>
          world.tell('rehearsing', done),
        )),
      };
    case 'synthesise':
      return { kind: 'synthesised', result: await synthesise(task, world) };
    case 'again': {
      const file = parseOneShot(task.measurements, task.name);
      return { kind: 'synthesised', result: recordsOf(file, [], world) };
    }
  }
}

async function synthesise(
  { settings, file, name }: Extract<SynthesisTask, { kind: 'synthesise' }>,
  world: World,
): Promise<SynthesisResult> {
  const { random, now, tell } = world;
  const declared = parseDeclaredDomain(settings.domain, 'the domain');
  const job = jobOf(settings);
  tell('reading', 0);
  const { table, ignored } = await tableFromCsv(blobText(file), name, declared.domains, {
    structuralZeros: declared.structuralZeros,
  });
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'the ledger of this page',
    random,
    now,
    anchor: null,
    code: { commit: 'casebridge', build: '0.1.0' },
  });
  tell('measuring', 0.1);
  const facts = {
    recipe: bytesToHex(sha256(utf8ToBytes(JSON.stringify(settings)))),
    snapshot: bytesToHex(sha256(random(32))),
    purpose: `synthetic records by ${job.method}, in a page`,
  };
  const marginals = memoryMarginals(addParentColumns(table, job.declared));
  const measured = await runSynthesisJob(job, driveSynthesis, marginals, ledger, random, facts, {
    onProgress: (spent) => tell('measuring', 0.1 + 0.6 * spent),
  });
  const seed = bytesToHex(random(32));
  return recordsOf({ published: readProtected(measured), columns: job.columns, seed, rows: null }, ignored, world);
}

function jobOf({ domain, epsilon, delta, method, modelSize }: SynthesisSettings) {
  return planSynthesisJob({ declared: parseDeclaredDomain(domain, 'the domain'), epsilon, delta, method, modelSize });
}

function recordsOf(file: OneShotFile, ignored: readonly string[], { tell }: World): SynthesisResult {
  tell('fitting', 0.7);
  const model = synthesisModel(file.published);
  tell('records', 0.85);
  const table = oneShotRecords(file, model);
  const text = serialiseOneShot(file);
  return {
    records: table.rows,
    csv: utf8Of(csvText(table)),
    measurements: `{"note":${JSON.stringify(pageNote)},\n${text.slice(1)}`,
    measured: file.published.measurements.length,
    codes: singleCounts(file),
    ignored,
  };
}

/** Noisy counts of single columns, measurements of one column joined by their precision. */
function singleCounts({ published, columns }: OneShotFile): MeasuredCode[] {
  return columns.flatMap((column) => {
    const own = published.measurements.filter(({ set }) => set.length === 1 && set[0] === column);
    const precision = own.reduce((sum, { variance }) => sum + 1 / Number(variance), 0);
    if (precision === 0) return [];
    return (published.domains[column] ?? []).map((code, at) => ({
      column,
      code,
      estimate:
        own.reduce((sum, { values, variance }) => sum + (values[at] as number) / Number(variance), 0) / precision,
      sd: Math.sqrt(1 / precision),
    }));
  });
}

function utf8Of(pieces: Iterable<string>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = Array.from(pieces, (piece) => encoder.encode(piece));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
