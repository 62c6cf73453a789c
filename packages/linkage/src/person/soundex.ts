/**
 * Soundex as the American archives describe it: first letter and three digits for the consonants after it; equal digits
 * side by side count once, also across h and w. For the reference tables: `soundOf` is the project's own.
 */
const digits: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, at) =>
    [...letters].map((letter) => [letter, String(at + 1)]),
  ),
);

/** The code of a normalised name, such as r163; empty for an empty one. */
export function soundex(name: string): string {
  const [first = '', ...rest] = name;
  if (first === '') return '';
  let code = first;
  let last = digits[first];
  for (const letter of rest) {
    const digit = digits[letter];
    if (digit !== undefined && digit !== last) code += digit;
    if (letter !== 'h' && letter !== 'w') last = digit;
  }
  return code.padEnd(4, '0').slice(0, 4);
}
