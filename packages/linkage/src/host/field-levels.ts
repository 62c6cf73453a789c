/**
 * How alike two records of profile F are, field by field, as a few levels each. A missing field is evidence of nothing. Names
 * in the wrong order are compared across when that fits better, in every pair, so that chance agreement counts it too; a
 * table can be told to compare them straight alone.
 */

import type { EncodedBirth, FieldFilters } from '../encode/field-filters.ts';
import type { Filter } from '../encode/filter.ts';
import { distanceWithin, mostDistance, type PackedFilters, packFilters } from './distance.ts';

/** Fields in the order of a pattern, with their levels; the number after the last level means missing. */
export const fieldLevels = [
  { field: 'given', levels: 4 },
  { field: 'family', levels: 4 },
  { field: 'birth', levels: 5 },
  { field: 'sex', levels: 2 },
  { field: 'nationality', levels: 2 },
] as const;

/** Least Dice of a name's levels 0, 1 and 2; below the last it is level 3. */
export const nameSteps = [0.97, 0.75, 0.55] as const;
const lowestStep = nameSteps[2];

const bases = fieldLevels.map(({ levels }) => levels + 1);
/** Number of patterns. */
export const patternCount = bases.reduce((product, base) => product * base, 1);

/** The level of each field in a pattern. */
export const levelsOfPattern: readonly (readonly number[])[] = Array.from({ length: patternCount }, (_, pattern) => {
  let rest = pattern;
  return bases.map((base) => {
    const level = rest % base;
    rest = Math.floor(rest / base);
    return level;
  });
});

/** Records of profile F, ready to be compared. */
export interface FieldTable {
  readonly records: readonly FieldFilters[];
  /** Distinct names, and the place in them of each record's names; −1 for a missing one. */
  readonly names: readonly Filter[];
  readonly packed: PackedFilters;
  readonly given: Int32Array;
  readonly family: Int32Array;
  /** Whether names in the wrong order are compared across. */
  readonly across: boolean;
}

export function fieldTable(records: readonly FieldFilters[], across = true): FieldTable {
  const places = new Map<string, number>();
  const names: Filter[] = [];
  const place = (filter: Filter | null): number => {
    if (!filter) return -1;
    const text = String.fromCharCode(...new Uint16Array(filter.buffer, filter.byteOffset, filter.length * 2));
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, names.length);
    return names.push(filter) - 1;
  };
  const given = Int32Array.from(records, (record) => place(record.given));
  const family = Int32Array.from(records, (record) => place(record.family));
  return { records, given, family, names, packed: packFilters(names), across };
}

/** The pattern of levels of records a and b. */
export function patternOf(table: FieldTable, a: number, b: number): number {
  const [one, two] = [table.records[a] as FieldFilters, table.records[b] as FieldFilters];
  const [given, family] = nameLevels(table, a, b);
  const birth = birthLevel(one.birth, two.birth);
  const sex = sameLevel(one.sex, two.sex);
  const nationality = sameLevel(one.nationality, two.nationality);
  return given + 5 * (family + 5 * (birth + 6 * (sex + 3 * nationality)));
}

function nameLevels({ packed, given, family, across }: FieldTable, a: number, b: number): [number, number] {
  const [ga, gb, fa, fb] = [given[a] as number, given[b] as number, family[a] as number, family[b] as number];
  const straightGiven = likeness(packed, ga, gb);
  const straightFamily = likeness(packed, fa, fb);
  if (across && ga >= 0 && gb >= 0 && fa >= 0 && fb >= 0 && straightGiven + straightFamily < 1) {
    const crossGiven = likeness(packed, ga, fb);
    const crossFamily = likeness(packed, fa, gb);
    if (crossGiven + crossFamily > straightGiven + straightFamily)
      return [nameLevel(crossGiven), nameLevel(crossFamily)];
  }
  return [nameLevel(straightGiven), nameLevel(straightFamily)];
}

/** Dice of two names; −1 where one is missing, 0 where it is below every step. */
function likeness({ packed, words, weights }: PackedFilters, x: number, y: number): number {
  if (x < 0 || y < 0) return -1;
  if (x === y) return 1;
  const [p, q] = [weights[x] as number, weights[y] as number];
  const limit = mostDistance(lowestStep, p, q);
  const distance = distanceWithin(packed, x * words, y * words, words, limit);
  return distance > limit ? 0 : (p + q - distance) / (p + q);
}

function nameLevel(likeness: number): number {
  if (likeness < 0) return 4;
  const level = nameSteps.findIndex((least) => likeness >= least);
  return level < 0 ? 3 : level;
}

function birthLevel(a: EncodedBirth | null, b: EncodedBirth | null): number {
  if (!a || !b) return 5;
  if (a.date !== null && a.date === b.date) return 0;
  if (a.year === b.year) return a.date === null || b.date === null || a.swapped === b.swapped ? 1 : 2;
  return a.spans[0] === b.spans[1] || a.spans[1] === b.spans[0] ? 3 : 4;
}

function sameLevel(a: string | null, b: string | null): number {
  if (a === null || b === null) return 2;
  return a === b ? 0 : 1;
}
