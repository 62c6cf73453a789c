/** What is heard of a picture: what it shows, the caveat that a reader sees beside it, and its source. */
export function heard(...parts: readonly string[]): string {
  return parts.map((part) => (/[.!?؟…]$/.test(part) ? part : `${part}.`)).join(' ');
}
