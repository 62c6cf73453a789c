import { columnLabels, hasVariable, variable } from '@casebridge/standard';
import type { Answer } from '../model/table-answers.ts';
import type { Page } from './page.ts';

type Labels = Readonly<Record<string, string>>;

const say = (labels: Labels, language: string) => labels[language] ?? labels.en ?? '';

/** A variable's or column's name: the codebook's, else the standard's. */
export function columnName({ view, words }: Page, id: string): string {
  const column = view.bundle.codebook.variables.find((each) => each.id === id);
  if (column) return say(column.labels, words.language);
  if (hasVariable(id)) return say(variable(id).labels, words.language);
  try {
    return say(columnLabels(id), words.language);
  } catch {
    return id;
  }
}

/** The name of one code of a column, as the codebook has it. */
export function codeName({ view, words }: Page, column: string, code: string): string {
  const codes = view.bundle.codebook.variables.find(({ id }) => id === column)?.codes;
  const labels = codes?.find((each) => each.code === code)?.labels;
  return labels === undefined ? code : sentenceCase(say(labels, words.language), words.language);
}

/** Names of codes, one after the other. */
export function codeNames(page: Page, column: string, codes: readonly string[]): string {
  return codes.map((code) => codeName(page, column, code)).join(page.words.text('map.comma'));
}

/** An answer's name: its code's, its column's where each answer has one, or the ends of a band. */
export function answerName(page: Page, { column, codes, many }: Answer): string {
  const { words } = page;
  if (many) return sentenceCase(columnName(page, column).replace(/^[^:：]*: ?/u, ''), words.language);
  const [first = '', last = first] = [codes[0], codes.at(-1)];
  return codes.length > 1
    ? words.text('range', { low: codeName(page, column, first), high: codeName(page, column, last) })
    : codeName(page, column, first);
}

// The codebook writes names as they stand inside a sentence; here they stand alone.
function sentenceCase(text: string, language: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}
