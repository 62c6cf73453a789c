import { wrongCheckTexts } from '@casebridge/intake';
import { furtherLanguage } from '@casebridge/portal';

/** Texts of findings and questions that the page for contributors shows in English in a language of the site. */
export interface UntranslatedChecks {
  readonly language: string;
  /** Keys of `checks.json` that are missing there or take other arguments than the English text. */
  readonly keys: readonly string[];
}

const mostNamed = 8;

/** What `checks.json` lacks in the languages of a site that did not come with the program. */
export function untranslatedChecks(languages: readonly string[]): readonly UntranslatedChecks[] {
  return languages.flatMap((language) => {
    const own = furtherLanguage(language);
    const keys = own ? wrongCheckTexts(own.checks) : [];
    return keys.length === 0 ? [] : [{ language, keys }];
  });
}

/** One line that names what is missing; a long list by its first keys. */
export function untranslatedLine({ language, keys }: UntranslatedChecks): string {
  const named = keys.slice(0, mostNamed).join(', ');
  const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : '';
  const what = keys.length === 1 ? 'a text is missing or takes' : `${keys.length} texts are missing or take`;
  return `languages/${language}/checks.json: ${what} other arguments than in English: ${named}${more}. The page for contributors shows English there.`;
}
