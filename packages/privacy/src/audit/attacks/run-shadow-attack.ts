import { type AttackInput, joinTables, rowsOf } from './attack-input.ts';
import { chance } from './chance.ts';
import { type ShadowMembership, type Synthesiser, shadowMembership } from './shadow-membership.ts';
import { plantedOutliers, vulnerableRecords } from './vulnerable-records.ts';

/** What a shadow attack needs beside the records. */
export interface ShadowAttack {
  readonly synthesise: Synthesiser;
  readonly epsilon: number;
  readonly delta: number;
  readonly runs?: number;
  /** Vulnerable records of the file that are attacked, and as many outliers made of rare codes. */
  readonly targets?: number;
  /** Records beside the targets, drawn from the file. */
  readonly sample?: number;
}

/** Attacks the most vulnerable records of the real file and planted outliers, among a sample of the others. */
export async function runShadowAttack(
  input: AttackInput,
  attack: ShadowAttack,
  options: {
    readonly seed: string;
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number) => void | Promise<void>;
  },
): Promise<ShadowMembership> {
  const { runs = 64, targets: count = 10, sample = 20_000 } = attack;
  const { train } = input;
  const vulnerable = vulnerableRecords(train, {
    count,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).map(({ row }) => row);
  const targets = joinTables([rowsOf(train, vulnerable), plantedOutliers(train, count, options.seed)]);
  const set = new Set(vulnerable);
  const drawn = chance(options.seed, 'shadow sample').sample(train.rows, Math.min(train.rows, sample + set.size));
  const others = rowsOf(train, [...drawn].filter((row) => !set.has(row)).slice(0, sample));
  return shadowMembership(others, targets, attack.synthesise, {
    ...options,
    runs,
    epsilon: attack.epsilon,
    delta: attack.delta,
  });
}
