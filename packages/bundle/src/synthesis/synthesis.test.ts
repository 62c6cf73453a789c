import { randomFillSync } from 'node:crypto';
import { memoryLedgerStorage, systemRandom } from '@casebridge/privacy';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from '../canonical-json.ts';
import { sha256Hex, utf8 } from '../digest.ts';
import { manifestComment } from '../files.ts';
import { exampleContents, exampleDomains, exampleMeasured, exampleSigner } from '../fixture.ts';
import { parseCsv } from '../formats/csv.ts';
import { type FileSource, memoryFiles } from '../ports.ts';
import { readBundle } from '../read.ts';
import type { Bundle, Manifest } from '../types.ts';
import { verifyBundle } from '../verify.ts';
import { type BundleContents, writeBundle } from '../write.ts';
import { assembleSynthesis, type ReleasedSynthesis } from './assemble.ts';

const random = systemRandom((bytes) => randomFillSync(bytes));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
type Files = ReadonlyMap<string, Uint8Array>;

const storage = { ...memoryLedgerStorage(), durable: true };
const released = async (batch: number, previous: Bundle | null, seed: string): Promise<BundleContents> => {
  const measured = await exampleMeasured({ random, storage, batch, synthetic: true });
  const contents = exampleContents(measured, previous);
  if (!measured.synthesis) throw new Error('nothing was measured');
  const synthesis = await assembleSynthesis({
    previous,
    domains: exampleDomains,
    replicates: 3,
    added: { batch, cohorts: measured.cohorts, measured: measured.synthesis, seed },
  });
  return { ...contents, ...(synthesis ? { synthesis } : {}) };
};
const written = async (contents: BundleContents): Promise<Files> => {
  const target = memoryFiles();
  await writeBundle(contents, target, exampleSigner);
  return target.files;
};
const sourceOf = (files: Files): FileSource => ({
  list: async () => [...files.keys()],
  read: async (path) => files.get(path) as Uint8Array,
});

// What a steward could sign that changed files: hashes and signature hold, only the content is wrong.
const signedAgain = (files: Files, change: (path: string, bytes: Uint8Array) => Uint8Array | null): FileSource => {
  const copy = new Map<string, Uint8Array>();
  for (const [path, bytes] of files) {
    const made = path.startsWith('manifest.') ? bytes : change(path, bytes);
    if (made) copy.set(path, made);
  }
  const manifest = JSON.parse(text(files.get('manifest.json'))) as Manifest;
  const listed = manifest.files
    .filter(({ path }) => copy.has(path))
    .map((file) => {
      const bytes = copy.get(file.path) as Uint8Array;
      return { ...file, bytes: bytes.length, sha256: sha256Hex(bytes) };
    });
  const bytes = utf8(`${canonicalJson({ ...manifest, files: listed } as unknown as JsonValue)}\n`);
  copy.set('manifest.json', bytes);
  copy.set('manifest.minisig', utf8(exampleSigner.sign(bytes, manifestComment)));
  return sourceOf(copy);
};
const edited = (wanted: string, edit: (content: string) => string) => (path: string, bytes: Uint8Array) =>
  path === wanted ? utf8(edit(text(bytes))) : bytes;

let first: BundleContents;
let files: Files;
beforeAll(async () => {
  first = await released(1, null, '1'.repeat(64));
  files = await written(first);
});

describe('a bundle with synthetic records', () => {
  it('verifies, and says what was made again', async () => {
    const report = await verifyBundle(sourceOf(files));
    expect(report.synthetic).toMatchObject({ batches: 1, replicates: 3 });
    // 2,000 invented records; the noise of the total is some ten records.
    expect(Math.abs((report.synthetic?.records ?? 0) - 2000)).toBeLessThan(120);
  });

  it('has every file, marked as synthetic and as an example, row by row', () => {
    expect([...files.keys()].filter((path) => /synth|replicates/.test(path)).sort()).toEqual([
      'data/replicates/01.parquet',
      'data/replicates/02.parquet',
      'data/replicates/03.parquet',
      'data/synthesis.json',
      'data/synthetic-support.json',
      'data/synthetic.csv',
      'data/synthetic.parquet',
    ]);
    const rows = parseCsv(text(files.get('data/synthetic.csv')));
    expect(rows[0]).toEqual(['synthetic', 'period', 'batch', 'sex_or_gender', 'purpose_summary', 'example']);
    for (const row of rows.slice(1)) {
      expect(row[0]).toBe('synthetic record, not a person');
      expect(row.at(-1)).toBe('Example data, not real');
    }
    for (const path of ['data/synthesis.json', 'data/synthetic-support.json'])
      expect(text(files.get(path))).toContain('Example data, not real');
  });

  it('says which tables were measured, and the error to expect of them', () => {
    const { tables } = JSON.parse(text(files.get('data/synthetic-support.json')));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ supported: true, supportedByPeriod: true });
    expect(tables[0].expectedError).toBeGreaterThan(0);
    expect(tables[0].expectedError).toBeLessThan(0.1);
  });

  it('gives the same bytes for the same measurements and seed', async () => {
    const again = await written(first);
    for (const [path, bytes] of again) expect(Buffer.compare(bytes, files.get(path) as Uint8Array), path).toBe(0);
  });

  it('begins the next release’s file with its own bytes, and its replicates stay', async () => {
    const previous = await readBundle(sourceOf(files));
    const second = await written(await released(2, previous, '2'.repeat(64)));
    const [before, after] = [files, second].map((own) => own.get('data/synthetic.csv') as Uint8Array);
    expect(after?.length).toBeGreaterThan(before?.length ?? 0);
    expect(Buffer.compare(after?.subarray(0, before?.length) ?? new Uint8Array(), before as Uint8Array)).toBe(0);
    const { synthesis } = await readBundle(sourceOf(second));
    expect(synthesis?.batches.map(({ batch }) => batch)).toEqual([1, 2]);
    expect(synthesis?.batches[0]).toEqual(previous.synthesis?.batches[0]);
    await expect(verifyBundle(sourceOf(second))).resolves.toMatchObject({ cohorts: 4, synthetic: { batches: 2 } });
  });

  it('carries earlier records forward where nobody was measured for the first time', async () => {
    const previous = await readBundle(sourceOf(files));
    const carried = await assembleSynthesis({ previous, domains: exampleDomains, replicates: 3, added: null });
    expect(carried?.records.map(({ rows }) => rows)).toEqual(first.synthesis?.records.map(({ rows }) => rows));
    expect(await assembleSynthesis({ previous: null, domains: exampleDomains, replicates: 3, added: null })).toBeNull();
  });
});

describe('verifyBundle on synthetic records that were changed and signed again', () => {
  it.each([
    [
      'one cell of the CSV',
      edited('data/synthetic.csv', (content) => content.replace(',female,', ',male,')),
      { code: 'bundle-synthetic', message: expect.stringContaining('data/synthetic.csv') },
    ],
    [
      'one measurement',
      edited('data/synthesis.json', (content) =>
        content.replace(
          /("set":\["period","purpose_summary"\].*"values":\[)(\d+)/,
          (_, head, value) => `${head}${Number(value) + 90}`,
        ),
      ),
      { code: 'bundle-synthetic', message: expect.stringContaining('data/synthetic.csv') },
    ],
    [
      'the seed',
      edited('data/synthesis.json', (content) => content.replace('1'.repeat(64), '3'.repeat(64))),
      { code: 'bundle-synthetic' },
    ],
    [
      'a support flag',
      edited('data/synthetic-support.json', (content) => content.replace('"supported":true', '"supported":false')),
      { code: 'bundle-synthetic', message: expect.stringContaining('synthetic-support') },
    ],
    [
      'less noise than was paid for',
      edited('data/synthesis.json', (content) => content.replace('"variance":"100"', '"variance":"24"')),
      { code: 'bundle-budget', message: expect.stringMatching(/synthetic records of cohort 2014\.1 cost more/) },
    ],
    [
      'choices that cost more than was paid for',
      edited('data/synthesis.json', (content) => content.replace('{"num":"0","den":"1"}', '{"num":"1","den":"50"}')),
      { code: 'bundle-budget' },
    ],
    [
      'a residual that no table measurement is, beyond what tables cost',
      edited('data/synthesis.json', (content) =>
        content.replace(
          /("cohort":"2014.1","set":\[\],"kind":"residual","variance":"\d+","values":\[)(\d+)/,
          (_, head, value) => `${head}${Number(value) + 1}`,
        ),
      ),
      { code: 'bundle-budget', message: expect.stringMatching(/measurements of cohort 2014\.1 cost more/) },
    ],
    [
      'a replicate left out',
      (path: string, bytes: Uint8Array) => (path === 'data/replicates/02.parquet' ? null : bytes),
      { code: 'bundle-missing-file', message: expect.stringContaining('data/replicates/02.parquet') },
    ],
    [
      'a replicate that is another file',
      (path: string, bytes: Uint8Array) =>
        path === 'data/replicates/02.parquet' ? (files.get('data/tables.parquet') as Uint8Array) : bytes,
      { code: 'bundle-synthetic', message: expect.stringContaining('data/replicates/02.parquet') },
    ],
    [
      'the measurements left out',
      (path: string, bytes: Uint8Array) => (path === 'data/synthesis.json' ? null : bytes),
      { code: 'bundle-extra-file' },
    ],
  ] as [string, (path: string, bytes: Uint8Array) => Uint8Array | null, object][])(
    'notices %s',
    async (_, change, refusal) => {
      await expect(verifyBundle(signedAgain(files, change))).rejects.toMatchObject(refusal);
    },
  );

  it('holds where nothing was changed', async () => {
    await expect(verifyBundle(signedAgain(files, (_, bytes) => bytes))).resolves.toMatchObject({ cohorts: 2 });
  });

  it('notices a replicate missing from the folder', async () => {
    const copy = new Map(files);
    copy.delete('data/replicates/03.parquet');
    await expect(verifyBundle(sourceOf(copy))).rejects.toMatchObject({ code: 'bundle-missing-file' });
  });
});

describe('assembleSynthesis', () => {
  it('takes nothing but protected measurements, and the writer nothing but what it gave', async () => {
    const bare = { batch: 1, cohorts: [], measured: {} as never, seed: '1'.repeat(64) };
    await expect(
      assembleSynthesis({ previous: null, domains: exampleDomains, replicates: 3, added: bare }),
    ).rejects.toThrow(TypeError);
    const copied = { ...first, synthesis: { ...first.synthesis } as ReleasedSynthesis };
    await expect(writeBundle(copied, memoryFiles(), exampleSigner)).rejects.toThrow(TypeError);
  });

  it('keeps columns and replicates within a series', async () => {
    const previous = await readBundle(sourceOf(files));
    const { sex_or_gender } = exampleDomains;
    for (const other of [
      { domains: { sex_or_gender }, replicates: 3 },
      { domains: exampleDomains, replicates: 4 },
    ])
      await expect(assembleSynthesis({ previous, added: null, ...other })).rejects.toMatchObject({
        code: 'bundle-series-break',
        exit: 2,
      });
  });
});
