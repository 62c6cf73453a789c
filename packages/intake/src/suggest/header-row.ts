import { headerOf } from '../readers/header.ts';
import { defaultLimits } from '../readers/limits.ts';
import type { Extract } from './column-profile.ts';

/**
 * Finds the header where a workbook opens with titles: the first row that is filled nearly as widely as any, with
 * different words in its cells and no numbers. Returns the extract below it and the header's row; the extract as it is
 * where its own header is the widest already.
 */
export function findHeader(extract: Extract): { readonly extract: Extract; readonly headerRow: number | null } {
  const named = extract.columns.filter((column) => !/^column \d+$/.test(column)).length;
  const top = extract.rows.slice(0, deepestHeader);
  const widest = Math.max(named, ...extract.rows.slice(0, 40).map(({ cells }) => filled(cells)));
  if (named * 5 >= widest * 4) return { extract, headerRow: null };
  const at = top.findIndex(({ cells }) => filled(cells) * 5 >= widest * 4 && isHeader(cells));
  const header = top[at];
  if (!header) return { extract, headerRow: null };
  const columns = headerOf(header.cells, { name: 'the file', row: header.row, limits: defaultLimits });
  return { extract: { columns, rows: extract.rows.slice(at + 1) }, headerRow: header.row };
}

const deepestHeader = 15;

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length;
}

function isHeader(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '');
  return new Set(words).size === words.length && words.every((word) => /\p{L}/u.test(word) && !/\d{3}/.test(word));
}
