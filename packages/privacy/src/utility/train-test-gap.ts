/**
 * Train on synthetic, test on real: a classifier of one column from all others, trained once on real records and once on the
 * others, and judged both times on the same real records that neither has seen. The gap is what an analyst loses who has
 * only the synthetic file.
 */
import type { CaseTable, CodeColumn } from '../columns/case-table.ts';
import { domainSize } from '../results/sets.ts';
import { trainStumps } from './boosted-stumps.ts';
import { areaUnderCurve, macroF1 } from './classifier-scores.ts';

export interface TargetGap {
  readonly target: string;
  /** Classes predicted: the common values; the rest are one class more. */
  readonly classes: number;
  /** Mean area under the ROC curve over the classes; trained on real records, and on the others. */
  readonly realAuc: number;
  readonly otherAuc: number;
  readonly aucGap: number;
  readonly realF1: number;
  readonly otherF1: number;
  readonly f1Gap: number;
}

export interface TrainTestGap {
  readonly targets: readonly TargetGap[];
  readonly trainRows: number;
  readonly testRows: number;
  readonly meanAucGap: number | null;
  readonly meanF1Gap: number | null;
}

export interface TrainTestOptions {
  /** Columns to predict; the five of 2 to 20 codes with the most even values when absent. */
  readonly targets?: readonly string[];
  /** Most records trained on, and tested on: 10,000 when absent. */
  readonly mostRows?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Most values of a target told apart. */
const mostClasses = 5;

/** Three tenths of the real records are kept for the test, by a fixed sequence. RangeError: other domains, or too few records. */
export function trainTestGap(real: CaseTable, other: CaseTable, options: TrainTestOptions = {}): TrainTestGap {
  const { mostRows = 10_000, signal, onProgress } = options;
  if (JSON.stringify(real.domains) !== JSON.stringify(other.domains)) {
    throw new RangeError('the two tables are over different domains');
  }
  const targets = options.targets ?? evenest(real, 5);
  const order = shuffled(real.rows);
  const held = Math.floor(0.3 * real.rows);
  const test = chosen(real, order.subarray(0, Math.min(held, mostRows)));
  const train = chosen(real, order.subarray(held, Math.min(real.rows, held + mostRows)));
  const otherTrain = chosen(other, shuffled(other.rows).subarray(0, train.rows));
  if (test.rows === 0 || train.rows === 0 || otherTrain.rows === 0)
    throw new RangeError('there are too few records to train on');
  const gaps = targets.map((target, at) => {
    signal?.throwIfAborted();
    onProgress?.(at / targets.length);
    return gapOf(target, train, otherTrain, test);
  });
  const mean = (of: 'aucGap' | 'f1Gap') =>
    gaps.length === 0 ? null : gaps.reduce((sum, gap) => sum + gap[of], 0) / gaps.length;
  return {
    targets: gaps,
    trainRows: train.rows,
    testRows: test.rows,
    meanAucGap: mean('aucGap'),
    meanF1Gap: mean('f1Gap'),
  };
}

function gapOf(target: string, train: CaseTable, otherTrain: CaseTable, test: CaseTable): TargetGap {
  const at = train.variables.indexOf(target);
  if (at < 0) throw new RangeError(`no column '${target}' to predict`);
  const { classOf, classes } = commonClasses(train.columns[at] as CodeColumn, domainSize(train.domains, target));
  const actual = Uint8Array.from(test.columns[at] as CodeColumn, (code) => classOf[code] as number);
  const judged = (source: CaseTable) => {
    const scores = scoresOf(source, test, at, classOf, classes);
    const areas = scores.flatMap((score, one) => {
      const area = areaUnderCurve(
        score,
        actual.map((code) => (code === one ? 1 : 0)),
      );
      return area === null ? [] : [area];
    });
    const predicted = actual.map((_, row) => argmax(scores, row));
    return {
      auc: areas.reduce((sum, area) => sum + area, 0) / Math.max(1, areas.length),
      f1: macroF1(predicted, actual, classes),
    };
  };
  const [own, theirs] = [judged(train), judged(otherTrain)];
  return {
    target,
    classes,
    realAuc: own.auc,
    otherAuc: theirs.auc,
    aucGap: own.auc - theirs.auc,
    realF1: own.f1,
    otherF1: theirs.f1,
    f1Gap: own.f1 - theirs.f1,
  };
}

/** Scores of the test rows for each class; two classes need one classifier. */
function scoresOf(
  source: CaseTable,
  test: CaseTable,
  at: number,
  classOf: Uint8Array,
  classes: number,
): Float64Array[] {
  const inputs = (table: CaseTable) => table.columns.filter((_, column) => column !== at);
  const sizes = source.variables.filter((_, column) => column !== at).map((name) => domainSize(source.domains, name));
  const codes = source.columns[at] as CodeColumn;
  const scored = (one: number) => {
    const labels = Uint8Array.from(codes, (code) => (classOf[code] === one ? 1 : 0));
    return trainStumps(inputs(source), sizes, labels)(inputs(test), test.rows);
  };
  if (classes === 2) {
    const first = scored(0);
    return [first, first.map((score) => -score)];
  }
  return Array.from({ length: classes }, (_, one) => scored(one));
}

/** The common values of a column by frequency, all others as one class. */
function commonClasses(codes: CodeColumn, size: number): { classOf: Uint8Array; classes: number } {
  const counts = new Float64Array(size);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  const common = [...counts.keys()]
    .filter((code) => (counts[code] as number) >= Math.max(5, 0.005 * codes.length))
    .sort((a, b) => (counts[b] as number) - (counts[a] as number))
    .slice(0, mostClasses);
  const all = counts.filter((count) => count > 0).length;
  const classOf = new Uint8Array(size).fill(common.length);
  for (const [at, code] of common.entries()) classOf[code] = at;
  return { classOf, classes: Math.max(2, common.length + (all > common.length ? 1 : 0)) };
}

function argmax(scores: readonly Float64Array[], row: number): number {
  let best = 0;
  for (let one = 1; one < scores.length; one++) {
    if ((scores[one]?.[row] as number) > (scores[best]?.[row] as number)) best = one;
  }
  return best;
}

/** Columns of 2 to 20 codes by the entropy of their values. */
function evenest({ variables, domains, columns, rows }: CaseTable, most: number): string[] {
  const found = variables.flatMap((name, at) => {
    const size = domainSize(domains, name);
    if (size < 2 || size > 20) return [];
    const counts = new Float64Array(size);
    for (const code of columns[at] as CodeColumn) counts[code] = (counts[code] as number) + 1;
    const entropy = counts.reduce(
      (sum, count) => (count === 0 ? sum : sum - (count / rows) * Math.log(count / rows)),
      0,
    );
    return entropy > 0 ? [{ name, entropy }] : [];
  });
  return found
    .sort((a, b) => b.entropy - a.entropy)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Row numbers in an order that does not depend on anything but their number. */
function shuffled(rows: number): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  let state = 20_160_520;
  for (let at = rows - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const to = Math.floor((state / 2 ** 32) * (at + 1));
    const kept = order[at] as number;
    order[at] = order[to] as number;
    order[to] = kept;
  }
  return order;
}

function chosen(table: CaseTable, rows: Uint32Array): CaseTable {
  const columns = table.columns.map((column) => Uint16Array.from(rows, (row) => column[row] as number));
  return { ...table, columns, rows: rows.length };
}
