import { isPageKey } from '../words/page-words.ts';
import type { Problem } from './messages.ts';
import type { PageSpeech } from './page-language.ts';

/**
 * A refusal in the page's language: where (file, row, column, as far as it tells), which rule, and the way out. Null for one that
 * the page has no words for.
 *
 * @param file name of the chosen file
 */
export function problemText(
  { code, args }: Problem,
  file: string,
  { say, count }: Pick<PageSpeech, 'say' | 'count'>,
): string | null {
  const why = String(args.why ?? '');
  const key = `refused.${code}${why === '' ? '' : `.${why}`}`;
  if (!isPageKey(key)) return null;
  const [row, column] = [Number(args.row ?? 0), String(args.column ?? '')];
  const place =
    row > 0
      ? column === ''
        ? 'refused.at.row'
        : 'refused.at.cell'
      : column === ''
        ? 'refused.at.file'
        : 'refused.at.column';
  const shown = { file: isolated(file), row: count(row), column: isolated(column) };
  const numbers = { words: count(Number(args.words ?? 0)), word: count(Number(args.word ?? 0)) };
  const rule = say(key, numbers);
  return code === 'linkage-secret-words' ? rule : `${say(place, shown)} ${rule}`;
}

/** A name from elsewhere, whose direction of writing leaves the sentence alone. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
