import { matchCode } from './match-codes.ts';

/**
 * The separator that makes the most of a column's texts into codes of a list; null where whole texts do as well.
 */
export function bestSeparator(list: string, texts: readonly string[]): string | null {
  const looked = texts.slice(0, 300);
  let best: string | null = null;
  let most = matched(list, looked);
  for (const separator of separators) {
    if (!looked.some((text) => text.includes(separator))) continue;
    const parts = looked.flatMap((text) => partsOf(text, separator));
    const score = matched(list, parts);
    if (score > most + 0.01) {
      most = score;
      best = separator;
    }
  }
  return best;
}

/** The parts of a text at a separator, trimmed, without empty ones. */
export function partsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const separators = [';', '/', '|', '+', ',', '،', ' '] as const;

function matched(list: string, texts: readonly string[]): number {
  if (texts.length === 0) return 0;
  const sum = texts.reduce((total, text) => total + (matchCode(list, text)?.confidence ?? 0), 0);
  return sum / texts.length;
}
