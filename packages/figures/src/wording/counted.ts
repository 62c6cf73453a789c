/** What numbers count: records as contributors hold them, or persons whose records were linked. */
export type Counted = 'record' | 'person';

const opening = '{counted, select, ';

/**
 * A message with its choices of the noun made: `{counted, select, person {people} other {records}}` becomes one of the two. Any
 * message may choose so, in whatever language its grammar needs it; what is left is the same for every reader of a release, so a
 * page's script need not know of it. RangeError: a choice that is not closed or has no case.
 */
export function withCounted(message: string, counted: Counted): string {
  const from = message.indexOf(opening);
  if (from < 0) return message;
  const cases = new Map<string, string>();
  let at = from + opening.length;
  while (message[at] !== '}') {
    const brace = message.indexOf('{', at);
    const end = brace < 0 ? -1 : closing(message, brace);
    if (end < 0) throw new RangeError(`the choice of 'counted' is not closed: ${message}`);
    cases.set(message.slice(at, brace).trim(), message.slice(brace + 1, end));
    at = end + 1;
    while (message[at] === ' ') at += 1;
  }
  const chosen = cases.get(counted) ?? cases.get('other');
  if (chosen === undefined) throw new RangeError(`the choice of 'counted' has no case for ${counted}: ${message}`);
  return withCounted(message.slice(0, from) + chosen + message.slice(at + 1), counted);
}

// Index of the brace that closes the one at `open`; -1 where none does.
function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at += 1) {
    if (message[at] === '{') depth += 1;
    else if (message[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
