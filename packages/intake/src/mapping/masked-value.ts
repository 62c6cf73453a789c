/**
 * A source cell as its owner may see it in a finding: as it is where it is short and looks like a code or a word, else
 * only how long it is. What looks like text about a person is not repeated, not even to its owner.
 */
export function maskedValue(text: string): string {
  const words = text.split(/\s+/u).length;
  const isText = text.length > 40 || words > 4 || text.includes('@') || /\d{6,}/u.test(text);
  return isText ? `(${text.length} characters)` : text;
}
