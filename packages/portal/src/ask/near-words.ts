// Words that were mistyped: the one word of the index that is a slip or two away.

/**
 * The word of a vocabulary nearest to one that it does not hold: one slip away, two in words of seven letters or more, the first
 * letter the same. Null where there is none, or several that mean different things.
 */
export function nearWord<Meaning>(word: string, vocabulary: ReadonlyMap<string, Meaning>): string | null {
  const most = word.length >= 7 ? 2 : 1;
  if (word.length < 4) return null;
  let found: string[] = [];
  let least = most + 1;
  for (const known of vocabulary.keys()) {
    if (known[0] !== word[0] || Math.abs(known.length - word.length) > most) continue;
    const slips = slipsBetween(word, known, most);
    if (slips > most || slips > least) continue;
    found = slips < least ? [known] : [...found, known];
    least = slips;
  }
  const [first] = found;
  if (first === undefined) return null;
  return new Set(found.map((known) => vocabulary.get(known))).size === 1 ? first : null;
}

// Letters left out, put in, changed, or changed places with their neighbour (optimal string alignment).
function slipsBetween(a: string, b: string, most: number): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? most + 1;
}
