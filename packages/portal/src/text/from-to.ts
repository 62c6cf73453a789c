import type { Catalogue } from './catalogue.ts';

/**
 * Two numbers with an arrow from the first to the second, along the line of reading. In right-to-left text each number is set
 * apart, so that signs and digits of one do not draw the arrow to their own direction.
 */
export function fromTo({ direction }: Pick<Catalogue, 'direction'>, from: string, to: string): string {
  return direction === 'rtl' ? `\u2068${from}\u2069 ← \u2068${to}\u2069` : `${from} → ${to}`;
}
