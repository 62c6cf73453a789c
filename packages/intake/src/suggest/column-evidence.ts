import { findCountry } from '@casebridge/standard';
import { parseAmount, parseNumber } from '../mapping/text/amount-text.ts';
import { parseBand } from '../mapping/text/band-text.ts';
import { parseDate } from '../mapping/text/date-text.ts';
import {
  type IdentifierKind,
  identifierKindOfCell,
  identifierKindOfHeader,
  looksLikeName,
} from '../validation/identifiers.ts';
import { type ColumnProfile, shareOf } from './column-profile.ts';
import { keyHeader } from './phrases-of-variables.ts';
import { answerOf, missingTokenOf } from './value-words.ts';

/** What a column's cells look like: shares of its cells that are not missing tokens, 0 to 1. */
export interface ColumnEvidence {
  readonly profile: ColumnProfile;
  /** The profile without cells that say there is no value. */
  readonly known: ColumnProfile;
  readonly identifier: IdentifierKind | 'birth_dates' | null;
  readonly answers: number;
  readonly dates: number;
  readonly countries: number;
  readonly ages: number;
  readonly bands: number;
  readonly amounts: number;
  /** Distinct texts per filled row. */
  readonly distinct: number;
}

/** Looks at a column's header and cells. */
export function evidenceOf(profile: ColumnProfile, language: string): ColumnEvidence {
  const known = withoutMissing(profile);
  return {
    profile,
    known,
    identifier: isKeyByName(profile) ? null : identifierOf(profile, known),
    answers: shareOf(known, (text) => answerOf(text) !== undefined),
    dates: shareOf(known, isDate),
    countries: shareOf(known, (text) => findCountry(text, { language, demonyms: true })?.iso3 != null),
    ages: shareOf(known, isAge),
    bands: shareOf(known, (text) => /\D/.test(text) && parseBand(text) !== null),
    amounts: shareOf(known, isAmount),
    distinct: profile.distinct,
  };
}

/** A case number may look like a telephone or identity number; it is only ever hashed. */
function isKeyByName(profile: ColumnProfile): boolean {
  return keyHeader(profile.column) >= 0.8 && identifierKindOfHeader(profile.column) === null;
}

/** Reads a date in any order; spreadsheet days only between 1954 and 2064. */
export function isDate(text: string): boolean {
  if (/^\d{1,4}$/.test(text)) return /^(?:19|20)\d{2}$/.test(text);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return isSerial(text);
  return (['dmy', 'mdy', 'ymd'] as const).some(
    (order) => 'date' in parseDate(text, { order, calendar: 'gregorian', excelSerials: null }),
  );
}

/** True for a number that a spreadsheet may mean as a day. */
export function isSerial(text: string): boolean {
  const days = Number(text);
  return /^\d{5}(?:\.\d+)?$/.test(text) && days >= 20_000 && days <= 60_000;
}

function isAge(text: string): boolean {
  const plain = parseNumber(text, ',');
  if (plain !== null) return plain >= 0 && plain <= 110;
  const amount = parseAmount(text, null, ',');
  return amount !== null && amount.months <= 110 * 12;
}

function isAmount(text: string): boolean {
  const plain = parseNumber(text, ',');
  return plain !== null ? plain >= 0 && plain <= 600 : parseAmount(text, null, ',') !== null;
}

function withoutMissing(profile: ColumnProfile): ColumnProfile {
  const values = new Map([...profile.values].filter(([text]) => missingTokenOf(text) === undefined));
  return { ...profile, values, filled: [...values.values()].reduce((sum, count) => sum + count, 0) };
}

function identifierOf(profile: ColumnProfile, known: ColumnProfile): IdentifierKind | null {
  const byHeader = identifierKindOfHeader(profile.column);
  if (byHeader !== null) return byHeader;
  for (const text of known.values.keys()) {
    const kind = identifierKindOfCell(text);
    if (kind !== null && shareOf(known, (cell) => identifierKindOfCell(cell) === kind) > 0.2) return kind;
  }
  const names = [...known.values.keys()].filter(looksLikeName).length;
  if (names >= 5 && names * 2 > known.filled) return 'names';
  return isProse(known) ? 'free_text' : null;
}

function isProse(known: ColumnProfile): boolean {
  const texts = [...known.values.keys()];
  const words = texts.reduce((sum, text) => sum + text.split(' ').length, 0);
  return texts.length > 0 && words / texts.length > 7 && texts.length > known.filled / 2;
}
