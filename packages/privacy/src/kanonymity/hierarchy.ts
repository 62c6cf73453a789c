import { Refusal } from '@casebridge/refusal';
import { mostCodes } from '../columns/case-table.ts';

/** What stands in a published file where a value was suppressed. It equals nothing but itself, and is not a missing value. */
export const suppressedLabel = '*';

/**
 * How the values of a column are made coarser, level by level. Level 0 holds the values themselves, the top level one
 * label over all of them; every label lies under exactly one label of the next level.
 */
export interface ColumnHierarchy {
  readonly column: string;
  readonly levels: number;
  /** Different labels of each level, in order of first appearance. `labels[0]` are the values. */
  readonly labels: readonly (readonly string[])[];
  /** Per level the label of each value, as a position in `labels[level]`. */
  readonly codes: readonly Uint16Array[];
  /** Per level and label the share of the column's values that lie under it: 1/values at level 0, 1 at the top. */
  readonly shares: readonly Float64Array[];
}

/**
 * A hierarchy from its rows: one row a value, one entry a level, the value first. A top level of several labels is put
 * under one more level, `*`.
 *
 * @param name what the rows were read from, for messages
 * @throws Refusal where a row is of another length than the first, a value comes twice or is `*`, or the levels are not nested
 */
export function columnHierarchy(
  column: string,
  rows: readonly (readonly string[])[],
  name = `the hierarchy of '${column}'`,
): ColumnHierarchy {
  const [first] = rows;
  if (!first) throw new Refusal('hierarchy-empty', `${name}: no line; give one a value, the value first.`);
  if (rows.length > mostCodes) {
    throw new Refusal('hierarchy-large', `${name}: more than ${mostCodes} values; make the column coarser first.`);
  }
  const values = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const value = row[0] as string;
    if (row.length !== first.length) {
      throw new Refusal(
        'hierarchy-ragged',
        `${name}, line ${at + 1}: ${row.length} levels where the first line has ${first.length}; give every value the same number.`,
      );
    }
    if (value === suppressedLabel) {
      throw new Refusal(
        'hierarchy-star',
        `${name}, line ${at + 1}: the value is '*', which stands for suppressed; rename it.`,
      );
    }
    if (values.has(value)) {
      throw new Refusal('hierarchy-twice', `${name}, line ${at + 1}: the value has a line already; keep one.`);
    }
    values.add(value);
  }
  const levels = first.map((_, level) => levelOf(rows, level));
  if ((levels.at(-1) as Level).labels.length > 1) {
    levels.push({ labels: [suppressedLabel], codes: new Uint16Array(rows.length) });
  }
  for (let level = 1; level < levels.length; level++) checkNested(levels, level, name);
  return {
    column,
    levels: levels.length,
    labels: levels.map(({ labels }) => labels),
    codes: levels.map(({ codes }) => codes),
    shares: levels.map(sharesOf),
  };
}

/** The plain hierarchy of a column without a file: the value, or `*`. */
export function suppressionHierarchy(column: string, values: readonly string[]): ColumnHierarchy {
  return columnHierarchy(
    column,
    values.map((value) => [value, suppressedLabel]),
  );
}

/** Number of values of the column. */
export function valueCount(hierarchy: ColumnHierarchy): number {
  return (hierarchy.labels[0] as readonly string[]).length;
}

/** The label of a value, by its code, at a level. */
export function labelAt(hierarchy: ColumnHierarchy, level: number, code: number): string {
  const label = hierarchy.codes[level]?.[code];
  return (hierarchy.labels[level] as readonly string[])[label as number] as string;
}

interface Level {
  readonly labels: readonly string[];
  readonly codes: Uint16Array;
}

function levelOf(rows: readonly (readonly string[])[], level: number): Level {
  const codeOf = new Map<string, number>();
  const codes = new Uint16Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const label = row[level] as string;
    let code = codeOf.get(label);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(label, code);
    }
    codes[at] = code;
  }
  return { labels: [...codeOf.keys()], codes };
}

function checkNested(levels: readonly Level[], level: number, name: string): void {
  const below = levels[level - 1] as Level;
  const here = levels[level] as Level;
  const parent = new Int32Array(below.labels.length).fill(-1);
  for (let value = 0; value < here.codes.length; value++) {
    const child = below.codes[value] as number;
    const code = here.codes[value] as number;
    if (parent[child] === -1) parent[child] = code;
    else if (parent[child] !== code) {
      throw new Refusal(
        'hierarchy-not-nested',
        `${name}, line ${value + 1}: a label of level ${level - 1} lies under two labels of level ${level}; put it under one.`,
      );
    }
  }
}

function sharesOf({ labels, codes }: Level): Float64Array {
  const shares = new Float64Array(labels.length);
  for (let value = 0; value < codes.length; value++) {
    shares[codes[value] as number] = (shares[codes[value] as number] as number) + 1;
  }
  for (let label = 0; label < shares.length; label++) shares[label] = (shares[label] as number) / codes.length;
  return shares;
}
