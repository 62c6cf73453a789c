// Names of cells of published tables, by which a baked page says what each of its numbers is. The check that ends a bake reads
// the cell anew and holds the printed number to it; the names are then left out of the page.
import type { Where } from './table-share.ts';

/** A count of records, or the share of `base` that is in `of` as well, in a registration year. */
export interface NamedCell {
  readonly period: string;
  readonly of: Where;
  /** Null for a count. */
  readonly base: Where | null;
}

/** `2015 sex_or_gender=male / sex_or_gender=male,female`: read back by `readCellNames`. */
export function cellName(period: string, of: Where, base: Where | null = null): string {
  return [period, writeWhere(of), ...(base === null ? [] : ['/', writeWhere(base)])].join(' ');
}

/** Several cells, of which an element prints numbers. */
export function cellNames(names: readonly (string | null)[]): string {
  return [...new Set(names.flatMap((name) => name ?? []))].join(';');
}

/** The cells that an element names; none for an empty name. RangeError for what is no name. */
export function readCellNames(names: string): readonly NamedCell[] {
  return names.split(';').flatMap((name): NamedCell[] => {
    if (name === '') return [];
    const [period = '', ...words] = name.split(' ');
    const at = words.indexOf('/');
    const of = readWhere(at < 0 ? words : words.slice(0, at), name);
    return [{ period, of, base: at < 0 ? null : readWhere(words.slice(at + 1), name) }];
  });
}

function writeWhere(where: Where): string {
  return Object.entries(where)
    .map(([column, codes]) => `${encodeURIComponent(column)}=${codes.map(encodeURIComponent).join(',')}`)
    .join(' ');
}

function readWhere(words: readonly string[], name: string): Where {
  return Object.fromEntries(
    words.map((word) => {
      const [column = '', codes, more] = word.split('=');
      if (codes === undefined || more !== undefined) throw new RangeError(`'${name}' names no cell`);
      const read = codes === '' ? [] : codes.split(',').map(decodeURIComponent);
      return [decodeURIComponent(column), read] as const;
    }),
  );
}
