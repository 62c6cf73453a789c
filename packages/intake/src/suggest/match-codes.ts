import { codeLists, codesOf, foldText } from '@casebridge/standard';
import { codeWords } from './code-words.ts';
import { isSlip, meaningfulWords, phraseFit } from './phrases.ts';

/** A code that a text may stand for, and how sure: 1 for a label, equivalent or known word, less for parts and slips. */
export interface CodeMatch {
  readonly code: string;
  readonly confidence: number;
}

/** The code of a list that a text of any of four languages names best; undefined where none comes near. */
export function matchCode(list: string, text: string): CodeMatch | undefined {
  const key = `${list}/${text}`;
  if (remembered.has(key)) return remembered.get(key);
  if (remembered.size >= mostRemembered) remembered.clear();
  const match = findCode(list, text);
  remembered.set(key, match);
  return match;
}

// A draft asks for the same texts many times: once per variable a column could fill.
const remembered = new Map<string, CodeMatch | undefined>();
const mostRemembered = 50_000;

function findCode(list: string, text: string): CodeMatch | undefined {
  const words = meaningfulWords(text);
  const compact = foldText(text).replaceAll(' ', '');
  if (compact === '') return undefined;
  let best: CodeMatch | undefined;
  for (const { code, phrases, compacts } of indexOf(list)) {
    const confidence = compacts.has(compact)
      ? 1
      : Math.max(0, ...phrases.map((phrase) => 0.9 * phraseFit(phrase, words)), slipFit(compacts, compact));
    if (confidence > (best?.confidence ?? 0)) best = { code, confidence };
  }
  return best && best.confidence >= 0.55 ? best : undefined;
}

interface IndexedCode {
  readonly code: string;
  readonly labels: readonly (readonly string[])[];
  readonly phrases: readonly (readonly string[])[];
  /** Whole spellings without spaces. */
  readonly compacts: ReadonlySet<string>;
}

const indexes = new Map<string, readonly IndexedCode[]>();

function indexOf(list: string): readonly IndexedCode[] {
  let index = indexes.get(list);
  if (!index) {
    const shared = sharedSpellings(list);
    index = codesOf(list).map(({ code, labels, equivalents }) => {
      const texts = [
        code,
        ...Object.values(labels),
        ...equivalents.filter((text) => code === 'other' || !shared.has(text)),
        ...(codeWords[list]?.[code] ?? '').split(';'),
      ].filter((text) => text.trim() !== '');
      return {
        code,
        labels: Object.values(labels).map(meaningfulWords),
        phrases: texts.map(meaningfulWords).filter((words) => words.length > 0),
        compacts: new Set(texts.map((text) => foldText(text).replaceAll(' ', ''))),
      };
    });
    indexes.set(list, index);
  }
  return index;
}

/** Spellings that several codes of a list share because another standard folds them: they name the rest, not one of them. */
function sharedSpellings(list: string): ReadonlySet<string> {
  const all = codesOf(list).flatMap(({ equivalents }) => equivalents);
  return new Set(all.filter((text, at) => all.indexOf(text) !== at));
}

function slipFit(compacts: ReadonlySet<string>, compact: string): number {
  if (compact.length < 5) return 0;
  for (const known of compacts) if (known.length >= 5 && isSlip(known, compact)) return 0.7;
  return 0;
}

/**
 * The code whose words a shortened text begins: `agri` is agriculture, `marriage` forced marriage. For the rest of a
 * header after the name of its variable, where nothing else can be meant. Labels count before other spellings.
 */
export function matchPart(list: string, text: string): CodeMatch | undefined {
  const parts = meaningfulWords(text);
  if (parts.length === 0 || parts.some((part) => part.length < 4)) return undefined;
  const begins = (phrase: readonly string[]) => parts.every((part) => phrase.some((word) => word.startsWith(part)));
  const byLabel = indexOf(list).find(({ labels }) => labels.some(begins));
  if (byLabel) return { code: byLabel.code, confidence: 0.75 };
  const byWord = indexOf(list).find(({ phrases }) => phrases.some(begins));
  return byWord && { code: byWord.code, confidence: 0.65 };
}

/** True for the id of a code list of the standard. */
export function hasCodes(list: string | null): list is string {
  return list !== null && codeLists[list] !== undefined;
}
