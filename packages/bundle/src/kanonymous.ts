// k-anonymous records in a bundle: real records made coarser, outside the guarantee. The bundle looks at them itself, on the
// bytes it writes and again whenever it is verified; it shares no code with what made them.
import { Refusal } from '@casebridge/refusal';
import { textOf, utf8 } from './digest.ts';
import { paths } from './files.ts';
import { csvLine, parseCsv } from './formats/csv.ts';
import { exampleNote } from './formats/table-file.ts';
import type { PrivacyStatement } from './types.ts';

/** A file of k-anonymous records, as it was made. */
export interface KAnonymousFile {
  /** CSV with a header, UTF-8. */
  readonly bytes: Uint8Array;
}

type KAnonymousTerms = NonNullable<PrivacyStatement['kanonymous']>;

/** What stands for a value that is not published. */
const withheld = '*';

/** The column that example data carry beside the others. */
const noteColumn = 'example';

/**
 * The bytes of `data/kanonymous.csv`: checked, and on example data with the note in every row. Refusal
 * `bundle-kanonymous`, exit 3: no statement that the guarantee ends, or what `checkKAnonymous` refuses.
 */
export function kanonymousFile(
  { bytes }: KAnonymousFile,
  terms: KAnonymousTerms | undefined,
  example: boolean,
): Uint8Array {
  if (!terms) throw refusal('the privacy statement does not say that the guarantee ends for the persons in it');
  const [header = [], ...rows] = rowsOf(bytes);
  const written = !example
    ? bytes
    : utf8([[...header, noteColumn], ...rows.map((row) => [...row, exampleNote])].map(csvLine).join(''));
  checkKAnonymous(written, terms);
  return written;
}

/**
 * Counts the rows that share their values of the quasi-identifiers and returns the size of the smallest group. Rows of which
 * nothing is published (`*` in every column) are in no group. Refusal `bundle-kanonymous`, exit 3: a group of fewer than k rows, a
 * quasi-identifier that is no column, rows of unequal width.
 */
export function checkKAnonymous(bytes: Uint8Array, { k, quasi }: Pick<KAnonymousTerms, 'k' | 'quasi'>): number {
  const [header = [], ...rows] = rowsOf(bytes);
  const places = quasi.map((name) => {
    const at = header.indexOf(name);
    if (at < 0) throw refusal(`it has no column ${name}`);
    return at;
  });
  if (new Set(header).size !== header.length) throw refusal('it names a column twice');
  const groups = new Map<string, number>();
  for (const row of rows) {
    if (row.length !== header.length) throw refusal('a row has more or fewer cells than the header');
    if (row.every((value, at) => value === withheld || header[at] === noteColumn)) continue;
    const key = JSON.stringify(places.map((at) => row[at] as string));
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  const smallest = Math.min(...groups.values());
  if (smallest < k) throw refusal(`a group of records is smaller than ${k}`);
  return smallest;
}

function rowsOf(bytes: Uint8Array): string[][] {
  try {
    return parseCsv(textOf(bytes));
  } catch (cause) {
    throw new Refusal('bundle-kanonymous', `${paths.kanonymous} is no CSV in UTF-8; make the file again`, { cause });
  }
}

function refusal(what: string): Refusal {
  return new Refusal('bundle-kanonymous', `${paths.kanonymous}: ${what}; it stays out of the bundle`, { exit: 3 });
}
