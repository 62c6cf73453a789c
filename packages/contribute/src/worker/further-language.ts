import { addLanguage } from '@casebridge/figures';
import { addCheckTexts, type CheckTexts } from '@casebridge/intake';
import { addLabels, type LabelTexts } from '@casebridge/standard';

/** The texts of a language that did not come with the program, as the portal bakes them for the page. */
export interface FurtherLanguage {
  readonly tag: string;
  /** Locale of its numbers and plurals. */
  readonly locale: string;
  /** Labels of the standard: a folder's `labels.json`. */
  readonly labels: LabelTexts;
  /** Texts of figures: `figures.json`. */
  readonly figures: Readonly<Record<string, string>>;
  /** Texts of findings and questions: `checks.json`. */
  readonly checks: CheckTexts;
}

/** Lets labels, figures, findings and questions speak a further language. RangeError: see the three that add it. */
export function speakFurther({ tag, locale, labels, figures, checks }: FurtherLanguage): void {
  addLabels(tag, labels);
  addLanguage(tag, locale, figures);
  addCheckTexts(tag, checks);
}
