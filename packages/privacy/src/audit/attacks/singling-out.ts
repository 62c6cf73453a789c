/**
 * Singling out: a predicate that matches exactly one synthetic record is a guess that it matches exactly one real record
 * (Cohen and Nissim, 2020, PNAS 117; as an attack on synthetic data Giomi et al., 2023). A predicate that a random member
 * of the population fulfils with probability w isolates one of n by chance with probability n·w·(1 − w)^(n − 1), at most
 * about 1/e; the control group says how often this happens without any knowledge of persons.
 *
 * The files differ in size, and the chance above depends on it. So success is counted in both together: exactly one record
 * of training and control file fulfils the predicate, and it lies in the training file (attack) or in the control file
 * (control). Without knowledge of persons these happen in proportion to the files' rows, whatever w is.
 */
import type { CodeColumn } from '../../columns/case-table.ts';
import { type AttackInput, sizesOfTable } from './attack-input.ts';
import { type Chance, chance } from './chance.ts';
import { matchesOf, type Postings, type Predicate, postingsOf, rarestTerm, rowsHolding } from './postings.ts';
import { type Comparison, compareRates, type Rate, scaledRate, wilsonRate } from './rates.ts';

export interface SinglingOut extends Comparison {
  readonly kind: 'univariate' | 'multivariate';
  /** Predicates asked for, and those found, which are the trials. */
  readonly asked: number;
  readonly found: number;
  /** Predicates that match exactly one record of the training file, whatever the control file holds. */
  readonly isolatedInTraining: Rate;
  /** Mean of n·w·(1 − w)^(n − 1) with w from the synthetic columns' frequencies taken as independent. */
  readonly chanceLevel: number;
  /** Predicates per column, for the univariate kind: none dominates. */
  readonly perColumn: Readonly<Record<string, number>>;
}

export interface SinglingOutOptions {
  readonly predicates?: number;
  /** Most columns of a multivariate predicate. */
  readonly width?: number;
  readonly seed: string;
  readonly signal?: AbortSignal;
}

/** Probability that a predicate of weight w isolates exactly one of n independent records. */
export function isolationChance(records: number, weight: number): number {
  return records * weight * (1 - weight) ** (records - 1);
}

/**
 * Predicates of one column: values that a single synthetic record holds. They are taken column by column in turn, so that
 * a column of many rare values does not stand for all.
 */
export function singleOutUnivariate(input: AttackInput, options: SinglingOutOptions): SinglingOut {
  const { predicates: asked = 2000, seed } = options;
  const synthetic = postingsOf(input.synthetic);
  const random = chance(seed, 'singling out, one column');
  const lists = sizesOfTable(input.synthetic).map((size, column) =>
    random.shuffled(
      Array.from({ length: size }, (_, code) => code).filter(
        (code) => code !== input.missing[column] && rowsHolding(synthetic, column, code) === 1,
      ),
    ),
  );
  const predicates: Predicate[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let turn = 0; turn < longest && predicates.length < asked; turn++) {
    for (const [column, codes] of lists.entries()) {
      const code = codes[turn];
      if (code !== undefined && predicates.length < asked) predicates.push([{ column, code }]);
    }
  }
  return judge('univariate', input, synthetic, predicates, asked);
}

/**
 * Predicates of several columns: the values of a random synthetic record in columns taken in random order until no other
 * synthetic record has them all. Each predicate is used once; records that stay hidden among others are given up, and the
 * search too where fewer than one in a hundred comes out.
 */
export function singleOutMultivariate(input: AttackInput, options: SinglingOutOptions): SinglingOut {
  const { predicates: asked = 2000, width = 4, seed, signal } = options;
  const synthetic = postingsOf(input.synthetic);
  const random = chance(seed, 'singling out, several columns');
  const predicates: Predicate[] = [];
  const known = new Set<string>();
  for (
    let attempt = 0;
    attempt < Math.min(20 * asked, 2000 + 100 * predicates.length) && predicates.length < asked;
    attempt++
  ) {
    if (attempt % 1024 === 0) signal?.throwIfAborted();
    const predicate = isolating(synthetic, random, width);
    if (predicate === null) continue;
    const key = predicate.map(({ column, code }) => `${column}:${code}`).join();
    if (known.has(key)) continue;
    known.add(key);
    predicates.push(predicate);
  }
  return judge('multivariate', input, synthetic, predicates, asked);
}

/** A record like the chosen one so far is looked for again only when the last one found lacks the new value. */
function isolating(synthetic: Postings, random: Chance, width: number): Predicate | null {
  const { columns, rows } = synthetic.table;
  const row = random.below(rows);
  const chosen: { column: number; code: number }[] = [];
  let alike = -1;
  for (const column of random.sample(columns.length, width)) {
    const code = (columns[column] as CodeColumn)[row] as number;
    chosen.push({ column, code });
    if (chosen.length === 1 || (alike >= 0 && columns[column]?.[alike] === code)) continue;
    alike = matchesOf(synthetic, chosen, 1, rarestTerm(synthetic, chosen), row).first;
    if (alike < 0) return chosen.sort((a, b) => a.column - b.column);
  }
  return null;
}

function judge(
  kind: SinglingOut['kind'],
  input: AttackInput,
  synthetic: Postings,
  predicates: readonly Predicate[],
  asked: number,
): SinglingOut {
  const train = postingsOf(input.train);
  const control = input.control === null ? null : postingsOf(input.control);
  const { rows } = input.train;
  let inTraining = 0;
  let attack = 0;
  let chanceHits = 0;
  let byChance = 0;
  const perColumn: Record<string, number> = {};
  const isolated = new Map<number, number>();
  const isolate = (record: number) => isolated.set(record, (isolated.get(record) ?? 0) + 1);
  for (const predicate of predicates) {
    const rare = rarestTerm(synthetic, predicate);
    const trained = matchesOf(train, predicate, 2, rare);
    const controlled = control === null ? { count: 0, first: -1 } : matchesOf(control, predicate, 2, rare);
    if (trained.count === 1) inTraining++;
    if (trained.count === 1 && controlled.count === 0) {
      attack++;
      isolate(trained.first);
    }
    if (trained.count === 0 && controlled.count === 1) {
      chanceHits++;
      isolate(-1 - controlled.first);
    }
    const weight = predicate.reduce(
      (product, { column, code }) => (product * rowsHolding(synthetic, column, code)) / input.synthetic.rows,
      1,
    );
    byChance += isolationChance(rows, weight);
    if (kind === 'univariate') {
      const name = input.train.variables[predicate[0]?.column ?? 0] as string;
      perColumn[name] = (perColumn[name] ?? 0) + 1;
    }
  }
  const found = predicates.length;
  const perRecord = predicatesPerRecord(isolated.values());
  const rateOf = (successes: number): Rate => ({
    ...wilsonRate(successes / perRecord, found / perRecord),
    successes,
    trials: found,
  });
  const compared =
    input.control === null
      ? compareRates(rateOf(inTraining), null)
      : compareRates(rateOf(attack), scaledRate(rateOf(chanceHits), rows / input.control.rows));
  return {
    kind,
    asked,
    found,
    ...compared,
    isolatedInTraining: rateOf(inTraining),
    chanceLevel: found === 0 ? 0 : byChance / found,
    perColumn,
  };
}

/**
 * Predicates that isolate the same record succeed or fail together: whether the record was in training. So intervals are
 * those of as many fewer trials as Σm²/Σm, m the predicates per isolated record (the design effect of clusters).
 */
function predicatesPerRecord(counts: Iterable<number>): number {
  let sum = 0;
  let squares = 0;
  for (const count of counts) {
    sum += count;
    squares += count * count;
  }
  return sum === 0 ? 1 : squares / sum;
}
