import { randomFillSync } from 'node:crypto';
import type { Figure } from '@casebridge/figures/types';
import { memoryLedgerStorage, systemRandom, unsafeTestRandom } from '@casebridge/privacy';
import { answersFrom } from '@casebridge/privacy/results';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvalsFile, signApproval } from './approvals.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex, utf8 } from './digest.ts';
import { manifestComment } from './files.ts';
import { exampleApprovers, exampleContents, exampleContributor, exampleMeasured, exampleSigner } from './fixture.ts';
import { parseCsv } from './formats/csv.ts';
import { assembleMeasurements } from './measurements.ts';
import { type FileSource, memoryFiles } from './ports.ts';
import { readBundle } from './read.ts';
import type { Approvals } from './types.ts';
import { checkUtility } from './utility-file.ts';
import { verifyBundle } from './verify.ts';
import { type BundleContents, writeBundle } from './write.ts';

const random = systemRandom((bytes) => randomFillSync(bytes));
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
let contents: BundleContents;
let files: ReadonlyMap<string, Uint8Array>;

const written = async (from: BundleContents) => {
  const target = memoryFiles();
  await writeBundle(from, target, exampleSigner);
  return target;
};
const sourceOf = (entries: ReadonlyMap<string, Uint8Array>): FileSource => ({
  list: async () => [...entries.keys()],
  read: async (path) => entries.get(path) as Uint8Array,
});
const changed = (path: string, bytes: Uint8Array | null): FileSource => {
  const copy = new Map(files);
  if (bytes) copy.set(path, bytes);
  else copy.delete(path);
  return sourceOf(copy);
};

beforeAll(async () => {
  contents = exampleContents(await exampleMeasured({ random }));
  const target = await written(contents);
  const bundle = await readBundle(target);
  const signatures = [
    [exampleContributor, 'consent'],
    [exampleApprovers[0], 'approval'],
    [exampleApprovers[1], 'approval'],
  ] as const;
  const approvals = signatures.reduce<Approvals | null>(
    (held, [signer, role]) => signApproval({ ...bundle, approvals: held }, signer, role, '2016-05-21'),
    null,
  );
  await target.write('approvals.json', approvalsFile(approvals as Approvals));
  await target.commit();
  files = target.files;
});

describe('writeBundle', () => {
  it('gives the same bytes for the same measurements', async () => {
    const again = await written(contents);
    expect([...again.files.keys()].sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'approvals.json').sort(),
    );
    for (const [path, bytes] of again.files) expect(Buffer.compare(bytes, files.get(path) as Uint8Array), path).toBe(0);
  });

  it('carries the error to expect of every published table, which follows from the noise alone', async () => {
    const { tables, basis } = JSON.parse(text(files.get('docs/utility.json'))) as {
      basis: string;
      tables: { variables: string[]; cells: number; sd: number; expectedDistance: number }[];
    };
    expect(basis).toBe('predicted from the noise; no real record was compared');
    expect(tables.map(({ variables }) => variables)).toEqual(contents.measurements.tables);
    for (const { sd, expectedDistance } of tables) {
      expect(sd).toBeGreaterThan(0);
      expect(expectedDistance).toBeGreaterThan(0);
    }
    const bundle = await readBundle(sourceOf(files));
    const forged = utf8(
      text(files.get('docs/utility.json')).replace(/"expectedDistance":[\d.]+/, '"expectedDistance":0.0001'),
    );
    const lying = {
      ...bundle,
      file: async (path: string) => (path === 'docs/utility.json' ? forged : bundle.file(path)),
    };
    const answers = answersFrom(bundle.measurements);
    await expect(checkUtility(lying, answers)).rejects.toMatchObject({ code: 'bundle-utility', exit: 3 });
    await checkUtility(bundle, answers);
  });

  it('gives a bundle that verifies with itself alone', async () => {
    const report = await verifyBundle(sourceOf(files));
    expect(report).toMatchObject({ pinned: false, cohorts: 2, figures: { recomputed: 2, declared: 1, withheld: 0 } });
    expect(report.approvals).toEqual({ signed: 3, missing: { consents: [], approvals: 0, approvers: [] } });
    expect((await verifyBundle(sourceOf(files), { publicKey: exampleSigner.publicKey })).pinned).toBe(true);
  });

  it('marks every file of example data, and every row', () => {
    const rows = parseCsv(text(files.get('data/tables.csv')));
    expect(rows[0]?.at(-1)).toBe('example');
    for (const row of rows.slice(1)) expect(row.at(-1)).toBe('Example data, not real');
    for (const [path, bytes] of files) {
      if (/\.json(l)?$/.test(path) && path.startsWith('d'))
        expect(text(bytes), path).toContain('Example data, not real');
    }
  });

  it('writes one row a cell: periods, all years together, 3 × 3 codes', () => {
    const rows = parseCsv(text(files.get('data/tables.csv'))).slice(1);
    expect(rows).toHaveLength(3 * 9);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['2014', '2015', 'all']));
    expect(rows[0]?.slice(0, 2)).toEqual(['sex_or_gender;purpose_summary', 'female;labour']);
  });

  it('keeps labels that look like formulas from running, and gives them back', () => {
    const csv = text(files.get('data/tables.csv'));
    expect(parseCsv(csv)[1]?.[9]).toBe('sex_or_gender: =label of female; purpose_summary: =label of labour');
    expect(csv).not.toMatch(/(^|,)"?[=@]/m);
  });

  it('leaves nothing where writing fails half-way', async () => {
    const target = memoryFiles();
    let writes = 0;
    const failing = {
      ...target,
      write: async (path: string, bytes: Uint8Array) => {
        writes += 1;
        if (writes === 4) throw new Error('no space');
        await target.write(path, bytes);
      },
    };
    await expect(writeBundle(contents, failing, exampleSigner)).rejects.toThrow('no space');
    expect(target.files.size).toBe(0);
  });

  it('refuses test noise, a ledger in memory, and anything that is not protected', async () => {
    const unsafe = await exampleMeasured({ random: unsafeTestRandom('seed') });
    expect(() => exampleContents(unsafe)).toThrow(expect.objectContaining({ code: 'unsafe-test-noise', exit: 3 }));
    const forgetful = await exampleMeasured({ random, storage: memoryLedgerStorage() });
    expect(() => exampleContents(forgetful)).toThrow(expect.objectContaining({ code: 'ledger-not-durable', exit: 3 }));
    const { measurements } = contents;
    const bare = { ...measurements, added: [measurements.measurements as never], previous: null };
    expect(() => assembleMeasurements(bare)).toThrow(TypeError);
    const copied = { ...contents, measurements: { ...measurements } };
    await expect(writeBundle(copied as BundleContents, memoryFiles(), exampleSigner)).rejects.toThrow(TypeError);
  });

  it('carries the cohorts of a verified bundle forward, and only of a verified one', async () => {
    const previous = await readBundle(sourceOf(files));
    const measured = await exampleMeasured({ random, batch: 2 });
    expect(() => exampleContents(measured, { ...previous })).toThrow(TypeError);
    const { measurements } = assembleWith(previous, measured);
    expect(new Set(measurements.map(({ cohort }) => cohort))).toEqual(
      new Set(['2014.1', '2014.2', '2015.1', '2015.2']),
    );
  });

  it('refuses to change the tables of a series', async () => {
    const previous = await readBundle(sourceOf(files));
    const measured = await exampleMeasured({ random, batch: 2 });
    expect(() =>
      assembleMeasurements({
        ...measured,
        previous,
        domains: contents.measurements.domains,
        tables: [],
        structuralZeros: {},
      }),
    ).toThrow(/start a new series/);
  });
});

function assembleWith(
  previous: Awaited<ReturnType<typeof readBundle>>,
  measured: Awaited<ReturnType<typeof exampleMeasured>>,
) {
  const { domains, tables, structuralZeros } = contents.measurements;
  return assembleMeasurements({ ...measured, previous, domains, tables, structuralZeros });
}

describe('readBundle', () => {
  it('refuses a flipped byte in any file, by name', async () => {
    for (const [path, bytes] of files) {
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const flipped = bytes.slice();
        flipped[at] = (flipped[at] as number) ^ 1;
        await expect(readBundle(changed(path, flipped)), `${path} byte ${at}`).rejects.toMatchObject({
          name: 'Refusal',
          message: expect.stringContaining(path),
        });
      }
    }
  });

  it('refuses a missing file, by name', async () => {
    for (const path of files.keys()) {
      if (path === 'approvals.json') continue;
      await expect(readBundle(changed(path, null)), path).rejects.toThrow(`${path} is missing`);
    }
  });

  it.each(['data/more.csv', 'index.html', 'docs/codebook.json.bak'])(
    'refuses the additional file %s, by name',
    async (path) => {
      await expect(readBundle(changed(path, new Uint8Array(1)))).rejects.toThrow(`${path} is not part of the bundle`);
    },
  );

  it('refuses a bundle that somebody else signed when the key is known', async () => {
    const publicKey = exampleContributor.publicKey;
    await expect(readBundle(sourceOf(files), { publicKey })).rejects.toMatchObject({ code: 'bundle-signer', exit: 3 });
  });
});

describe('figures that the measurements do not give', () => {
  const forgeries: readonly [string, string, (value: number) => Partial<Figure>, RegExp][] = [
    [
      'a value that is not theirs',
      'sex.male.2015',
      () => ({ value: 0.9 }),
      /sex\.male\.2015 has a value that the measurements do not give/,
    ],
    [
      'an interval narrower than the noise',
      'victims.2015',
      (value) => ({ interval: [value, value] }),
      /victims\.2015 has an interval that the measurements do not give/,
    ],
  ];
  const forge = (id: string, change: (value: number) => Partial<Figure>) =>
    contents.figures.map((figure) => (figure.id === id ? { ...figure, ...change(figure.value ?? 0) } : figure));

  it.each(forgeries)('are not written: %s', async (_name, id, change, message) => {
    const target = memoryFiles();
    await expect(writeBundle({ ...contents, figures: forge(id, change) }, target, exampleSigner)).rejects.toThrow(
      message,
    );
    expect(target.files.size).toBe(0);
  });

  it.each(forgeries)('do not verify, although all was signed: %s', async (_name, id, change, message) => {
    const lines = forge(id, change).map((figure) => JSON.stringify(figure));
    const forged = resigned('data/figures.json', utf8(`[\n${lines.join(',\n')}\n]\n`));
    await expect(readBundle(forged)).resolves.toBeDefined();
    await expect(verifyBundle(forged)).rejects.toThrow(message);
  });
});

/** The bundle with one file replaced, and signed again by the one who built it. */
function resigned(path: string, bytes: Uint8Array): FileSource {
  const manifest = JSON.parse(text(files.get('manifest.json'))) as { files: { path: string }[] };
  const listed = manifest.files.map((file) =>
    file.path === path ? { ...file, bytes: bytes.length, sha256: sha256Hex(bytes) } : file,
  );
  const manifestBytes = utf8(`${canonicalJson({ ...manifest, files: listed })}\n`);
  const copy = new Map(files);
  copy.delete('approvals.json');
  copy.set(path, bytes);
  copy.set('manifest.json', manifestBytes);
  copy.set('manifest.minisig', utf8(exampleSigner.sign(manifestBytes, manifestComment)));
  return sourceOf(copy);
}
