/** What of a field is hashed into a filter. */

/** Bigrams of a text padded by one blank on each side; none of an empty text. */
export function bigrams(text: string): string[] {
  if (text === '') return [];
  const padded = ` ${text} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** Single characters with their place, `1 4`; none of an empty text. */
export function positionalUnigrams(text: string): string[] {
  return [...text].map((character, at) => `${at + 1} ${character}`);
}

/** Neighbouring characters with their place, `1 19`; none of a text shorter than two. */
export function positionalBigrams(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => `${at + 1} ${text.slice(at, at + 2)}`);
}
