import { isFullBirth } from '../person/birth.ts';
import type { ReadPerson } from '../person/read-person.ts';
import type { LinkageBlock } from './encode-records.ts';
import { popcount } from './filter.ts';

/** What a contributor sees of the own file before it is handed over. */
export interface SelfTest {
  readonly records: number;
  /** Records by what they can be linked by; each record is in one class. */
  readonly classes: {
    /** Both names, a full date of birth and sex. */
    readonly complete: number;
    /** Both names, and a year or a placeholder date. */
    readonly yearOnly: number;
    /** Both names, no date. */
    readonly namesOnly: number;
    /** One name at most, with some date. */
    readonly oneName: number;
    /** Too little to link by. */
    readonly tooLittle: number;
  };
  /** Share of records with a date of birth that is 1 January, which counts as a year alone. */
  readonly placeholderShare: number;
  readonly unreadableBirths: number;
  /** Set bits of the record filters; null without profile C. */
  readonly weight: { readonly mean: number; readonly spread: number } | null;
  /** Records that equal an earlier one in names, date of birth and sex. */
  readonly duplicates: number;
}

/** A running self-test: `add` per record, `finish` at the end. */
export function selfTest(): {
  add(read: ReadPerson, block: LinkageBlock): void;
  finish(): SelfTest;
} {
  const classes = { complete: 0, yearOnly: 0, namesOnly: 0, oneName: 0, tooLittle: 0 };
  const seen = new Set<string>();
  let [records, placeholders, unreadableBirths, duplicates] = [0, 0, 0, 0];
  let [filters, sum, squares] = [0, 0, 0];
  return {
    add({ person, unreadableBirth }, { recordFilter }) {
      records++;
      if (unreadableBirth) unreadableBirths++;
      if (person.birth?.placeholder) placeholders++;
      classes[classOf(person)]++;
      if (isFullBirth(person.birth) && person.given !== '' && person.family !== '') {
        const { year, month, day } = person.birth;
        const identity = [person.given, person.family, year, month, day, person.sex].join(' ');
        if (seen.has(identity)) duplicates++;
        seen.add(identity);
      }
      if (!recordFilter) return;
      const weight = popcount(recordFilter);
      filters++;
      sum += weight;
      squares += weight * weight;
    },
    finish() {
      const mean = sum / Math.max(1, filters);
      return {
        records,
        classes,
        placeholderShare: records === 0 ? 0 : placeholders / records,
        unreadableBirths,
        weight: filters === 0 ? null : { mean, spread: Math.sqrt(Math.max(0, squares / filters - mean * mean)) },
        duplicates,
      };
    },
  };
}

function classOf({ given, family, birth, sex }: ReadPerson['person']): keyof SelfTest['classes'] {
  const names = (given === '' ? 0 : 1) + (family === '' ? 0 : 1);
  if (names === 2) {
    if (birth === null) return 'namesOnly';
    return isFullBirth(birth) && sex !== '' ? 'complete' : 'yearOnly';
  }
  return names === 1 && birth !== null ? 'oneName' : 'tooLittle';
}
