/**
 * Integers that sum to the integer `total` and lie within one of `values` (which sum to it): each rounded down, and the
 * units left given to the largest remainders. Equal remainders are ordered by a hash of the name, so that no position in a
 * list is favoured and the same input always gives the same integers.
 */
export function roundToTotal(values: ArrayLike<number>, total: number, names: readonly string[]): number[] {
  const integers = Array.from(values, Math.floor);
  const left = total - integers.reduce((sum, one) => sum + one, 0);
  const order = integers
    .map((floor, at) => ({
      at,
      remainder: Math.round(((values[at] as number) - floor) * 1e9),
      hash: hashOf(names[at] as string),
    }))
    .sort((a, b) => b.remainder - a.remainder || a.hash - b.hash || a.at - b.at);
  for (let unit = 0; unit < left; unit++) {
    const { at } = order[unit % order.length] as { at: number };
    integers[at] = (integers[at] as number) + 1;
  }
  for (let unit = 0; unit < -left; unit++) {
    const holding = order.filter(({ at }) => (integers[at] as number) > 0);
    const { at } = holding[holding.length - 1 - (unit % holding.length)] as { at: number };
    integers[at] = (integers[at] as number) - 1;
  }
  return integers;
}

/** FNV-1a over the UTF-16 units, finished so that near names differ in every bit. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
