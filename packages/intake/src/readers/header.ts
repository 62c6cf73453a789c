import { Refusal } from '@casebridge/refusal';
import type { ReadLimits } from './limits.ts';

const refusedNames = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The names of a table's columns from its header cells. White space of any kind, line breaks included, folds to one
 * space; a name that comes twice gets ` (2)`; a column without a name is named by its position, `column 4`.
 *
 * @throws Refusal `header` without a name, with too many, with one too long, or with one no program should meet
 */
export function headerOf(
  cells: readonly string[],
  options: { readonly name: string; readonly row: number; readonly limits: ReadLimits },
): readonly string[] {
  const { name, row, limits } = options;
  const where = `${name}: the header in row ${row}`;
  const names = cells.map(foldedText);
  if (names.every((text) => text === ''))
    throw new Refusal('header', `${where} has no names; declare header_row under source`);
  if (names.length > limits.maxColumns)
    throw new Refusal('header', `${where} has more than ${limits.maxColumns} columns; remove what is not mapped`);
  const used = new Map<string, number>();
  return names.map((text, position) => {
    if (text.length > limits.maxHeaderCharacters)
      throw new Refusal(
        'header',
        `${where} has a name longer than ${limits.maxHeaderCharacters} characters in column ${position + 1}; shorten it`,
      );
    if (text.includes('\0') || text.includes('\ufffd'))
      throw new Refusal('encoding', `${where} is not text in the declared encoding; save the file as UTF-8`);
    if (refusedNames.has(text))
      throw new Refusal('header', `${where} has the reserved name ${text}; rename the column`);
    const base = text === '' ? `column ${position + 1}` : text;
    const times = (used.get(base) ?? 0) + 1;
    used.set(base, times);
    return times === 1 ? base : `${base} (${times})`;
  });
}

/** A text with outer white space removed, inner white space folded to one space, straight apostrophes, in NFC. */
export function foldedText(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .replaceAll(/[\u2019\u02bc]/gu, "'")
    .trim()
    .normalize('NFC');
}

// Most cells: ASCII words with single spaces between them, folded already.
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/u;
