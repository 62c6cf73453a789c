/**
 * How a record is named where its key is made of several cells: joined by |, which anybody can see. A | inside a cell is
 * written \|, and \ is written \\, so that no two keys look alike and the cells can be had back. A key of one cell without these
 * signs is the cell.
 */

/** The name of the record that has these cells as its key; each is trimmed. Empty where a cell is. */
export function recordNameOf(cells: readonly string[]): string {
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.includes('') ? '' : trimmed.map((cell) => cell.replace(/[\\|]/g, '\\$&')).join('|');
}

/** The cells that a record's name was made of. */
export function keyCellsOf(name: string): readonly string[] {
  const cells = [''];
  for (let at = 0; at < name.length; at++) {
    const sign = name.charAt(at);
    if (sign === '|') {
      cells.push('');
      continue;
    }
    if (sign === '\\') at++;
    cells[cells.length - 1] += sign === '\\' ? name.charAt(at) : sign;
  }
  return cells;
}
