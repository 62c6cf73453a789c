// What direct identifiers look like (rule F03, and what `suggestMapping` proposes to drop). Every pattern runs on texts
// cut at 200 characters and has no nested repetition, so that no cell can make it slow.
import { findCountry, foldText } from '@casebridge/standard';

/** Kinds of direct identifiers; also words of the messages. */
export type IdentifierKind =
  | 'names'
  | 'phones'
  | 'emails'
  | 'identity_numbers'
  | 'addresses'
  | 'coordinates'
  | 'free_text';

/** The kind of identifier a column's header names, in English, French, Spanish or Arabic; null for none. */
export function identifierKindOfHeader(header: string): IdentifierKind | null {
  const words = wordsOf(header);
  const has = (list: ReadonlySet<string>) => words.some((word) => list.has(word));
  if (has(emailWords) || (words.includes('e') && words.includes('mail'))) return 'emails';
  if (has(phoneWords)) return 'phones';
  if (has(coordinateWords)) return 'coordinates';
  if (has(identityWords) || (has(documentWords) && has(numberWords))) return 'identity_numbers';
  if (has(nationalWords) && has(idWords)) return 'identity_numbers';
  if (has(addressWords)) return 'addresses';
  if (has(nameWords) && !has(thingWords) && !isCount(words)) return 'names';
  return has(noteWords) ? 'free_text' : null;
}

/** The kind of identifier one cell looks like on its own; null for none. Names without a title need a whole column: see `looksLikeName`. */
export function identifierKindOfCell(text: string): IdentifierKind | null {
  const cell = text.length > longest ? text.slice(0, longest) : text;
  if (cell.length < 5) return null;
  if (cell.includes('@') && emailPattern.test(cell)) return 'emails';
  if (digit.test(cell)) return kindOfDigits(cell);
  return titlePattern.test(cell) ? 'names' : null;
}

/** True for a text of two to four capitalised words that is no country: the shape of a person's name. */
export function looksLikeName(text: string): boolean {
  if (text.length > 60 || !namePattern.test(text)) return false;
  return findCountry(text) === undefined;
}

function kindOfDigits(cell: string): IdentifierKind | null {
  if (coordinatePattern.test(cell) || degreePattern.test(cell)) return 'coordinates';
  if (passportPattern.test(cell) || securityNumberPattern.test(cell)) return 'identity_numbers';
  if (!phoneCharacters.test(cell) || datePattern.test(cell) || yearsPattern.test(cell)) return null;
  const digits = cell.replaceAll(/\D/g, '');
  const international = cell.startsWith('+') || cell.startsWith('00');
  if (international && digits.length >= 8 && digits.length <= 17) return 'phones';
  if (digits.length < 9) return null;
  if (digits.length === cell.length) return cell.startsWith('0') && digits.length <= 11 ? 'phones' : 'identity_numbers';
  return digits.length <= 15 ? 'phones' : 'identity_numbers';
}

function isCount(words: readonly string[]): boolean {
  const at = words.indexOf('nombre');
  return at >= 0 && words.slice(at + 1).some((word) => countedWords.has(word));
}

/** The folded words of a header: `prs_First_Name` and `FirstName` give `first`, `name`. */
export function wordsOf(header: string): readonly string[] {
  return foldText(header.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ')).split(' ');
}

const longest = 200;
const digit = /\d/;
const emailPattern = /[^\s@]{1,64}@[^\s@]{1,120}\.[a-zA-Z]{2,24}/;
const coordinatePattern = /^-?\d{1,3}[.,]\d{3,12}\s?[,;/ ]\s?-?\d{1,3}[.,]\d{3,12}$/;
const degreePattern = /\d{1,3}\s?°\s?\d{1,2}/;
const passportPattern = /^[A-Z]{1,3}\d{6,10}$/;
const securityNumberPattern = /^\d{3}-\d{2}-\d{4}$/;
const phoneCharacters = /^[+(\d][\d ().\-/\u00a0]{6,30}$/;
const datePattern = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:\D|$)/;
const yearsPattern = /^(?:19|20)\d{2}(?:[ -](?:19|20)\d{2})+$/;
const titlePattern = /^(?:mr|mrs|ms|miss|dr|mme|mlle|m\.|sr|sra|srta|السيد|السيدة|الآنسة)\.?\s\s?\p{L}/iu;
const namePattern = /^\p{Lu}\p{Ll}{1,20}(?:[ '’-](?:\p{Lu}\p{Ll}{1,20}|de|da|del|la|ben|bin|el|al)){1,4}$/u;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldText));
const emailWords = set('email emails courriel correo البريد mailadresse');
const phoneWords = set(
  'phone phones telephone tel telefono teléfono tél téléphone celular movil móvil whatsapp gsm mobile portable هاتف الهاتف جوال الجوال موبايل',
);
const coordinateWords = set(
  'latitude longitude latitud longitud lat lon lng gps coordinates coordonnées coordenadas إحداثيات الإحداثيات',
);
const identityWords = set('cni dni curp cedula cédula ssn nin nif nie passportno passportnumber identitynumber الهوية');
const documentWords = set('passport passeport pasaporte identity identité identidad identification جواز بطاقة');
const numberWords = set('no n num number numero numéro nr id رقم');
const nationalWords = set('national nationale nacional identity card carte carta');
const idWords = set('id identity identité identidad');
const addressWords = set(
  'address addresses adresse adresses dirección direccion domicile domicilio street rue calle postal postcode zip العنوان عنوان',
);
const nameWords = set(
  'name names surname forename firstname lastname fullname middlename nom noms prénom prénoms nombre nombres apellido apellidos الاسم اسم اللقب لقب الكنية nickname',
);
const thingWords = set(
  'country pays país pais بلد الدولة organisation organization organización organismo agency agence office bureau oficina project projet province region région file fichier sector secteur form',
);
const noteWords = set(
  'notes note observations observation remarks remark remarques remarque commentaire commentaires comment comments observaciones comentarios narrative récit relato story histoire details détails description ملاحظات الملاحظات وصف',
);
const countedWords = set('mois ans années jours semaines heures enfants personnes victimes fois');
