// Languages beyond those that findings and questions are written in. A further language's text is set beside the others, so that
// `messageOf` and `questionOf` find it where they find French; a text that is not given stays English.
import type { Labels } from '@casebridge/standard';
import { questions } from './suggest/questions.ts';
import { rowPrefix, words } from './validation/message.ts';
import { validationRules } from './validation/validation-rules.ts';

/** Texts of one language by what they say: `row`, `finding/F01`, `word/expired`, `question/no_year`. */
export type CheckTexts = Readonly<Record<string, string>>;

function everyText(): ReadonlyMap<string, Labels> {
  return new Map<string, Labels>([
    ['row', rowPrefix],
    ...validationRules.map(({ id, messages }) => [`finding/${id}`, messages] as const),
    ...Object.entries(words).map(([word, labels]) => [`word/${word}`, labels] as const),
    ...Object.entries(questions).map(([kind, labels]) => [`question/${kind}`, labels] as const),
  ]);
}

/** All texts of findings and questions in a language they are written in: what a translator starts from. */
export function checkTexts(language: string): CheckTexts {
  return Object.fromEntries([...everyText()].map(([key, labels]) => [key, labels[language] ?? labels.en]));
}

/** Keys of texts that a language lacks, or gives with other arguments than English has. */
export function wrongCheckTexts(texts: CheckTexts): string[] {
  const argumentsOf = (text: string) => [...text.matchAll(/\{[^}]+\}/g)].map(String).sort().join();
  return [...everyText()].flatMap(([key, { en }]) =>
    texts[key]?.trim() && argumentsOf(texts[key]) === argumentsOf(en) ? [] : [key],
  );
}

/**
 * Adds a language to findings and questions, for as long as the program runs. Texts that name nothing, of a rule that is no more,
 * are passed over. RangeError: the language is one they are written in.
 */
export function addCheckTexts(language: string, texts: CheckTexts): void {
  if (Object.hasOwn(rowPrefix, language) && !added.has(language)) {
    throw new RangeError(`findings are written in '${language}' already`);
  }
  added.add(language);
  for (const [key, labels] of everyText()) {
    const text = texts[key];
    if (text !== undefined) (labels as Record<string, string>)[language] = text;
  }
}

const added = new Set<string>();
