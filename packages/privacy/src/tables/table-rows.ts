import { displayIntegers } from '../display/display-integers.ts';
import { countInterval } from '../results/intervals.ts';
import { type CellFlag, cellFlag, noiseShare } from '../results/publication.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Answers, TableView } from '../results/types.ts';

/** One published cell: a row of `tables.csv`. */
export interface TableRow {
  /** Columns joined with `;`, `\;` for a literal one. */
  readonly variables: string;
  /** Codes joined likewise, in the order of the columns. */
  readonly codes: string;
  /** Unbiased; can be negative or broken. */
  readonly estimate: number;
  readonly sd: number;
  /** 95 % bounds. */
  readonly lower: number;
  readonly upper: number;
  readonly flag: CellFlag;
  /** A non-negative integer; those of one table sum to the displayed total, which all tables share. */
  readonly display: number;
}

/** The columns of `tables.csv`, in order. */
export const tableRowColumns = ['variables', 'codes', 'estimate', 'sd', 'lower', 'upper', 'flag', 'display'] as const;

/** Every cell of every published table, summed over the given cohorts, table by table and row-major. */
export function* tableRows(
  answers: Answers,
  cohorts: readonly string[] = answers.cohorts.map(({ id }) => id),
  structuralZeros: Readonly<Record<string, readonly number[]>> = {},
): Generator<TableRow> {
  const total = answers.table([], cohorts).estimate[0] as number;
  for (const set of answers.tables) {
    const table = answers.table(set, cohorts);
    const declared = new Set(structuralZeros[setKey(set)] ?? []);
    const shown = displayed(table, total, declared);
    const variables = joinNames(set);
    const codes = codeTexts(answers, set);
    const noise = noiseShare(table.estimate.length - declared.size, largest(table.sd), total);
    for (let cell = 0; cell < table.estimate.length; cell++) {
      const [estimate, sd] = [table.estimate[cell] as number, table.sd[cell] as number];
      const [lower, upper] = countInterval({ value: estimate, variance: sd * sd });
      const flag = cellFlag({ estimate, sd, declared: declared.has(cell), noiseShare: noise });
      yield {
        variables,
        codes: codes[cell] as string,
        estimate,
        sd,
        lower,
        upper,
        flag,
        display: shown[cell] as number,
      };
    }
  }
}

function displayed({ estimate, sd }: TableView, total: number, declared: ReadonlySet<number>): number[] {
  const cells = Array.from(estimate.keys());
  return displayIntegers({
    parents: [-1, ...cells.map(() => 0)],
    estimates: [total, ...estimate],
    variances: [0, ...cells.map((cell) => (declared.has(cell) ? 0 : Math.max((sd[cell] as number) ** 2, 1e-9)))],
    names: ['', ...cells.map(String)],
  }).slice(1);
}

/** Joined codes of every cell, row-major. */
function codeTexts({ domains }: Answers, set: readonly string[]): string[] {
  const sizes = sizesOf(domains, set);
  const texts: string[] = [];
  for (let cell = 0; cell < cellCount(sizes); cell++) {
    let rest = cell;
    const codes: string[] = [];
    for (let axis = set.length - 1; axis >= 0; axis--) {
      const size = sizes[axis] as number;
      codes.unshift((domains[set[axis] as string] as readonly string[])[rest % size] as string);
      rest = Math.floor(rest / size);
    }
    texts.push(joinNames(codes));
  }
  return texts;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
