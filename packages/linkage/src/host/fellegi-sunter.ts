/**
 * Fellegi and Sunter's scores for profile F (1969). The share of pairs that are matches, λ, comes from a rule that is seldom
 * wrong divided by the share of matches that the rule finds; u, how strangers agree, from all pairs less those matches; only
 * m, how matches agree, is iterated. Left free, all three fall for some other class of pairs, such as people of one country.
 *
 * Strangers of one country have like names, so u is kept for names, sex and nationality together, as counted, not as a
 * product. m of these is a product, found among pairs of one full date of birth, where matches are many. Then each level
 * of the date of birth is a mixture of two known parts, whose one unknown is its number of matches. Dates that differ
 * altogether get what is left of λ.
 */
import { fieldLevels, levelsOfPattern, patternCount } from './field-levels.ts';
import { chancesOf, startOf } from './level-chances.ts';

export interface MatchModel {
  /** Share of all pairs that are matches. */
  readonly lambda: number;
  /** Matches per level of the date of birth, the last for a missing one. */
  readonly matchesByBirth: readonly number[];
  /** How matches agree in given name, family name, sex and nationality: the chance of each level. */
  readonly m: readonly (readonly number[])[];
  /** Chance that a pair of this pattern is a match, per pattern. */
  readonly posterior: Float64Array;
}

const birthField = 2;
const birthLevels = fieldLevels[birthField].levels + 1;
const otherFields = [0, 1, 3, 4] as const;
const rounds = 200;
/** Least share of a pattern's pairs that is left to strangers. */
const leastStrangers = 0.02;

/** Patterns that are matches but for a rare chance: one full date of birth and two like names. */
export function isSure(levels: readonly number[]): boolean {
  return levels[birthField] === 0 && (levels[0] ?? 4) <= 1 && (levels[1] ?? 4) <= 1;
}

/**
 * @param counts all pairs of records by pattern; those without any likeness may be estimated from a sample
 * @param recall share of matches that `isSure` finds
 */
export function fitMatches(counts: Float64Array, recall: number): MatchModel {
  const pairs = sum(counts);
  const matches = Math.min(pairs / 2, Math.max(1, sumWhere(counts, isSure) / recall));
  const missing = fieldLevels.map(({ levels }, field) => sumWhere(counts, (own) => own[field] === levels) / pairs);
  const m = chancesAmongSameDates(counts);
  const like = levelsOfPattern.map((own) =>
    otherFields.reduce<number>((product, field) => {
      const known = m[field]?.[own[field] as number];
      return product * (known === undefined ? (missing[field] as number) : known * (1 - (missing[field] as number)));
    }, 1),
  );
  const cells = new Float64Array(patternCount);
  for (const [at, own] of levelsOfPattern.entries()) {
    const cell = cellOf(own);
    cells[cell] = (cells[cell] as number) + (counts[at] as number);
  }
  const strange = levelsOfPattern.map((own, at) => {
    const seen = cells[cellOf(own)] as number;
    return Math.max(seen - matches * (like[at] as number), leastStrangers * seen, 1e-3) / (pairs - matches);
  });
  const sizes = Array.from({ length: birthLevels }, (_, level) => sumWhere(counts, (own) => own[birthField] === level));
  const different = birthLevels - 2;
  const matchesByBirth = sizes.map((size, level) =>
    level === different || size === 0 ? 0 : size * mixtureShare(counts, level, size, like, strange),
  );
  matchesByBirth[different] = Math.max(matches - sum(matchesByBirth), matches * 1e-3);
  const posterior = Float64Array.from(levelsOfPattern, (own, at) => {
    const level = own[birthField] as number;
    const of = (matchesByBirth[level] as number) * (like[at] as number);
    const not = Math.max(0, (sizes[level] as number) - (matchesByBirth[level] as number)) * (strange[at] as number);
    return of === 0 ? 0 : of / (of + not);
  });
  return { lambda: matches / pairs, matchesByBirth, m, posterior };
}

/** m of the other fields, by expectation and maximisation among pairs of one full date of birth, with u held. */
function chancesAmongSameDates(counts: Float64Array): number[][] {
  const u = fieldLevels.map((_, field) => chancesOf(counts, field));
  const block = [...counts.keys()].filter(
    (at) => levelsOfPattern[at]?.[birthField] === 0 && (counts[at] as number) > 0,
  );
  const size = Math.max(1, sum(block.map((at) => counts[at] as number)));
  const expected = new Float64Array(patternCount);
  let m = fieldLevels.map(({ levels }) => startOf(levels));
  let share = 0.3;
  for (let round = 0; round < rounds; round++) {
    for (const at of block) {
      let ratio = share / (1 - share);
      for (const field of otherFields) {
        const level = levelsOfPattern[at]?.[field] as number;
        const [own, other] = [m[field]?.[level], u[field]?.[level]];
        if (own !== undefined && other !== undefined) ratio *= own / other;
      }
      expected[at] = ((counts[at] as number) * ratio) / (1 + ratio);
    }
    m = fieldLevels.map((_, field) => chancesOf(expected, field, block));
    share = Math.min(0.99, Math.max(1e-6, sum(expected) / size));
  }
  return m;
}

/** Share of matches among pairs of one level of the date of birth, where both parts of the mixture are known. */
function mixtureShare(
  counts: Float64Array,
  level: number,
  size: number,
  like: readonly number[],
  strange: readonly number[],
): number {
  const own = [...counts.keys()].filter(
    (at) => levelsOfPattern[at]?.[birthField] === level && (counts[at] as number) > 0,
  );
  let share = level === 0 ? 0.5 : 1e-3;
  for (let round = 0; round < rounds; round++) {
    let of = 0;
    for (const at of own) {
      const match = share * (like[at] as number);
      of += ((counts[at] as number) * match) / (match + (1 - share) * (strange[at] as number));
    }
    share = of / size;
  }
  return share;
}

/** A number per combination of levels other than that of the date of birth. */
function cellOf([given = 0, family = 0, , sex = 0, nationality = 0]: readonly number[]): number {
  return given + 5 * (family + 5 * (sex + 3 * nationality));
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function sumWhere(counts: Float64Array, wanted: (levels: readonly number[]) => boolean): number {
  return sum(counts.filter((_, at) => wanted(levelsOfPattern[at] as readonly number[])));
}
