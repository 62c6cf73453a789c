/**
 * Correct attribution probability (CAP): from key columns K an attacker reads a secret column T off the synthetic records
 * with the same key. For an original record j, CAP_j = #{synthetic: K = K_j, T = T_j} / #{synthetic: K = K_j}; records whose
 * key no synthetic record has are undefined, left out and counted. DCAP is the mean (Elliot, 2014; Taub et al., 2018, PSD),
 * its baseline the chance of naming T_j from the originals' own frequencies. TCAP looks only at keys whose synthetic
 * records agree on T (within-equivalence-class attribution probability, WEAP = 1): the share of originals with such a key
 * for whom that T is right (Taub and Elliot, 2019).
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { type AttackInput, sizesOfTable } from './attack-input.ts';
import { type Classes, classesOver, refineClasses } from './classes.ts';
import { meanRate, type Rate } from './rates.ts';

export interface Attribution {
  /** Mean CAP over records whose key occurs among the synthetic ones. */
  readonly dcap: Rate;
  /** Records whose key does not occur. */
  readonly undefined: number;
  /** Records whose key's synthetic records all agree on the secret. */
  readonly unanimous: number;
  /** Share of those for whom it is the right one. */
  readonly tcap: Rate;
}

export interface CorrectAttribution {
  readonly keys: readonly string[];
  readonly secret: string;
  readonly training: Attribution;
  readonly control: Attribution | null;
  /** Mean over the training records of the frequency of their own secret: what guessing by frequency achieves. */
  readonly baseline: number;
}

/** For every secret, with the same keys. RangeError: no key, or a secret among the keys. */
export function correctAttribution(
  input: AttackInput,
  keys: readonly number[],
  secrets: readonly number[],
): readonly CorrectAttribution[] {
  if (keys.length === 0) throw new RangeError('attribution needs a key column');
  const tables = [input.synthetic, input.train, ...(input.control ? [input.control] : [])];
  const sizes = sizesOfTable(input.train);
  const byKey = classesOver(tables, keys);
  return secrets.map((secret) => {
    if (keys.includes(secret)) throw new RangeError('a secret cannot be a key');
    const columns = tables.map((table) => table.columns[secret] as CodeColumn);
    const byBoth = refineClasses(byKey, columns, sizes[secret] as number);
    const synthetic = tally(byKey, byBoth);
    return {
      keys: keys.map((column) => input.train.variables[column] as string),
      secret: input.train.variables[secret] as string,
      training: attribution(synthetic, byKey, byBoth, 1),
      control: input.control === null ? null : attribution(synthetic, byKey, byBoth, 2),
      baseline: guessByFrequency(input.train, secret, sizes[secret] as number),
    };
  });
}

interface Tally {
  readonly keys: Uint32Array;
  readonly pairs: Uint32Array;
}

function tally(byKey: Classes, byBoth: Classes): Tally {
  const keys = new Uint32Array(byKey.count);
  const pairs = new Uint32Array(byBoth.count);
  const keyOf = byKey.of[0] as Uint32Array;
  const pairOf = byBoth.of[0] as Uint32Array;
  for (let row = 0; row < keyOf.length; row++) {
    keys[keyOf[row] as number] = (keys[keyOf[row] as number] as number) + 1;
    pairs[pairOf[row] as number] = (pairs[pairOf[row] as number] as number) + 1;
  }
  return { keys, pairs };
}

function attribution({ keys, pairs }: Tally, byKey: Classes, byBoth: Classes, table: number): Attribution {
  const keyOf = byKey.of[table] as Uint32Array;
  const pairOf = byBoth.of[table] as Uint32Array;
  const agreeing = new Uint8Array(keys.length);
  const syntheticKey = byKey.of[0] as Uint32Array;
  const syntheticPair = byBoth.of[0] as Uint32Array;
  for (let row = 0; row < syntheticKey.length; row++) {
    const key = syntheticKey[row] as number;
    if (pairs[syntheticPair[row] as number] === keys[key]) agreeing[key] = 1;
  }
  let defined = 0;
  let sum = 0;
  let squares = 0;
  let unanimous = 0;
  let right = 0;
  for (let row = 0; row < keyOf.length; row++) {
    const all = keys[keyOf[row] as number] as number;
    if (all === 0) continue;
    const cap = (pairs[pairOf[row] as number] as number) / all;
    defined++;
    sum += cap;
    squares += cap * cap;
    if (agreeing[keyOf[row] as number] === 1) {
      unanimous++;
      if (cap === 1) right++;
    }
  }
  const mean = defined === 0 ? 0 : sum / defined;
  const variance = defined < 2 ? 0.25 : Math.max(0, (squares - defined * mean * mean) / (defined - 1));
  return {
    dcap: meanRate(mean, Math.sqrt(variance / Math.max(1, defined)), defined),
    undefined: keyOf.length - defined,
    unanimous,
    tcap: meanRate(
      unanimous === 0 ? 0 : right / unanimous,
      unanimous === 0 ? 0.5 : Math.sqrt((right * (unanimous - right)) / unanimous ** 3),
      unanimous,
    ),
  };
}

function guessByFrequency(table: CaseTable, column: number, size: number): number {
  const counts = new Float64Array(size);
  for (const code of table.columns[column] as CodeColumn) counts[code] = (counts[code] as number) + 1;
  return counts.reduce((sum, count) => sum + (count / table.rows) ** 2, 0);
}
