import { countries } from '@casebridge/standard';
import { stringify } from 'csv-stringify/sync';
import { bornOn, type InventedCase } from './person.ts';
import { type Random, seeded } from './random.ts';

/** What names are made of: sounds of no language, so that nobody bears them. */
const sounds =
  'ba dri fle gra jux ke li mo nu plo qua ra sko tri ul vel wi xan yor zun bex cho dwa fim gno hul irk jop kla lum mez nov oph pla rux stu tvi ubo vro zyl'.split(
    ' ',
  );

const alpha2 = new Map(countries.map(({ iso3, iso2 }) => [iso3, iso2]));

/** An invented person's names; the same for a person every time. */
export function namesOf(person: number): { readonly given: string; readonly family: string } {
  const random = seeded(7_000_000 + person);
  const name = (parts: number) => Array.from({ length: parts }, () => random.pick(sounds)).join('');
  return { given: name(3), family: name(3) };
}

/**
 * A contributor's own list of names, which is encoded and never leaves it: the columns of the record key, then names, date of birth,
 * sex and nationality as this contributor wrote them down. One name in eight has a letter wrong, one date in sixteen lacks its day,
 * one pair of names in fifty stands in the wrong order.
 *
 * @param keys the cells of each case's record key
 */
export function namesFile(
  keyColumns: readonly string[],
  cases: readonly { readonly case: InventedCase; readonly person: number; readonly key: readonly string[] }[],
  seed: number,
): string {
  const random = seeded(seed);
  const rows = cases.map(({ case: entry, person, key }) => {
    const { given, family } = namesOf(person);
    const written = [misspelt(given, random), misspelt(family, random)];
    if (random.chance(0.02)) written.reverse();
    const born = bornOn(entry) ?? '';
    return [
      ...key,
      ...written,
      random.chance(1 / 16) ? born.slice(0, 7) : born,
      entry.sex ?? '',
      entry.origin === null ? '' : (alpha2.get(entry.origin) ?? ''),
    ];
  });
  return stringify([[...keyColumns, 'given_name', 'family_name', 'birth', 'sex', 'nationality'], ...rows]);
}

function misspelt(name: string, random: Random): string {
  if (!random.chance(1 / 16)) return name;
  const at = random.between(1, name.length - 1);
  return `${name.slice(0, at)}${random.chance(0.5) ? '' : random.pick(['a', 'e', 'i', 'o', 'u'])}${name.slice(at + 1)}`;
}
