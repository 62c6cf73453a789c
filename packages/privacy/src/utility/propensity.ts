/**
 * pMSE: how well a model tells real records from the others (Woo et al. 2009, J. Privacy and Confidentiality 1; null of Snoke
 * et al. 2018, JRSS A 181). A logistic regression on all values and on pairs of values of columns with few codes gives each
 * record a probability p of being synthetic; pMSE is the mean of (p − c)², c the share of synthetic records. Had the
 * synthetic records been drawn from the right model, its mean would be (q−1)(1−c)²c/N and its standard deviation
 * √(2(q−1))(1−c)²c/N for q parameters and N records in all.
 */
import type { CaseTable, CodeColumn } from '../columns/case-table.ts';
import { domainSize } from '../results/sets.ts';
import { distinctRows } from './distinct-rows.ts';
import { fitLogistic, type SparseDesign } from './logistic.ts';

export interface Propensity {
  readonly pMSE: number;
  readonly nullMean: number;
  /** pMSE over its null mean: 1 where records cannot be told apart beyond chance. */
  readonly ratio: number;
  /** (pMSE − null mean) in standard deviations of the null. */
  readonly standardised: number;
  /** Estimated parameters, the constant among them. */
  readonly parameters: number;
  /** Pairs of columns whose interaction was in the model. */
  readonly pairs: number;
  readonly realRows: number;
  readonly otherRows: number;
}

export interface PropensityOptions {
  /** Most columns of the design, 800 when absent: its square is the memory, its cube the time of a step. */
  readonly mostFeatures?: number;
  /** Columns with at most this many occurring codes are crossed with each other, 9 when absent. */
  readonly fewCodes?: number;
  /** Values and pairs of values that fewer records of both sides together have are left to the rest, 10 when absent. */
  readonly leastRecords?: number;
  /** Most records of a side; of longer tables every n-th is taken. 200,000 when absent. */
  readonly mostRows?: number;
}

/** Fits the model to two tables over one domain. RangeError: other domains, or a table without records. */
export function propensity(real: CaseTable, other: CaseTable, options: PropensityOptions = {}): Propensity {
  if (JSON.stringify(real.domains) !== JSON.stringify(other.domains)) {
    throw new RangeError('the two tables are over different domains');
  }
  if (real.rows === 0 || other.rows === 0) throw new RangeError('a table has no records');
  const { mostRows = 200_000 } = options;
  const sides = [thinned(real, mostRows), thinned(other, mostRows)] as const;
  const pooled = pooledRows(sides);
  const { design, pairs } = designOf(real, pooled, options);
  const { probabilities, rank } = fitLogistic(design);
  const [n, m] = [sides[0].rows, sides[1].rows];
  const total = n + m;
  const c = m / total;
  let sum = 0;
  for (let row = 0; row < probabilities.length; row++) {
    sum += (design.totals[row] as number) * ((probabilities[row] as number) - c) ** 2;
  }
  const pMSE = sum / total;
  const unit = ((1 - c) ** 2 * c) / total;
  const nullMean = (rank - 1) * unit;
  return {
    pMSE,
    nullMean,
    ratio: pMSE / nullMean,
    standardised: (pMSE - nullMean) / (Math.sqrt(2 * (rank - 1)) * unit),
    parameters: rank,
    pairs,
    realRows: n,
    otherRows: m,
  };
}

interface Pooled {
  readonly columns: readonly CodeColumn[];
  readonly totals: Float64Array;
  readonly ones: Float64Array;
}

function thinned(table: CaseTable, most: number): Pick<CaseTable, 'columns' | 'rows'> {
  const step = Math.ceil(table.rows / most);
  if (step <= 1) return table;
  const rows = Math.ceil(table.rows / step);
  return {
    rows,
    columns: table.columns.map((column) => Uint16Array.from({ length: rows }, (_, row) => column[row * step] ?? 0)),
  };
}

/** The different rows of both sides, with how many records have each and how many of these are of the second side. */
function pooledRows([real, other]: readonly [
  Pick<CaseTable, 'columns' | 'rows'>,
  Pick<CaseTable, 'columns' | 'rows'>,
]): Pooled {
  const rows = real.rows + other.rows;
  const joined = real.columns.map((column, at) => {
    const both = new Uint16Array(rows);
    both.set(column);
    both.set(other.columns[at] as CodeColumn, real.rows);
    return both;
  });
  const { first, weights, kindOf } = distinctRows(joined, rows);
  const ones = new Float64Array(first.length);
  for (let row = real.rows; row < rows; row++) {
    const kind = kindOf[row] as number;
    ones[kind] = (ones[kind] as number) + 1;
  }
  const columns = joined.map((column) => Uint16Array.from(first, (row) => column[row] as number));
  return { columns, totals: Float64Array.from(weights), ones };
}

/** A block of the design: a column of codes or a pair of columns, and the feature of each code (−1: the reference). */
interface Block {
  readonly a: CodeColumn;
  readonly b: CodeColumn | null;
  readonly sizeOfB: number;
  readonly featureOf: Int32Array;
}

function designOf(
  { variables, domains }: CaseTable,
  { columns, totals, ones }: Pooled,
  { mostFeatures = 800, fewCodes = 9, leastRecords = 10 }: PropensityOptions,
): { design: SparseDesign; pairs: number } {
  const blocks: Block[] = [];
  let features = 1;
  const references: number[] = [];
  const occurring: number[] = [];
  const mains = variables.map((name, at) => {
    const counts = weighted(columns[at] as CodeColumn, totals, domainSize(domains, name));
    references.push(counts.indexOf(Math.max(...counts)));
    occurring.push(counts.filter((count) => count > 0).length);
    return counts;
  });
  const largest = leastFor(mains, references, leastRecords, mostFeatures);
  for (const [at, counts] of mains.entries()) {
    const featureOf = Int32Array.from(counts, (count, code) =>
      code !== references[at] && count >= largest ? features++ : -1,
    );
    blocks.push({ a: columns[at] as CodeColumn, b: null, sizeOfB: 1, featureOf });
  }
  let pairs = 0;
  for (const [a, b] of pairsOfFew(occurring, fewCodes)) {
    const [sizeOfA, sizeOfB] = [mains[a]?.length ?? 0, mains[b]?.length ?? 0];
    const crossed = Uint32Array.from(
      columns[a] as CodeColumn,
      (code, row) => code * sizeOfB + (columns[b]?.[row] ?? 0),
    );
    const counts = weighted(crossed, totals, sizeOfA * sizeOfB);
    const wanted = counts.map((count, cell) => {
      const isReference = Math.floor(cell / sizeOfB) === references[a] || cell % sizeOfB === references[b];
      return !isReference && count >= leastRecords;
    });
    const added = wanted.filter(Boolean).length;
    if (added === 0) continue;
    if (features + added > mostFeatures) break;
    const featureOf = Int32Array.from(wanted, (is) => (is ? features++ : -1));
    blocks.push({ a: columns[a] as CodeColumn, b: columns[b] as CodeColumn, sizeOfB, featureOf });
    pairs++;
  }
  return { design: { features, totals, ones, ...sparse(blocks, totals.length) }, pairs };
}

/** Pairs of columns with few codes, those with the fewest cells first. */
function pairsOfFew(occurring: readonly number[], fewCodes: number): (readonly [number, number])[] {
  const few = [...occurring.keys()].filter(
    (at) => (occurring[at] as number) > 1 && (occurring[at] as number) <= fewCodes,
  );
  const cells = ([a, b]: readonly [number, number]) => (occurring[a] as number) * (occurring[b] as number);
  return few.flatMap((a, at) => few.slice(at + 1).map((b) => [a, b] as const)).sort((p, q) => cells(p) - cells(q));
}

/** The least count that keeps all columns' own values within the limit: rare values of large domains join the reference. */
function leastFor(
  mains: readonly (readonly number[])[],
  references: readonly number[],
  leastRecords: number,
  mostFeatures: number,
): number {
  const counts = mains
    .flatMap((column, at) => column.filter((_, code) => code !== references[at]))
    .filter((count) => count >= leastRecords)
    .sort((a, b) => b - a);
  const room = Math.floor(mostFeatures * 0.75);
  return counts.length <= room ? leastRecords : (counts[room] as number) + 1;
}

function weighted(codes: ArrayLike<number>, totals: Float64Array, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + (totals[row] as number);
  }
  return counts;
}

function sparse(blocks: readonly Block[], rows: number): { starts: Uint32Array; indices: Uint16Array } {
  const starts = new Uint32Array(rows + 1);
  const featureAt = ({ a, b, sizeOfB, featureOf }: Block, row: number) =>
    featureOf[(a[row] as number) * sizeOfB + (b ? (b[row] as number) : 0)] as number;
  for (let row = 0; row < rows; row++) {
    let length = 0;
    for (const block of blocks) if (featureAt(block, row) >= 0) length++;
    starts[row + 1] = (starts[row] as number) + length;
  }
  const indices = new Uint16Array(starts[rows] as number);
  for (let row = 0; row < rows; row++) {
    let to = starts[row] as number;
    for (const block of blocks) {
      const feature = featureAt(block, row);
      if (feature >= 0) indices[to++] = feature;
    }
  }
  return { starts, indices };
}
