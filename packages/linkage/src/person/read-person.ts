import { Refusal } from '@casebridge/refusal';
import { brokenBirthText, type DateOrder, parseBirth } from './birth.ts';
import type { Identifiers } from './identifiers.ts';
import { normaliseName } from './normalise.ts';
import { sexLetter } from './sex.ts';

/** Fields of a record that linkage reads, in the order they are asked for. */
export const personFields = ['given_name', 'family_name', 'birth', 'sex', 'nationality'] as const;
export type PersonField = (typeof personFields)[number];

/** A row's cells as they stand in the file; an absent field is missing. */
export type RawPerson = Readonly<Partial<Record<PersonField, string>>>;

/** A person, and what was remarkable about the row. */
export interface ReadPerson {
  readonly person: Identifiers;
  /** The date was no date: it counts as missing, but for its characters in profile C. */
  readonly unreadableBirth: boolean;
}

export interface ReadPersonOptions {
  /** Order of day, month and year where the year comes last. */
  readonly order: DateOrder;
  /** Where the row stands, for messages: `people.csv, row 7`. */
  readonly place: string;
  /** The row's number, for pages that say a refusal in another language. */
  readonly row?: number;
  /** The column of each field, for messages. */
  readonly columns?: Readonly<Partial<Record<PersonField, string>>>;
}

/** Cells that say nothing, whatever the language of the form. */
const nothing =
  /^(?:-+|\.+|\?+|n\/?a|null|none|nil|unknown|inconnu|desconocid[oa]|desconhecid[oa]|غير معروفة?|مجهولة?|невідом[оаий]+|неизвестн[оаый]+)$/i;

const spoken: Readonly<Record<PersonField, string>> = {
  given_name: 'given name',
  family_name: 'family name',
  birth: 'date of birth',
  sex: 'sex',
  nationality: 'nationality',
};

/**
 * Reads a row. An empty cell is missing. Refusals, naming row and column and never the content: `linkage-script`, a name
 * in another script without a romanised form, or a sex or nationality in one that is not understood; `linkage-two-digit-year`.
 */
export function readPerson(raw: RawPerson, { order, place, row, columns = {} }: ReadPersonOptions): ReadPerson {
  const refusal = (code: string, field: PersonField, rule: string, why = '') => {
    const column = columns[field] ?? '';
    const where = column === '' ? place : `${place}, column '${column}'`;
    const args = { ...(row === undefined ? {} : { row }), column, why };
    return new Refusal(code, `${where}: ${rule}`, { args });
  };
  const cell = (field: PersonField) => {
    const text = (raw[field] ?? '').trim();
    return nothing.test(text) ? '' : text;
  };
  const name = (field: 'given_name' | 'family_name') => {
    const { text, untransliterated } = normaliseName(cell(field));
    if (!untransliterated) return text;
    throw refusal(
      'linkage-script',
      field,
      `the ${spoken[field]} is not in Latin letters; add a column with its romanised form and name that one.`,
    );
  };
  // A cell that is not understood would pass for an empty one.
  const code = (field: 'sex' | 'nationality', read: (text: string) => string) => {
    const text = read(cell(field));
    if (text !== '' || !normaliseName(cell(field)).untransliterated) return text;
    throw refusal(
      'linkage-script',
      field,
      `the ${spoken[field]} is not in Latin letters; write its code, such as ${field === 'sex' ? 'f' : 'UKR'}.`,
      'code',
    );
  };
  const [given, family] = [name('given_name'), name('family_name')];
  const birth = parseBirth(cell('birth'), order);
  if (birth === 'two_digit_year') {
    throw refusal(
      'linkage-two-digit-year',
      'birth',
      'the year of birth has two digits, which may be any century; write it with four.',
    );
  }
  const unreadable = birth === 'unreadable';
  return {
    person: {
      given,
      family,
      birth: unreadable ? null : birth,
      ...(unreadable ? { brokenBirth: brokenBirthText(cell('birth'), order) } : {}),
      sex: code('sex', sexLetter),
      nationality: code('nationality', (text) => normaliseName(text).text),
    },
    unreadableBirth: unreadable,
  };
}
