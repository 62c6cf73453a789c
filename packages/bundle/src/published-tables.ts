import {
  type Answers,
  type CellFlag,
  type Cohort,
  cellFlag,
  countInterval,
  displayIntegers,
  joinNames,
  noiseShare,
  type TableView,
} from '@casebridge/privacy/results';
import type { Codebook } from './types.ts';

/** One published table in one period; arrays run row-major over `set`. */
export interface PublishedTable {
  readonly set: readonly string[];
  /** A registration year, `undated`, `all`, or `2012-late` for records that arrived too late to be added. */
  readonly period: string;
  readonly estimate: Float64Array;
  readonly sd: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly display: Float64Array;
  readonly flags: readonly CellFlag[];
}

/** Every published table in every period, in the order of `answers.tables`, periods ascending. */
export function* publishedTables(
  answers: Answers,
  structuralZeros: Readonly<Record<string, readonly number[]>>,
): Generator<PublishedTable> {
  const periods = periodsOf(answers.cohorts);
  for (const set of answers.tables) {
    const zeros = new Set(structuralZeros[joinNames(set)] ?? []);
    for (const { period, cohorts } of periods) yield publishedTable(answers, set, period, cohorts, zeros);
  }
}

function publishedTable(
  answers: Answers,
  set: readonly string[],
  period: string,
  cohorts: readonly string[],
  zeros: ReadonlySet<number>,
): PublishedTable {
  const view = answers.table(set, cohorts);
  const cells = view.estimate.length;
  const estimate = new Float64Array(cells);
  const sd = new Float64Array(cells);
  const lower = new Float64Array(cells);
  const upper = new Float64Array(cells);
  const flags: CellFlag[] = [];
  const noise = noiseOf(view, zeros);
  for (let cell = 0; cell < cells; cell += 1) {
    const value = zeros.has(cell) ? 0 : (view.estimate[cell] as number);
    const spread = zeros.has(cell) ? 0 : (view.sd[cell] as number);
    const [low, high] = countInterval({ value, variance: spread * spread });
    estimate[cell] = rounded(value);
    sd[cell] = rounded(spread);
    lower[cell] = rounded(low);
    upper[cell] = rounded(high);
    flags.push(cellFlag({ estimate: value, sd: spread, declared: zeros.has(cell), noiseShare: noise }));
  }
  const display = displayed(view, zeros);
  return { set, period, estimate, sd, lower, upper, display, flags };
}

// Integers that add up to the table's own total, which all tables of a period share.
function displayed(view: TableView, zeros: ReadonlySet<number>): Float64Array {
  const total = view.estimate.reduce((sum, value) => sum + value, 0);
  const cells = Array.from(view.estimate, (_, cell) => cell);
  const shown = displayIntegers({
    names: ['total', ...cells.map(String)],
    parents: [-1, ...cells.map(() => 0)],
    estimates: [total, ...cells.map((cell) => (zeros.has(cell) ? 0 : (view.estimate[cell] as number)))],
    variances: [0, ...cells.map((cell) => (zeros.has(cell) ? 0 : (view.sd[cell] as number) ** 2))],
  });
  return Float64Array.from(shown.slice(1));
}

// The share of the table that is expected to be noise, from its own noisy total.
function noiseOf(view: TableView, zeros: ReadonlySet<number>): number {
  const cells = view.estimate.length - zeros.size;
  const total = view.estimate.reduce((sum, value) => sum + value, 0);
  const spread = view.sd.reduce((sum, sd, cell) => sum + (zeros.has(cell) ? 0 : sd), 0);
  return cells === 0 ? 0 : noiseShare(cells, spread / cells, total);
}

// Four decimals: far below the noise, and the same text from every engine.
function rounded(value: number): number {
  const text = Math.round(value * 1e4) / 1e4;
  return text === 0 ? 0 : text;
}

/** The periods a set of cohorts is published for, each with the cohorts that are added up for it. */
export function periodsOf(cohorts: readonly Cohort[]): readonly { period: string; cohorts: readonly string[] }[] {
  const timely = cohorts.filter(({ late }) => !late);
  const years = [...new Set(timely.map(({ period }) => period))].sort(byPeriod);
  const late = [...new Set(cohorts.filter((cohort) => cohort.late).map(({ period }) => period))].sort(byPeriod);
  const idsOf = (list: readonly Cohort[], period: string) =>
    list.filter((cohort) => cohort.period === period).map(({ id }) => id);
  return [
    ...years.map((period) => ({ period, cohorts: idsOf(timely, period) })),
    ...(timely.length > 0 ? [{ period: 'all', cohorts: timely.map(({ id }) => id) }] : []),
    ...late.map((period) => ({
      period: `${period}-late`,
      cohorts: idsOf(
        cohorts.filter((cohort) => cohort.late),
        period,
      ),
    })),
  ];
}

// Years ascending; `undated` after them.
function byPeriod(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Code and label texts of the cells of a set, in row-major order. */
export interface CellNames {
  readonly codes: readonly string[];
  readonly labels: readonly string[];
}

/**
 * The codes and labels (in one language) of every cell of a set.
 *
 * @throws RangeError where the codebook does not describe a variable or code of the set
 */
export function cellNames(
  set: readonly string[],
  domains: Answers['domains'],
  codebook: Codebook,
  language: string,
): CellNames {
  let codes: string[][] = [[]];
  let labels: string[][] = [[]];
  for (const id of set) {
    const described = codebook.variables.find((variable) => variable.id === id);
    const domain = domains[id];
    if (!described || !domain) throw new RangeError(`the codebook does not describe '${id}'`);
    const label = new Map(described.codes.map((entry) => [entry.code, inLanguage(entry.labels, language)]));
    const name = inLanguage(described.labels, language);
    codes = codes.flatMap((head) => domain.map((code) => [...head, code]));
    labels = labels.flatMap((head) =>
      domain.map((code) => {
        const text = label.get(code);
        if (text === undefined) throw new RangeError(`the codebook does not describe '${code}' of '${id}'`);
        return [...head, `${name}: ${text}`];
      }),
    );
  }
  return { codes: codes.map(joinNames), labels: labels.map((parts) => parts.join('; ')) };
}

/** A label in a language, or in English where there is none. */
export function inLanguage(labels: Readonly<Record<string, string>>, language: string): string {
  return labels[language] ?? labels.en ?? Object.values(labels)[0] ?? '';
}
