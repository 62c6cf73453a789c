import { foldText } from '@casebridge/standard';

/** The words of a text that carry meaning: folded, without small words, plural endings and the Arabic article. */
export function meaningfulWords(text: string): readonly string[] {
  const spaced = text.replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replaceAll('_', ' ');
  return foldText(spaced)
    .split(' ')
    .filter((word) => word !== '' && !smallWords.has(word))
    .map(stem);
}

/**
 * How well a phrase fits a text, 0 to 1: 1 for the same words, less the more words of the text the phrase leaves out, 0
 * unless every word of the phrase is there.
 */
export function phraseFit(phrase: readonly string[], text: readonly string[]): number {
  if (phrase.length === 0 || text.length === 0) return 0;
  if (phrase.join('') === text.join('')) return 1;
  const there = new Set(text);
  if (!phrase.every((word) => there.has(word))) return 0;
  const size = new Set(text).size;
  return phrase.length >= size ? 1 : 0.5 + 0.4 * (phrase.length / size);
}

/** True where two words differ by at most one letter in five, for slips of the pen. */
export function isSlip(first: string, second: string): boolean {
  const allowed = Math.floor(Math.max(first.length, second.length) / 5);
  return allowed > 0 && Math.abs(first.length - second.length) <= allowed && editDistance(first, second) <= allowed;
}

function editDistance(first: string, second: string): number {
  let above = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let at = 1; at <= second.length; at++) {
      const same = first[row - 1] === second[at - 1] ? 0 : 1;
      current.push(Math.min((above[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same));
    }
    above = current;
  }
  return above[second.length] ?? 0;
}

function stem(word: string): string {
  if (word.startsWith('ال') && word.length > 4) return word.slice(2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const smallWords = new Set(
  'a an and at by d de del des du el en et for from in is l la las le les lo los of on or ou par por pour que the to un una une y au aux s prs vic cas con'.split(
    ' ',
  ),
);
