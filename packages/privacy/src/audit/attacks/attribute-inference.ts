/**
 * Attribute inference: an attacker who knows all other columns of a person guesses a secret one by the majority of the
 * nearest synthetic records (Giomi et al., 2023); and the distance to the nearest record, which is reported and judges
 * nothing: files that pass a threshold on it leak all the same (Yao et al., 2025, "The DCR Delusion").
 *
 * One pass per target serves every secret. With d the number of differing columns, a record is at distance d − [it differs
 * in the secret] from what the attacker knows, so the nearest lie within one of the least d.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { type AttackInput, sizesOfTable } from './attack-input.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { targetRows } from './neighbour-targets.ts';
import { distancesFrom } from './packed-rows.ts';
import { type Comparison, compareRates, type Rate, wilsonRate } from './rates.ts';

export interface SecretInference extends Comparison {
  readonly secret: string;
  /** Share of targets that the most frequent known value of the synthetic file gets right. */
  readonly byModeAlone: number;
  /** Targets left out because their own secret is missing: nothing to learn. */
  readonly withoutSecret: number;
}

/** Distance from a record to the nearest synthetic one. */
export interface ClosestRecord {
  readonly meanFromTraining: number;
  readonly meanFromControl: number | null;
  /** Share of targets with an equal synthetic record. */
  readonly equalInTraining: number;
  readonly equalInControl: number | null;
}

export interface AttributeInference {
  readonly targets: number;
  /** All secrets together, with the record as the unit: a record's secrets are found or hidden together. */
  readonly pooled: Comparison;
  readonly secrets: readonly SecretInference[];
  readonly closest: ClosestRecord;
}

export interface AttributeInferenceOptions {
  /** Positions of the secret columns; all where absent. */
  readonly secrets?: readonly number[];
  readonly targets?: number;
  readonly seed: string;
  readonly signal?: AbortSignal;
}

/** RangeError: fewer than two columns, so that nothing is known beside the secret. */
export function attributeInference(input: AttackInput, options: AttributeInferenceOptions): AttributeInference {
  const { targets = 1000, seed, signal } = options;
  const all = input.train.columns.map((_, column) => column);
  if (all.length < 2) throw new RangeError('inference needs a known column beside the secret one');
  const secrets = options.secrets ?? all;
  const synthetic = distinctRows(input.synthetic, all);
  const modes = secrets.map((column) => modeOf(input.synthetic, column, input.missing[column] as number));
  const rows = targetRows(input, targets, seed, 'attribute inference');
  const run = (table: CaseTable, chosen: Uint32Array) =>
    guesses(table, chosen, input, synthetic, secrets, modes, signal);
  const attack = run(input.train, rows.train);
  const control = input.control && rows.control ? run(input.control, rows.control) : null;
  return {
    targets: rows.train.length,
    pooled: compareRates(
      pooledRate(attack.secrets, rows.train.length),
      control && rows.control ? pooledRate(control.secrets, rows.control.length) : null,
    ),
    secrets: secrets.map((column, at) => {
      const one = attack.secrets[at] as Tally;
      const other = control?.secrets[at];
      return {
        secret: input.train.variables[column] as string,
        ...compareRates(
          wilsonRate(one.right, one.trials),
          other === undefined ? null : wilsonRate(other.right, other.trials),
        ),
        byModeAlone: one.trials === 0 ? 0 : one.mode / one.trials,
        withoutSecret: rows.train.length - one.trials,
      };
    }),
    closest: {
      meanFromTraining: attack.distance,
      meanFromControl: control?.distance ?? null,
      equalInTraining: attack.equal,
      equalInControl: control?.equal ?? null,
    },
  };
}

function pooledRate(tallies: readonly Tally[], records: number): Rate {
  const trials = tallies.reduce((sum, tally) => sum + tally.trials, 0);
  const right = tallies.reduce((sum, tally) => sum + tally.right, 0);
  return trials === 0 ? wilsonRate(0, 0) : wilsonRate((right / trials) * records, records);
}

interface Tally {
  right: number;
  trials: number;
  mode: number;
}

function guesses(
  table: CaseTable,
  chosen: Uint32Array,
  input: AttackInput,
  synthetic: DistinctRows,
  secrets: readonly number[],
  modes: readonly number[],
  signal: AbortSignal | undefined,
): { secrets: readonly Tally[]; distance: number; equal: number } {
  const tallies = secrets.map((): Tally => ({ right: 0, trials: 0, mode: 0 }));
  const sizes = sizesOfTable(table);
  const distances = new Uint16Array(synthetic.packed.rows);
  const votes = new Float64Array(Math.max(...sizes));
  let distance = 0;
  let equal = 0;
  for (const [at, row] of chosen.entries()) {
    if (at % 64 === 0) signal?.throwIfAborted();
    const record = (column: number) => (table.columns[column] as CodeColumn)[row] as number;
    distancesFrom(synthetic.packed, record, distances);
    const { least, nearest, next } = nearestTwoShells(distances);
    distance += least;
    if (least === 0) equal++;
    for (const [s, column] of secrets.entries()) {
      const truth = record(column);
      if (truth === input.missing[column]) continue;
      const tally = tallies[s] as Tally;
      const codes = input.synthetic.columns[column] as CodeColumn;
      tally.trials++;
      if (truth === modes[s]) tally.mode++;
      tally.right += chanceOfRight(synthetic, codes, nearest, next, truth, input.missing[column] as number, votes);
    }
  }
  const count = Math.max(1, chosen.length);
  return { secrets: tallies, distance: distance / count, equal: equal / count };
}

/** Classes at the least distance and at the one after it. */
function nearestTwoShells(distances: Uint16Array): { least: number; nearest: number[]; next: number[] } {
  let least = 65_535;
  for (let at = 0; at < distances.length; at++) least = Math.min(least, distances[at] as number);
  const nearest: number[] = [];
  const next: number[] = [];
  for (let at = 0; at < distances.length; at++) {
    const over = (distances[at] as number) - least;
    if (over === 0) nearest.push(at);
    else if (over === 1) next.push(at);
  }
  return { least, nearest, next };
}

/** Chance that the majority of the nearest records, ties broken at random, names the truth. What is missing has no vote. */
function chanceOfRight(
  synthetic: DistinctRows,
  codes: CodeColumn,
  nearest: readonly number[],
  next: readonly number[],
  truth: number,
  missing: number,
  votes: Float64Array,
): number {
  votes.fill(0);
  const codeOf = (at: number) => codes[synthetic.first[at] as number] as number;
  const vote = (at: number) => {
    const code = codeOf(at);
    if (code !== missing) votes[code] = (votes[code] as number) + (synthetic.counts[at] as number);
  };
  const closer = nearest.filter((at) => codeOf(at) !== truth);
  if (closer.length > 0) closer.forEach(vote);
  else {
    nearest.forEach(vote);
    for (const at of next) if (codeOf(at) !== truth) vote(at);
  }
  let most = 0;
  let tied = 0;
  for (let code = 0; code < votes.length; code++) {
    const count = votes[code] as number;
    if (count > most) {
      most = count;
      tied = 1;
    } else if (count === most && count > 0) tied++;
  }
  return most > 0 && votes[truth] === most ? 1 / tied : 0;
}

function modeOf(table: CaseTable, column: number, missing: number): number {
  const counts = new Map<number, number>();
  for (const code of table.columns[column] as CodeColumn) counts.set(code, (counts.get(code) ?? 0) + 1);
  counts.delete(missing);
  let best = -1;
  let most = 0;
  for (const [code, count] of counts) {
    if (count > most || (count === most && code < best)) {
      best = code;
      most = count;
    }
  }
  return best;
}
