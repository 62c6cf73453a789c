// Names of countries in the languages of an index, as the browser and Node know them: no list to carry.
import { fold } from './folded-text.ts';

// “Réunion” and “مالي” are also everyday words; the rest name no country.
const left: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'RE', 'UN', 'XA', 'XB', 'ZZ', 'ar ML']);
const longest = 4;

/** Names of countries and territories in the languages, as `hasCountry` looks for them. */
export function countryNames(languages: readonly string[]): ReadonlySet<string> {
  return new Set(
    languages
      .flatMap((language) => {
        const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
        return codes.flatMap((code) =>
          left.has(code) || left.has(`${language} ${code}`) ? [] : (names.of(code) ?? []),
        );
      })
      .map((name) => wordsOf(fold(name).text).map(bare).join(' '))
      .filter((name) => name.length > 3),
  );
}

/** Whether a folded text has one of the names, as whole words. */
export function hasCountry(names: ReadonlySet<string>, folded: string): boolean {
  const words = wordsOf(folded);
  return words.some((_, at) =>
    Array.from({ length: longest }, (_, more) => words.slice(at, at + more + 1)).some((some) =>
      // Arabic writes “and” and “in” onto the word.
      [
        some.join(' '),
        some.map(bare).join(' '),
        some.map((word) => bare(word.replace(/^[وف]?[بلك]?/, ''))).join(' '),
      ].some((name) => names.has(name)),
    ),
  );
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

// Arabic names without their article.
function bare(word: string): string {
  return word.replace(/^(?:ال|لل)(?=.{3})/u, '');
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codes = letters.flatMap((first) => letters.map((second) => first + second));
