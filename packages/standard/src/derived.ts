// Values that are worked out, never entered. Each function takes and returns cell texts (see cell.ts); a missing input
// gives the same missing reason, so that why something is absent survives the derivation.
import { isMissing, missing, yes } from './cell.ts';
import { codesOf, country } from './dictionary.ts';
import { regionOf } from './grouping.ts';

const ageBands = codesOf('age_band').map(({ code }) => code);

/** Completed years to an age band: `26` → `24-26`. */
export function ageBandOf(age: string): string {
  if (isMissing(age)) return age;
  const years = Number(age);
  return (
    ageBands.find((band) => years <= (band.endsWith('+') ? Number.POSITIVE_INFINITY : Number(band.split('-')[1]))) ??
    missing('unknown')
  );
}

/** `child` below 18, else `adult`, from an age in years. */
export function majorityOfAge(age: string): string {
  return isMissing(age) ? age : Number(age) < 18 ? 'child' : 'adult';
}

const majorityByBand = new Map(codesOf('age_band').map(({ code, parent }) => [code, parent ?? missing('unknown')]));

/** `child` or `adult` from an age band; no band straddles 18. */
export function majorityOfBand(band: string): string {
  return isMissing(band) ? band : (majorityByBand.get(band) ?? missing('unknown'));
}

/** Months to a duration band, upper end included: 12 → `0-12`, 12.1 → `13-24`. */
export function durationBandOf(months: string): string {
  if (isMissing(months)) return months;
  const value = Number(months);
  return value <= 12 ? '0-12' : value <= 24 ? '13-24' : '25+';
}

/** Months to completed years `0` … `24`, `25+`. */
export function durationYearsOf(months: string): string {
  if (isMissing(months)) return months;
  const years = Math.floor(Number(months) / 12);
  return years >= 25 ? '25+' : String(years);
}

const purposeByType = new Map(codesOf('exploitation_type').map(({ code, parent }) => [code, parent ?? 'other']));

/**
 * Purpose from the cells of `exploitation_type.*`: labour, sexual, labour_and_sexual, other; the column's missing
 * reason where no type is known. Other types beside labour or sexual do not change the purpose.
 *
 * @param types cell by exploitation type code
 */
export function purposeSummaryOf(types: Readonly<Record<string, string>>): string {
  let labour = false;
  let sexual = false;
  let other = false;
  let reason: string | undefined;
  for (const [type, cell] of Object.entries(types)) {
    if (isMissing(cell)) reason ??= cell;
    if (cell !== yes) continue;
    const purpose = purposeByType.get(type);
    if (purpose === 'labour') labour = true;
    else if (purpose === 'sexual') sexual = true;
    else other = true;
  }
  if (labour && sexual) return 'labour_and_sexual';
  if (labour) return 'labour';
  if (sexual) return 'sexual';
  if (other) return 'other';
  return reason ?? missing('unknown');
}

/** Cross-border or internal from origin and exploitation country (alpha-3). */
export function scopeOf(origin: string, exploitation: string): string {
  if (isMissing(origin)) return origin;
  if (isMissing(exploitation)) return exploitation;
  return origin === exploitation ? 'internal' : 'cross_border';
}

/** The region of a country cell in a grouping. */
export function regionCellOf(iso3: string, groupingId: string): string {
  if (isMissing(iso3)) return iso3;
  return country(iso3) ? (regionOf(iso3, groupingId) ?? missing('unknown')) : missing('unknown');
}

/** ISIC sections that the labour sectors marked yes belong to. */
export function isicSectionsOf(sectors: Readonly<Record<string, string>>): readonly string[] {
  const found = codesOf('labour_sector').filter(({ code, parent }) => parent !== null && sectors[code] === yes);
  return [...new Set(found.map(({ parent }) => parent as string))].sort();
}
