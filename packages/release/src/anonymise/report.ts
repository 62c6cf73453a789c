import { type GroupConstraint, labelAt, type QuasiTable, suppressedCells, type TextColumn } from '@casebridge/privacy';
import type { AnonymiseMethod, AnonymiseOptions } from './anonymise-options.ts';
import type { Recoded } from './recode.ts';
import { guaranteeOf, internalReport, notDifferentialPrivacy } from './statement.ts';
import type { Verified } from './verify-written.ts';

/** What became of a file: the content of the report, for the steward alone. */
export interface AnonymiseReport {
  readonly format: 'casebridge-anonymised-1';
  readonly internal: string;
  readonly statement: string;
  readonly guarantee: string;
  readonly method: AnonymiseMethod;
  readonly k: number;
  /** Most values known to an attacker, for km; null otherwise. */
  readonly m: number | null;
  readonly rows: number;
  /** Rows of which nothing is published. */
  readonly blankRows: number;
  readonly quasi: readonly string[];
  readonly sensitive: readonly string[];
  readonly constraints: readonly string[];
  /** Mean loss over the quasi-identifiers: 0 untouched, 1 nothing left. */
  readonly loss: number;
  readonly columns: readonly {
    readonly column: string;
    readonly loss: number;
    /** Cells published as `*`. */
    readonly suppressedCells: number;
    /** Level of all rows, for full-domain. */
    readonly level: number | null;
  }[];
  /** Cells published as `*` by the values of one column; null where none was named. */
  readonly groups: null | {
    readonly column: string;
    readonly values: readonly { readonly value: string; readonly rows: number; readonly suppressedCells: number }[];
  };
  readonly verified: Verified;
  /** SHA-256 of the published file. */
  readonly sha256: string;
}

export function reportOf(
  options: AnonymiseOptions,
  table: QuasiTable,
  by: TextColumn | null,
  recoded: Recoded,
  constraints: readonly GroupConstraint[],
  verified: Verified,
  sha256: string,
): AnonymiseReport {
  const { method, k, m, quasi, sensitive } = options;
  const { recoding, losses, levels } = recoded;
  const suppressed = suppressedCells(table, recoding);
  return {
    format: 'casebridge-anonymised-1',
    internal: internalReport,
    statement: notDifferentialPrivacy,
    guarantee: guaranteeOf(method, k, m, options.population !== undefined),
    method,
    k,
    m: method === 'km' ? m : null,
    rows: table.rows,
    blankRows: recoded.blank.reduce((sum, blank) => sum + blank, 0),
    quasi,
    sensitive,
    constraints: constraints.map(({ name }) => name),
    loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    columns: table.hierarchies.map(({ column }, at) => ({
      column,
      loss: losses[at] as number,
      suppressedCells: suppressed[at] as number,
      level: levels?.[at] ?? null,
    })),
    groups: by && { column: by.name, values: byValue(table, recoded, by) },
    verified,
    sha256,
  };
}

/** Rows and cells published as `*` for each value of a column, those of fewest rows first: where bias would show. */
function byValue(table: QuasiTable, { recoding }: Recoded, by: TextColumn) {
  const values = by.texts.map((value) => ({ value, rows: 0, suppressedCells: 0 }));
  const isStar = table.hierarchies.map((hierarchy) =>
    Array.from({ length: hierarchy.levels }, (_, level) => level > 0 && labelAt(hierarchy, level, 0) === '*'),
  );
  for (let row = 0; row < table.rows; row++) {
    const group = values[by.codes[row] as number] as (typeof values)[number];
    group.rows++;
    for (const [column, levels] of recoding.levels.entries()) {
      if (isStar[column]?.[levels[row] as number] ?? true) group.suppressedCells++;
    }
  }
  return values.sort((a, b) => a.rows - b.rows || (a.value < b.value ? -1 : 1));
}
