/** A part of a long list, and where in it it stands. */
export interface Stretch<Item> {
  readonly items: readonly Item[];
  /** Place of the first item in the list, counted from one, and of the last. */
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

// A list as long as this is still read on a page about one of its items.
const longest = 30;

/**
 * The stretch of a list in which an item stands: the whole list where it is short, else one of as many equal stretches as are
 * needed. All items of a stretch have the same one.
 */
export function stretchAround<Item>(list: readonly Item[], item: Item): Stretch<Item> {
  const stretches = Math.ceil(list.length / longest);
  const length = Math.ceil(list.length / Math.max(1, stretches));
  const start = Math.floor(Math.max(0, list.indexOf(item)) / Math.max(1, length)) * length;
  const items = stretches <= 1 ? list : list.slice(start, start + length);
  return { items, from: start + 1, to: start + items.length, of: list.length };
}
