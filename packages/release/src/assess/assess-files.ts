import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type CaseTable, parseDomainFile, tableFromCsv } from '@casebridge/privacy';
import { type AssessmentOptions, assessUtility, readInternalUtility } from '@casebridge/privacy/utility';
import { Refusal } from '@casebridge/refusal';
import { z } from 'zod';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { type AssessmentNumbers, assessmentNumbers } from './assessment-numbers.ts';
import { assessmentPage } from './assessment-page.ts';
import { assessmentTables, type TextTable } from './assessment-tables.ts';
import { internalNote, sdsTraps } from './internal-note.ts';

/** What `casebridge assess` is given. */
export interface AssessFilesOptions extends Omit<AssessmentOptions, 'workload' | 'onProgress'> {
  readonly real: string;
  readonly synthetic: string;
  /** Path of a domain file. */
  readonly domain: string;
  /** Path of a JSON list of tables with weights. */
  readonly workload?: string;
  /** Folder for `assess.json` and `assess.html`; nothing is written when absent. */
  readonly out?: string;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface AssessedFiles {
  readonly internal: typeof internalNote;
  readonly numbers: AssessmentNumbers;
  readonly tables: readonly TextTable[];
  /** What to mind when the figures of Synthetic Data Showcase are compared; empty where combinations were not asked for. */
  readonly traps: readonly string[];
  readonly ignoredColumns: readonly string[];
  /** Paths written. */
  readonly files: readonly string[];
}

export { assessmentMetrics } from '@casebridge/privacy/utility';

const workloadFile = z.array(z.strictObject({ set: z.array(z.string()).min(1), weight: z.number().positive() })).min(1);

/**
 * Compares a file with the real one and writes what was found, for the steward's eyes.
 * Refusal: unreadable files, values outside the domain, unknown columns, files without rows, results already there, or more
 * combinations than can be counted.
 */
export async function assessFiles(options: AssessFilesOptions): Promise<AssessedFiles> {
  const { real, synthetic, domain, out, workload, onProgress, ...measures } = options;
  const { signal } = measures;
  const files = out === undefined ? [] : [join(out, 'assess.json'), join(out, 'assess.html')];
  await refuseExisting(files);
  const domains = parseDomainFile(await readFile(domain, 'utf8'), basename(domain));
  refuseUnknown(Object.keys(domains), measures);
  const weights = workload === undefined ? undefined : await readWorkload(workload, Object.keys(domains));
  const reading = signal ? { signal } : {};
  onProgress?.('reading', 0);
  const ours = await tableFromCsv(createReadStream(real), basename(real), domains, reading);
  const theirs = await tableFromCsv(createReadStream(synthetic), basename(synthetic), domains, reading);
  refuseEmpty(ours.table, basename(real));
  refuseEmpty(theirs.table, basename(synthetic));
  const assessment = readInternalUtility(
    await assessUtility(ours.table, theirs.table, {
      ...measures,
      ...(weights ? { workload: weights } : {}),
      onProgress: (metric, done) => onProgress?.(metric, done),
    }),
  );
  const numbers = assessmentNumbers(assessment);
  const traps = assessment.combinations ? sdsTraps : [];
  if (files[0] !== undefined && files[1] !== undefined) {
    onProgress?.('writing', 1);
    const { groups, length, absent, sensitiveZeros, area } = measures;
    const content = {
      format: 'casebridge-assessment-1',
      internal: internalNote,
      options: { groups, length, absent, sensitiveZeros, area },
      numbers,
      traps,
      assessment,
    };
    const names = { real: basename(real), other: basename(synthetic) };
    await writeTogether(
      [
        { path: files[0], pieces: () => [`${JSON.stringify(content, null, 1)}\n`] },
        { path: files[1], pieces: () => [assessmentPage(assessment, names)] },
      ],
      reading,
    );
  }
  return {
    internal: internalNote,
    numbers,
    tables: assessmentTables(assessment),
    traps,
    ignoredColumns: ours.ignored,
    files,
  };
}

function refuseUnknown(
  columns: readonly string[],
  { groups, targets, area }: Omit<AssessmentOptions, 'workload'>,
): void {
  for (const name of [...(groups ?? []), ...(targets ?? []), ...(area ? [area] : [])]) {
    if (columns.includes(name)) continue;
    throw new Refusal('assess-column', `The domain has no column '${name}'; name one of ${columns.join(', ')}.`);
  }
}

function refuseEmpty({ rows }: CaseTable, name: string): void {
  if (rows === 0) throw new Refusal('assess-empty', `${name}: no records; there is nothing to compare.`);
}

async function readWorkload(path: string, columns: readonly string[]) {
  const name = basename(path);
  const refuse = (what: string) =>
    new Refusal('assess-workload', `${name}: ${what}; write [{"set": ["column", …], "weight": 1}, …].`);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw refuse('not a readable JSON file');
  }
  const parsed = workloadFile.safeParse(content);
  if (!parsed.success) throw refuse('not a list of tables with weights');
  for (const { set } of parsed.data) {
    const unknown = set.find((column) => !columns.includes(column));
    if (unknown !== undefined) throw refuse(`the domain has no column '${unknown}'`);
    if (new Set(set).size !== set.length) throw refuse('a table names a column twice');
  }
  return parsed.data;
}
