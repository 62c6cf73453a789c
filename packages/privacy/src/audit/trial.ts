/**
 * A synthesiser tried on public records: four fifths of them are synthesised, the rest are the control group, and every
 * attack that can tell the two apart is made. A gate blocks on proof of a leak: an attack fails when even the lower end of
 * what is left after the control group, at the stated probability, is above its limit.
 *
 * Left out are attacks whose rate grows with what is true of everybody (attribution over the baseline), and the echo of rare
 * combinations: those come in clusters, many of one record, and an interval made for independent trials is too narrow to
 * block on. In 60 trials of a sound synthesiser with fresh noise its residual was up to 8 standard errors from 0; those of
 * the attacks kept here had standard deviations of 0.2 to 0.9 standard errors about means of 0.1 to 1.0 (the density ratio
 * 2.3 above one half, far below its limit).
 */
import type { CaseTable } from '../columns/case-table.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import { normalQuantile } from '../results/normal.ts';
import { attackInput, rowsOf } from './attacks/attack-input.ts';
import { type AttackName, attackGates } from './attacks/gates.ts';
import { type Comparison, z95Exact } from './attacks/rates.ts';
import { type AttackResults, runAttacks } from './attacks/run-attacks.ts';
import { type Finding, finding } from './verdicts.ts';

/** Makes synthetic records of some records, over the same domains, with settings of its own. */
export type TrialSynthesis = (train: CaseTable) => Promise<CaseTable>;

export interface TrialOptions {
  /** Splits the records and draws targets and predicates; published. */
  readonly seed: string;
  /** Codes that say that an answer is missing. */
  readonly missing: readonly string[];
  /** Probability, by the normal approximation, with which each finding fails though nothing leaks; 1e-4 when absent. */
  readonly miss?: number;
  readonly targets?: number;
  readonly predicates?: number;
  readonly signal?: AbortSignal;
}

/** Fewest trials of an attack that are judged. */
const fewestTrials = 30;

/** Whole records that may come back beyond chance: the same split of one world can favour one side by about a hundredth. */
const copiesLimit = 0.02;

/** Synthesises and attacks. RangeError: fewer than ten records. */
export async function trySynthesis(
  records: CaseTable,
  synthesise: TrialSynthesis,
  options: TrialOptions,
): Promise<readonly Finding[]> {
  const { seed, missing, miss = 1e-4, targets = 500, predicates = 2000, signal } = options;
  if (records.rows < 10) throw new RangeError('a trial needs ten records or more');
  const order = shuffled(records.rows, seed);
  const used = Math.floor(records.rows * 0.8);
  const train = rowsOf(records, order.subarray(0, used));
  const control = rowsOf(records, order.subarray(used));
  const synthetic = await synthesise(train);
  const input = attackInput({ train, control, synthetic, missing });
  return provenLeaks(await runAttacks(input, { seed, targets, predicates, ...(signal ? { signal } : {}) }), miss);
}

/** What attacks with a control group prove; those with too few trials prove nothing and are left out. */
export function provenLeaks(results: AttackResults, miss: number): readonly Finding[] {
  const linked = results.linkability.byNeighbours;
  const judged: readonly (readonly [AttackName, Comparison | undefined])[] = [
    ['exact-copies', results.exactCopies],
    ['singling-out-univariate', results.singlingOut.univariate],
    ['singling-out-multivariate', results.singlingOut.multivariate],
    ['linkability', linked.reduce((a, b) => ((b.residual?.value ?? 0) > (a.residual?.value ?? 0) ? b : a))],
    ['attribute-inference', results.attributeInference.pooled],
  ];
  const z = normalQuantile(1 - miss);
  const findings = judged.flatMap(([name, compared]): Finding[] => {
    if (!compared?.residual || !compared.control) return [];
    const { attack, control, residual } = compared;
    if (attack.trials < fewestTrials || control.trials < fewestTrials) return [];
    const value = residual.value - (residual.error * z) / z95Exact;
    const numbers = { attack: attack.rate, control: control.rate, residual: residual.value, error: residual.error };
    const limit = name === 'exact-copies' ? copiesLimit : attackGates[name].limit;
    return [finding(name, value, limit, miss, numbers)];
  });
  const { densityRatio } = results;
  if (densityRatio === null) return findings;
  const { auc, upper } = densityRatio;
  const error = upper - auc;
  const low = auc - (error * z) / z95Exact;
  return [...findings, finding('density-ratio', low, attackGates['density-ratio'].limit, miss, { auc, error })];
}

function shuffled(rows: number, seed: string): Uint32Array {
  const random = publishedRandom(`casebridge trial: ${seed}`);
  const order = Uint32Array.from({ length: rows }, (_, at) => at);
  for (let at = rows - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}
