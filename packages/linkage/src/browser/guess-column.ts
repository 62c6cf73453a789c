import type { PersonField } from '../index.ts';

const likely: Readonly<Record<PersonField | 'record_key', RegExp>> = {
  given_name: /^(?:given|first|fore)|pr[eé]nom|^nombre|^nome$/i,
  family_name: /family|surname|last.?name|^nom(?: de famille)?$|apellido|sobrenome/i,
  birth: /birth|^dob$|^born|naissance|nacimiento|nascimento/i,
  sex: /^(?:sex|gender|sexe|genre|sexo)/i,
  nationality: /national|citizenship|pays/i,
  record_key: /(?:^|_|\b)(?:id|key|code|num[eé]ro)$|record/i,
};

/** The first column whose header looks like the field; null where none does. */
export function guessColumn(field: PersonField | 'record_key', columns: readonly string[]): string | null {
  return columns.find((column) => likely[field].test(column.trim())) ?? null;
}
