/**
 * The tasks of the page for contributors: what `casebridge map --suggest`, `check`, `map`, `keys` and `submit` do, on a file
 * that was dropped on the page. Nothing here can reach a network or a disk.
 */
import {
  type ContributorFile,
  type MapOptions,
  type Mapping,
  mapTable,
  openFile,
  parseMapping,
  questionOf,
  suggestFile,
} from '@casebridge/intake';
import { Refusal } from '@casebridge/refusal';
import {
  newKeys,
  parseAgreement,
  readAgeIdentity,
  readRecordKey,
  readSigningKey,
  sealSubmission,
  writeRecords,
  writeRecordsCsv,
} from '@casebridge/submission';
import { blobFile } from './blob-file.ts';
import { findingsJson, groupsOf, readFindings } from './findings.ts';
import { fitsOf } from './fits.ts';
import { lossesOf, nameOf } from './losses.ts';
import type { Checked, ContributeAnswer, ContributeTask, MappedSource } from './messages.ts';
import { ownFigures } from './own-figures.ts';
import { ownReport } from './own-report.ts';
import { shippedMappings } from './shipped-mappings.ts';

/** What tasks need of the world. */
export interface World {
  /** Today, YYYY-MM-DD. */
  readonly today: () => string;
  /** Fresh bytes from the operating system. */
  readonly random: (bytes: number) => Uint8Array;
  /** Rows read so far. */
  readonly tell: (rows: number) => void;
}

/** Carries out one task. Refusal: as on the command line. */
export async function carryOut(task: ContributeTask, world: World): Promise<ContributeAnswer> {
  switch (task.kind) {
    case 'open':
      return open(blobFile(task.file, task.name), task.language);
    case 'shipped':
      return { kind: 'shipped', text: shippedText(task.id) };
    case 'check':
      return { kind: 'checked', checked: await check(task, world) };
    case 'records': {
      const { file } = await mapped(task.source, world, {});
      const bytes =
        task.format === 'csv' ? await joined(writeRecordsCsv(file.blocks)) : await writeRecords(file.blocks);
      return { kind: 'records', bytes };
    }
    case 'keys':
      return { kind: 'keys', ...(await newKeys(task.organisation.trim(), world.random)) };
    case 'seal':
      return seal(task, world);
  }
}

async function open(file: ContributorFile, language: string): Promise<ContributeAnswer> {
  const { mapping, lines, unresolved } = await suggestFile(file);
  return {
    kind: 'opened',
    columns: new Set(lines.map(({ column }) => column)).size,
    fits: await fitsOf(file),
    draft: {
      mapping,
      lines: lines.map(({ column, to, confidence }) => ({
        column,
        becomes: to === null ? null : nameOf(to, language),
        confidence,
      })),
      questions: unresolved.map((entry) => ({
        column: entry.column,
        question: questionOf(entry, language),
        values: entry.values,
      })),
    },
  };
}

async function check(
  { source, language, showValues }: Extract<ContributeTask, { kind: 'check' }>,
  world: World,
): Promise<Checked> {
  const { file, mapping } = await mapped(source, world, {
    onStop: 'report',
    ...(showValues ? { keepValues: true } : {}),
  });
  const figures = ownFigures();
  const found = await readFindings(file, figures.add);
  const { summary } = found;
  return {
    rowsRead: summary.rowsRead,
    rowsKept: summary.rowsKept,
    groups: groupsOf(found, language),
    notChecked: summary.notChecked,
    stays: [...mapping.drop, ...file.discarded],
    losses: lossesOf(mapping, language),
    report: summary.rowsKept === 0 ? null : ownReport(summary, figures.years(language), language),
    json: findingsJson(found, showValues),
  };
}

async function seal(
  { source, coverage, signingKey, ageKey, steward }: Extract<ContributeTask, { kind: 'seal' }>,
  world: World,
): Promise<ContributeAnswer> {
  const { agreement, recordKey, mapping } = source;
  if (!agreement) throw new Refusal('agreement', 'there is no agreement: choose the agreement file');
  if (!recordKey) throw new Refusal('key-file', 'there is no record key: choose record.key');
  const { file } = await mapped(source, world, {});
  const { parcel, summary, exactTotals } = await sealSubmission(
    {
      file,
      agreement: agreement.text,
      coverage: coverage.text,
      mapping: mapping.text,
      recordKey: readRecordKey(recordKey.text, recordKey.name),
    },
    {
      signingKey: readSigningKey(signingKey.text, signingKey.name),
      identity: await readAgeIdentity(ageKey.text, ageKey.name),
      steward: steward.trim(),
    },
    world.today(),
    { coverage: coverage.name },
  );
  return { kind: 'sealed', parcel, rows: summary.rowsKept, exactTotals };
}

async function mapped(
  { file, name, mapping: { name: mappingName, text }, agreement, recordKey }: MappedSource,
  world: World,
  more: Pick<MapOptions, 'onStop' | 'keepValues'>,
): Promise<{ readonly file: ReturnType<typeof mapTable>; readonly mapping: Mapping }> {
  const mapping = parseMapping(text, mappingName);
  const table = await openFile(blobFile(file, name), mapping.source);
  return {
    mapping,
    file: mapTable(table, mapping, {
      today: world.today(),
      onProgress: world.tell,
      ...(recordKey ? { recordKeySecret: readRecordKey(recordKey.text, recordKey.name) } : {}),
      ...(agreement ? { agreement: parseAgreement(agreement.text, agreement.name) } : {}),
      ...more,
    }),
  };
}

function shippedText(id: string): string {
  const text = shippedMappings.get(id);
  if (text === undefined) throw new RangeError(`no shipped mapping '${id}'`);
  return text;
}

async function joined(texts: AsyncIterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: string[] = [];
  for await (const text of texts) parts.push(text);
  return new TextEncoder().encode(parts.join(''));
}
