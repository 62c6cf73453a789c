// Runs the rules over rows given as texts, for tests.
import { columnsOf, type Finding, type IntakeSummary, type RecordColumn } from '@casebridge/standard';
import { type MappedBlock, type RuleContext, scopeSource } from '../validation-port.ts';
import { compileRules } from './compile-rules.ts';

export type Row = Readonly<Record<string, string>>;

/** A record that breaks no rule; tests change a cell or two of it. */
export const right: Row = {
  record_key: '',
  legal_basis: 'public_interest',
  'consent_scope.known': '?not_asked',
  source_kind: 'case_management',
  registration_year: '2015',
  trafficking_status: 'possible',
  age_at_registration: '26',
  age_band: '24-26',
  majority_at_registration: 'adult',
  'exploitation_type.known': 'yes',
  'exploitation_type.forced_labour': 'yes',
  'labour_sector.known': 'yes',
  'labour_sector.fishing': 'yes',
  'means_of_control.known': 'yes',
  'means_of_control.threats': 'yes',
  country_of_origin: 'KHM',
  country_of_exploitation: 'THA',
  country_of_exploitation_basis: 'stated',
  trafficking_scope: 'cross_border',
  duration_months: '26',
  duration_band: '25+',
};

const flagged = [
  'consent_scope',
  'exploitation_type',
  'labour_sector',
  'means_of_control',
  'means_palermo',
  'sexual_form',
  'recruiter_relation',
];

export interface CheckOptions {
  readonly context?: Partial<RuleContext>;
  readonly raw?: Readonly<Record<string, readonly string[]>>;
  readonly scopes?: readonly number[];
  readonly without?: readonly string[];
  /** Rows per block. */
  readonly size?: number;
}

/** Runs the rules over rows given as texts; `?not_asked` where a row says nothing. */
export function check(rows: readonly Row[], options: CheckOptions = {}) {
  const columns = [
    ...new Set([...Object.keys(right), ...rows.flatMap(Object.keys), ...flagged.flatMap(columnsOf)]),
  ].filter((column) => !(options.without ?? []).includes(column.split('.')[0] ?? column));
  const fed = Object.keys(options.raw ?? {});
  const rules = compileRules({
    columns,
    sourceColumns: fed,
    fedColumns: fed.map((column) => ({ column, variables: ['sex'] })),
    origin: 'collected',
    contributor: 'example',
    mappedVariables: new Set(columns.map((column) => column.split('.')[0] ?? column)),
    checks: [],
    today: '2016-07-01',
    keepValues: false,
    ...options.context,
  });
  const dictionaries = columns.map(() => new Map<string, number>());
  const texts = columns.map((): string[] => []);
  const findings: Finding[] = [];
  const held: number[] = [];
  const size = options.size ?? Math.max(1, rows.length);
  for (let from = 0; from < Math.max(1, rows.length); from += size) {
    const block = blockOf(rows.slice(from, from + size), from);
    const outcome = rules.check(block);
    findings.push(...outcome.findings);
    held.push(...outcome.held);
  }
  return { rules, findings, held, codes: [...new Set(findings.map(({ code }) => code))].sort() };

  function blockOf(part: readonly Row[], from: number): MappedBlock {
    return {
      rows: part.length,
      sourceRows: Uint32Array.from(part, (_, n) => from + n + 2),
      columns: columns.map((id, place): RecordColumn => {
        const dictionary = dictionaries[place] as Map<string, number>;
        const known = texts[place] as string[];
        const codes = Uint32Array.from(part, (row, n) => {
          const cell = id === 'record_key' ? row[id] || `key-${from + n}` : (row[id] ?? '?not_asked');
          if (!dictionary.has(cell)) dictionary.set(cell, known.push(cell) - 1);
          return dictionary.get(cell) as number;
        });
        return { id, dictionary: known, codes };
      }),
      raw: fed.map((column) => {
        const cells = (options.raw?.[column] ?? []).slice(from, from + size);
        const dictionary = [...new Set(cells)];
        return { dictionary, codes: Uint32Array.from(cells, (cell) => dictionary.indexOf(cell)) };
      }),
      scopeSource: Uint8Array.from(part, (_, n) => options.scopes?.[from + n] ?? scopeSource.stated),
      findings: [],
    };
  }
}

/** Checks one row: the right record with some cells changed. */
export function one(change: Row, options?: CheckOptions) {
  return check([{ ...right, ...change }], options);
}

/** A summary with these counts per column. */
export function summaryOf(counts: IntakeSummary['counts'], rows: number): IntakeSummary {
  return { rowsRead: rows, rowsKept: rows, findings: {}, notChecked: [], counts };
}
