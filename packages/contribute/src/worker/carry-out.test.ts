import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { agreementFile, coverageFile, exampleContributors, writeExampleFiles } from '@casebridge/examples';
import { checkTexts, parseMapping, wrongCheckTexts } from '@casebridge/intake';
import { mapPath, suggestPath } from '@casebridge/intake/node';
import type { Finding } from '@casebridge/standard';
import { newIdentity, openParcel, recipientOf, writeRecords, writeRecordsCsv } from '@casebridge/submission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFile } from '../fixture-samples.ts';
import { carryOut, type World } from './carry-out.ts';
import { speakFurther } from './further-language.ts';
import type { Checked, MappedSource } from './messages.ts';

const today = '2026-05-20';
const world: World = { today: () => today, random: (bytes) => new Uint8Array(randomBytes(bytes)), tell: () => {} };
const folder = mkdtempSync(join(tmpdir(), 'casebridge-contribute-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const languages = fileURLToPath(new URL('../../../portal/languages/', import.meta.url));
const mappings = ['mappings', 'examples/mappings'].flatMap((from) => {
  const at = fileURLToPath(new URL(`../../../../${from}/`, import.meta.url));
  return readdirSync(at)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name.replace('.yaml', ''), readFileSync(join(at, name), 'utf8')] as const)
    .filter(([, text]) => /^samples:/m.test(text));
});

function sourceOf(name: string, bytes: BlobPart, mapping: string, more: Partial<MappedSource> = {}): MappedSource {
  const text = { name: 'mapping.yaml', text: mapping };
  return { file: new Blob([bytes]), name, mapping: text, agreement: null, recordKey: null, ...more };
}

async function checked(source: MappedSource, language = 'en'): Promise<Checked> {
  const answer = await carryOut({ kind: 'check', source, language, showValues: false }, world);
  if (answer.kind !== 'checked') throw new Error('not checked');
  return answer.checked;
}

async function records(source: MappedSource, format: 'csv' | 'parquet'): Promise<Buffer> {
  const answer = await carryOut({ kind: 'records', source, format }, world);
  if (answer.kind !== 'records') throw new Error('no records');
  return Buffer.from(answer.bytes);
}

/** Findings and records of the same file as the command line reads it: from a disk. */
async function fromDisk(path: string, mapping: string) {
  const file = await mapPath([path], parseMapping(mapping, 'mapping.yaml'), { today, onStop: 'report' });
  const findings: Finding[] = [];
  for await (const block of file.blocks) findings.push(...block.findings);
  const again = () => mapPath([path], parseMapping(mapping, 'mapping.yaml'), { today });
  return { summary: await file.summary, findings, again };
}

describe('a file in the page', () => {
  it.each(mappings)(
    'gives the findings and the standard records of the command line: samples of %s',
    async (id, text) => {
      const sample = sampleFile(id, text);
      const path = join(folder, sample.name);
      writeFileSync(path, sample.text);
      const here = await fromDisk(path, sample.mapping);
      const source = sourceOf(sample.name, sample.text, sample.mapping);
      const { json, rowsRead, rowsKept, groups } = await checked(source);
      expect({ rowsRead, rowsKept }).toEqual({ rowsRead: here.summary.rowsRead, rowsKept: here.summary.rowsKept });
      const { first, ...summary } = JSON.parse(json) as { first: readonly Finding[] };
      expect(summary).toEqual(here.summary);
      for (const finding of first) expect(here.findings).toContainEqual(finding);
      expect(Object.fromEntries(groups.map(({ code, count }) => [code, count]))).toEqual(
        Object.fromEntries(Object.entries(here.summary.findings).map(([code, { count }]) => [code, count])),
      );
      const csv: string[] = [];
      for await (const part of writeRecordsCsv((await here.again()).blocks)) csv.push(part);
      expect((await records(source, 'csv')).toString('utf8')).toBe(csv.join(''));
      expect(
        (await records(source, 'parquet')).equals(Buffer.from(await writeRecords((await here.again()).blocks))),
      ).toBe(true);
    },
  );

  it('reads a workbook and a packed file as they lie on a disk, and drafts the same mapping', async () => {
    const [submission] = (await writeExampleFiles(folder)).filter(({ contributor }) => contributor.id.includes('ngo'));
    if (!submission) throw new Error('there is an example workbook');
    const bytes = readFileSync(submission.path);
    const name = submission.path.split('/').at(-1) ?? '';
    const opened = await carryOut({ kind: 'open', file: new Blob([bytes]), name, language: 'fr' }, world);
    if (opened.kind !== 'opened') throw new Error('not opened');
    const suggested = await suggestPath(submission.path);
    expect(opened.draft.mapping).toBe(suggested.mapping);
    expect(opened.draft.lines.map(({ column }) => column)).toEqual(suggested.lines.map(({ column }) => column));
    expect(opened.draft.lines.map(({ becomes }) => becomes)).toContain('Sexe');
    for (const { question } of opened.draft.questions)
      expect(question).not.toMatch(/^(the column|no column|these values)/);

    const sample = sampleFile('iom-style', mappings.find(([id]) => id === 'iom-style')?.[1] ?? '');
    const packed = sourceOf(`${sample.name}.gz`, gzipSync(sample.text), sample.mapping);
    expect((await checked(packed)).rowsRead).toBe(
      (await checked(sourceOf(sample.name, sample.text, sample.mapping))).rowsRead,
    );
  });

  it('offers the shipped mapping that the file was made for first', async () => {
    for (const id of ['iom-style', 'htcds-xlsform', 'ctdc-kanon-2020']) {
      const text = mappings.find(([name]) => name === id)?.[1] ?? '';
      const sample = sampleFile(id, text);
      const opened = await carryOut(
        { kind: 'open', file: new Blob([sample.text]), name: sample.name, language: 'en' },
        world,
      );
      if (opened.kind !== 'opened') throw new Error('not opened');
      expect(opened.fits[0]).toMatchObject({ id, isWhole: true });
      expect(await carryOut({ kind: 'shipped', id }, world)).toEqual({ kind: 'shipped', text });
    }
  });

  it('says problems, losses and answers in the language of the page', async () => {
    const sample = sampleFile('iom-style', mappings.find(([id]) => id === 'iom-style')?.[1] ?? '');
    const source = sourceOf(sample.name, sample.text, sample.mapping);
    const said = await Promise.all(['en', 'fr', 'es', 'ar'].map((language) => checked(source, language)));
    expect(new Set(said.map(({ groups }) => groups[0]?.first[0]?.text)).size).toBe(4);
    expect(new Set(said.map(({ losses }) => losses.map(({ becomes }) => becomes).join())).size).toBe(4);
    expect(new Set(said.map(({ report }) => report?.parts.map(({ label }) => label).join())).size).toBe(4);
    expect(new Set(said.map(({ json }) => json)).size).toBe(1);
  });

  it.each(readdirSync(languages))(
    'speaks the further language %s in findings, losses, questions and its report',
    async (tag) => {
      const read = (name: string) =>
        JSON.parse(readFileSync(join(languages, tag, name), 'utf8')) as Record<string, string>;
      const checks = read('checks.json');
      expect(wrongCheckTexts(checks)).toEqual([]);
      expect(Object.keys(checks).sort()).toEqual(Object.keys(checkTexts('en')).sort());
      const same = Object.entries(checkTexts('en')).filter(
        ([key, text]) => checks[key] === text && !/^[{}\w:|. ]+$/.test(text),
      );
      expect(same).toEqual([]);
      speakFurther({ tag, locale: tag, labels: read('labels.json'), figures: read('figures.json'), checks });
      const text = mappings.find(([id]) => id === 'iom-style')?.[1] ?? '';
      const sample = sampleFile('iom-style', text);
      const [header = '', ...rows] = sample.text.split('\r\n');
      const torn = [
        header,
        ...rows.map((row, at) => (at === 0 ? `${row},"more"` : row.replaceAll('"1"', '"perhaps"'))),
      ];
      const source = sourceOf(sample.name, torn.join('\r\n'), sample.mapping);
      const [own, english] = [await checked(source, tag), await checked(source, 'en')];
      const told = ({ groups }: Checked) => groups.flatMap(({ first }) => first.map((one) => one.text));
      expect(told(own).length).toBeGreaterThan(1);
      for (const [at, one] of told(own).entries()) expect(one).not.toBe(told(english)[at]);
      const whole = sourceOf(sample.name, sample.text, sample.mapping);
      const labels = ({ report }: Checked) => report?.figures[0]?.figures.map(({ label }) => label) ?? [];
      const [mine, theirs] = [labels(await checked(whole, tag)), labels(await checked(whole, 'en'))];
      expect(mine.length).toBeGreaterThan(10);
      expect(mine.filter((label) => theirs.includes(label)).length).toBeLessThan(mine.length / 4);
      const open = { kind: 'open', file: source.file, name: sample.name, language: tag } as const;
      const drafted = await carryOut(open, world);
      const inEnglish = await carryOut({ ...open, language: 'en' }, world);
      if (drafted.kind !== 'opened' || inEnglish.kind !== 'opened') throw new Error('not opened');
      expect(drafted.draft.questions.length).toBeGreaterThan(0);
      for (const [at, { question }] of drafted.draft.questions.entries()) {
        expect(question).not.toBe(inEnglish.draft.questions[at]?.question);
      }
    },
  );

  it('says no as the command line does', async () => {
    await expect(checked(sourceOf('a.csv', 'a,b\n', 'mapping: x\nfields: 3\n'))).rejects.toMatchObject({ exit: 2 });
    await expect(carryOut({ kind: 'keys', organisation: 'No Such' }, world)).rejects.toMatchObject({
      code: 'organisation',
    });
  });
});

describe('the parcel', () => {
  const contributor = exampleContributors[0];
  if (!contributor) throw new Error('there are example contributors');
  const files: Record<string, string> = {};
  beforeAll(async () => {
    const made = await carryOut({ kind: 'keys', organisation: contributor.id }, world);
    if (made.kind === 'keys') for (const { name, text } of made.files) files[name] = text;
  });
  const key = (name: string) => ({ name, text: files[name] ?? '' });

  it('is sealed to the steward and to oneself, and holds the records of the file', async () => {
    const [name, text] = mappings.find(([id]) => id === contributor.id) ?? ['', ''];
    const sample = sampleFile(name, text);
    const identity = await newIdentity();
    const agreement = { name: 'agreement.yaml', text: agreementFile(contributor) };
    const source = sourceOf(sample.name, sample.text, sample.mapping, { agreement, recordKey: key('record.key') });
    const sealed = await carryOut(
      {
        kind: 'seal',
        source,
        coverage: { name: 'coverage.yaml', text: coverageFile(contributor, '2015-05-04') },
        signingKey: key('signing.key'),
        ageKey: key('age.key'),
        steward: ` ${await recipientOf(identity)}\n`,
      },
      world,
    );
    if (sealed.kind !== 'sealed') throw new Error('not sealed');
    const own = files['age.key']?.split('\n')[1] ?? '';
    for (const opener of [identity, own]) {
      const parcel = await openParcel(sealed.parcel, { identity: opener });
      expect(parcel.header).toMatchObject({ contributor: contributor.id, day: today, sequence: 20260520 });
      expect(parcel.rows).toBe(sealed.rows);
      const inside: string[] = [];
      for await (const part of writeRecordsCsv(parcel.records())) inside.push(part);
      const [header = '', ...lines] = (await records(source, 'csv')).toString('utf8').trim().split('\r\n');
      expect(inside.join('').trim().split('\r\n').length).toBe(lines.length + 1);
      expect(header).toContain('record_key');
    }
  });

  it('says for which years the statement declares the very number of records', async () => {
    const [name, text] = mappings.find(([id]) => id === contributor.id) ?? ['', ''];
    const sample = sampleFile(name, text);
    const agreement = { name: 'agreement.yaml', text: agreementFile(contributor) };
    const source = sourceOf(sample.name, sample.text, sample.mapping, { agreement, recordKey: key('record.key') });
    const { report } = await checked(source);
    const counts = (report?.years ?? []).flatMap(({ year, rows }) => (year === null ? [] : [[year, rows] as const]));
    const steward = await recipientOf(await newIdentity());
    const exactTotals = async (more: number) => {
      const coverage = coverageFile(
        { ...contributor, assisted: Object.fromEntries(counts.map(([year, rows]) => [year, rows + more])) },
        '2015-05-04',
      );
      const keys = { signingKey: key('signing.key'), ageKey: key('age.key') };
      const answer = await carryOut(
        { kind: 'seal', source, coverage: { name: 'coverage.yaml', text: coverage }, ...keys, steward },
        world,
      );
      return answer.kind === 'sealed' ? answer.exactTotals : null;
    };
    expect(counts.length).toBeGreaterThan(0);
    expect(await exactTotals(0)).toEqual(counts.map(([year]) => year));
    expect(await exactTotals(5)).toEqual([]);
  });

  it('is not made without an agreement or a record key', async () => {
    const [name, text] = mappings.find(([id]) => id === contributor.id) ?? ['', ''];
    const sample = sampleFile(name, text);
    const seal = (more: Partial<MappedSource>) =>
      carryOut(
        {
          kind: 'seal',
          source: sourceOf(sample.name, sample.text, sample.mapping, more),
          coverage: { name: 'coverage.yaml', text: '' },
          signingKey: key('signing.key'),
          ageKey: key('age.key'),
          steward: 'age1',
        },
        world,
      );
    await expect(seal({})).rejects.toMatchObject({ code: 'agreement' });
    const agreement = { name: 'agreement.yaml', text: agreementFile(contributor) };
    await expect(seal({ agreement })).rejects.toMatchObject({ code: 'key-file' });
  });
});
