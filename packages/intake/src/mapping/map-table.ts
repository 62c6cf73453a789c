import { Refusal } from '@casebridge/refusal';
import type { Finding, IntakeSummary, MappedFile, RecordBlock, RecordColumn } from '@casebridge/standard';
import { columnsOf, isFlagged, standardVersion, variables } from '@casebridge/standard';
import type { RawTable, RowBlock } from '../table.ts';
import { compileRules } from '../validation/compile-rules.ts';
import type { AgreementFacts, CompiledRules, MappedBlock } from '../validation-port.ts';
import { type CompiledMapping, compileMapping, isAlwaysAllowed, recordVariables, unfilledColumn } from './compile.ts';
import { coverageYears } from './coverage-years.ts';
import { compileDerived } from './derive.ts';
import { addIsicSections, addKnown, addPurpose, addUnasked, applyConditions, purposePool } from './derive-flags.ts';
import { checkingKeys, keyedHash } from './keyed-hash.ts';
import type { Mapping } from './mapping.ts';
import { maskedValue } from './masked-value.ts';
import { constantColumn } from './pairing.ts';
import type { Report } from './steps.ts';
import { type Tally, tally } from './summary.ts';
import { isCheckOnly } from './targets.ts';
import type { WorkColumn } from './text-pool.ts';

export interface MapOptions {
  /** The contributor's own secret, at least 16 bytes. Without it keys only tell the rows of this file apart. */
  readonly recordKeySecret?: Uint8Array;
  readonly agreement?: AgreementFacts;
  /** Contributor id where neither the agreement nor the mapping gives one; else the mapping's name. */
  readonly contributor?: string;
  /** Summary of this contributor's last submission, for the rules that compare. */
  readonly previous?: IntakeSummary;
  /** Day of the run, YYYY-MM-DD. */
  readonly today: string;
  readonly signal?: AbortSignal;
  /** Called after each block with the rows read so far. */
  readonly onProgress?: (rows: number) => void;
  /** Keep offending texts in `Finding.value`, for the file's owner to see on their own terminal. */
  readonly keepValues?: boolean;
  /**
   * What a finding of severity `stop` does once the whole file was looked at: `refuse` (default) throws a Refusal from
   * `blocks` and rejects `summary`; `report` leaves it to the caller to look for it. Either way no row of the file is
   * given out from the block of the stop on.
   */
  readonly onStop?: 'refuse' | 'report';
}

/** A mapped file, and the source columns that the mapping names nowhere: discarded, and told by name only. */
export interface IntakeFile extends MappedFile {
  readonly discarded: readonly string[];
}

/**
 * Maps and checks a table: standard records and findings, block by block, in one pass and a memory that does not grow
 * with the rows (but for one key per record). Rows with an error are held back: their findings are in the blocks, their
 * cells are not.
 *
 * @throws Refusal for what no row can mend: a contributor that is not known or not the agreement's, a variable outside
 *   the agreement
 */
export function mapTable(table: RawTable, mapping: Mapping, options: MapOptions): IntakeFile {
  const contributor = contributorOf(mapping, options);
  const secret = options.recordKeySecret;
  if (secret && secret.length < 16)
    throw new Refusal('record-key', 'the record key is shorter than 16 bytes; make a new one with 32 random bytes');
  const compiled = compileMapping(mapping, table.columns, {
    keyedHash: secret ? keyedHash(secret, contributor) : checkingKeys(),
    ...(options.agreement ? { agreement: options.agreement } : {}),
  });
  const columns = columnsFor(options.agreement);
  const checkOnly = variables
    .filter((entry) => isCheckOnly(entry) && compiled.mappedVariables.has(entry.id))
    .map(({ id }) => id);
  const rules = compileRules({
    columns: [...columns, ...checkOnly],
    sourceColumns: table.columns,
    fedColumns: compiled.fedColumns,
    origin: mapping.origin,
    contributor,
    mappedVariables: compiled.mappedVariables,
    checks: mapping.checks,
    ...(options.agreement ? { agreement: options.agreement } : {}),
    ...(options.previous ? { previous: options.previous } : {}),
    today: options.today,
    keepValues: options.keepValues ?? false,
  });

  let settle: { readonly resolve: (summary: IntakeSummary) => void; readonly reject: (reason: unknown) => void };
  const summary = new Promise<IntakeSummary>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // A caller that fails on `blocks` may never look at `summary`.
  summary.catch(() => {});
  const counts = tally(columns);
  const work = { table, mapping, compiled, rules, columns, checkOnly, contributor, counts, options };
  const finish = (): IntakeSummary => {
    const result = counts.summary(rules.notChecked);
    if (counts.isStopped() && options.onStop !== 'report') throw stopRefusal(result, table.notes.name);
    return result;
  };
  async function* blocks(): AsyncGenerator<RecordBlock> {
    try {
      yield* mapBlocks(work);
      settle.resolve(finish());
    } catch (error) {
      settle.reject(error);
      throw error;
    }
  }
  return { columns, blocks: blocks(), summary, discarded: compiled.unnamed };
}

interface Work {
  readonly table: RawTable;
  readonly mapping: Mapping;
  readonly compiled: CompiledMapping;
  readonly rules: CompiledRules;
  readonly columns: readonly string[];
  readonly checkOnly: readonly string[];
  readonly contributor: string;
  readonly counts: Tally;
  readonly options: MapOptions;
}

async function* mapBlocks(work: Work): AsyncGenerator<RecordBlock> {
  const { table, compiled, rules, columns, counts, options } = work;
  const makeColumns = columnMaker(work);
  const fedPositions = compiled.fedColumns.map(({ column }) => compiled.reads.indexOf(column));
  let pending: readonly Finding[] = compiled.findings;
  let rowsRead = 0;

  for await (const block of table.select(compiled.reads).rows) {
    options.signal?.throwIfAborted();
    counts.read(block.rows + block.findings.length);
    rowsRead += block.rows + block.findings.length;
    const { made, scopeSource, problems } = makeColumns(block);
    const mapped: MappedBlock = {
      rows: block.rows,
      sourceRows: block.sourceRows,
      columns: [...columns, ...work.checkOnly].map((id) => recordColumn(id, made.get(id) as WorkColumn)),
      raw: fedPositions.map((position) => block.columns[position] as NonNullable<(typeof block.columns)[number]>),
      scopeSource,
      findings: [...block.findings, ...problems.map(({ finding }) => finding)],
    };
    const checked = rules.check(mapped);
    for (const { row, finding } of problems) if (finding.severity === 'error') checked.held[row] = 1;
    const findings = [...pending, ...mapped.findings, ...checked.findings];
    pending = [];
    counts.found(findings);
    if (counts.isStopped()) checked.held.fill(1);
    const kept = keptRows(checked.held, block.rows);
    const work2 = columns.map((id) => compact(made.get(id) as WorkColumn, kept, block.rows));
    const rows = kept ? kept.length : block.rows;
    counts.kept(work2, rows);
    options.onProgress?.(rowsRead);
    yield {
      rows,
      sourceRows: kept
        ? Uint32Array.from(kept, (row) => block.sourceRows[row] as number)
        : block.sourceRows.subarray(0, rows),
      columns: work2.map((column, n) => recordColumn(columns[n] as string, column)),
      findings,
    };
  }

  const last = [...pending, ...rules.finish(counts.summary(rules.notChecked))];
  if (last.length === 0) return;
  counts.found(last);
  yield {
    rows: 0,
    sourceRows: new Uint32Array(0),
    columns: columns.map((id) => ({ id, dictionary: [], codes: new Uint32Array(0) })),
    findings: last,
  };
}

interface RowProblem {
  readonly row: number;
  readonly finding: Finding;
}

function columnMaker(work: Work): (block: RowBlock) => {
  readonly made: ReadonlyMap<string, WorkColumn>;
  readonly scopeSource: Uint8Array;
  readonly problems: readonly RowProblem[];
} {
  const { mapping, compiled, rules, contributor } = work;
  const keepValues = work.options.keepValues ?? false;
  const derive = compileDerived((id) => compiled.mappedVariables.has(id));
  const applyCoverageYears = coverageYears(mapping.coverage);
  const purposes = purposePool();
  const fixed: readonly (readonly [string, string])[] = [
    ['contributor_id', contributor],
    ['standard_version', standardVersion],
    ['mapping_version', mapping.version],
  ];

  return (block) => {
    const made = new Map<string, WorkColumn>();
    const problems: RowProblem[] = [];
    const report: Report = (row, problem) => {
      problems.push({ row, finding: findingOf(problem, block.sourceRows[row] as number, rules, keepValues) });
    };
    for (const step of compiled.steps) step(block, made, report);
    for (const [id, text] of fixed) if (!made.has(id)) made.set(id, constantColumn(text, block.rows));
    const hasYear = made.has('registration_year');
    if (hasYear) applyCoverageYears(made, block.rows);
    const scopeSource = derive(made, block.rows);
    if (!hasYear) applyCoverageYears(made, block.rows);
    if (mapping.origin === 'collected') applyConditions(made, block.rows);
    for (const entry of recordVariables)
      if (isFlagged(entry) && entry.id !== 'isic_section') addKnown(entry, made, block.rows);
    addPurpose(made, block.rows, purposes);
    addIsicSections(made, block.rows);
    const sectorsKnown = made.get('labour_sector.known');
    if (sectorsKnown) made.set('isic_section.known', sectorsKnown);
    for (const entry of recordVariables) {
      if (isFlagged(entry)) addUnasked(entry, made, block.rows);
      else if (!made.has(entry.id)) made.set(entry.id, unfilledColumn(entry, block.rows));
    }
    return { made, scopeSource, problems };
  };
}

/** Kinds of C02 that are mapped all the same. */
const mildKinds: ReadonlySet<string> = new Set(['retired', 'no_successor']);

function findingOf(problem: Parameters<Report>[1], row: number, rules: CompiledRules, keepValues: boolean): Finding {
  const { code, args } = problem;
  if (!('column' in problem)) return { code, severity: rules.severityOf(code), row, variable: problem.variable, args };
  // A withdrawn country code is mapped to its successor, or unknown: worth a warning, not a held row.
  const isRetired = code === 'C02' && mildKinds.has(String(args.kind));
  return {
    code,
    severity: isRetired ? 'warn' : rules.severityOf(code),
    row,
    variable: problem.column,
    args,
    ...(keepValues ? { value: maskedValue(problem.value) } : {}),
  };
}

function contributorOf(mapping: Mapping, options: MapOptions): string {
  const agreed = options.agreement?.contributor;
  const own = mapping.contributor ?? options.contributor;
  if (agreed !== undefined && own !== undefined && own !== agreed)
    throw new Refusal(
      'contributor',
      `${mapping.file}: the mapping is for contributor ${own}, the agreement is with ${agreed}; use the mapping that belongs to it`,
    );
  // A file that is only checked needs no agreement; its records then carry the mapping's name, which no parcel accepts.
  const contributor = agreed ?? own ?? mapping.mapping;
  if (!/^[\w-]{1,64}$/u.test(contributor))
    throw new Refusal('contributor', `${mapping.file}: a contributor id has letters, digits, - and _ only; correct it`);
  return contributor;
}

/** Columns of the records: all of the standard, or those the agreement covers. */
function columnsFor(agreement: AgreementFacts | undefined): readonly string[] {
  const allowed = agreement?.dataCategories;
  return recordVariables
    .filter((entry) => !allowed || allowed.includes(entry.id) || isAlwaysAllowed(entry))
    .flatMap(({ id }) => columnsOf(id));
}

function stopRefusal(summary: IntakeSummary, name: string): Refusal {
  const stops = Object.entries(summary.findings).filter(([, { severity }]) => severity === 'stop');
  const shown = stops.map(([code, { count }]) => `${code} × ${count}`).join(', ');
  return new Refusal(
    'file-stopped',
    `${name}: nothing was taken, because of ${shown}; run check to see the findings and mend the file`,
  );
}

function recordColumn(id: string, column: WorkColumn): RecordColumn {
  return { id, dictionary: column.texts, codes: column.codes };
}

/** Positions of the rows that are kept; null where all are. */
function keptRows(held: Uint8Array, rows: number): readonly number[] | null {
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) if (held[row] === 0) kept.push(row);
  return kept.length === rows ? null : kept;
}

function compact(column: WorkColumn, kept: readonly number[] | null, rows: number): WorkColumn {
  if (!kept) return { ...column, codes: column.codes.subarray(0, rows) };
  if (column.isConstant) return { ...column, codes: column.codes.subarray(0, kept.length) };
  const codes = new Uint32Array(kept.length);
  for (let at = 0; at < kept.length; at++) codes[at] = column.codes[kept[at] as number] as number;
  return { ...column, codes };
}
