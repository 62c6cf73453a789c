/** Bit vectors of 32 rows a word, and the counting of their ones. */

/** Number of ones in a word. */
function onesIn(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Number of ones in `a AND b` over words [from, to). Eight words at a time pass through carry-save adders, so that one
 * population count serves eight words (the Harley–Seal scheme; Muła, Kurz and Lemire, 2018, Computer Journal 61).
 */
export function onesInBoth(a: Int32Array, b: Int32Array, from: number, to: number): number {
  const whole = from + ((to - from) & ~7);
  let eights = 0;
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let at = from;
  for (; at < whole; at += 8) {
    let x = (a[at] as number) & (b[at] as number);
    let y = (a[at + 1] as number) & (b[at + 1] as number);
    let u = ones ^ x;
    let carryA = (ones & x) | (u & y);
    ones = u ^ y;
    x = (a[at + 2] as number) & (b[at + 2] as number);
    y = (a[at + 3] as number) & (b[at + 3] as number);
    u = ones ^ x;
    let carryB = (ones & x) | (u & y);
    ones = u ^ y;
    u = twos ^ carryA;
    const foursA = (twos & carryA) | (u & carryB);
    twos = u ^ carryB;
    x = (a[at + 4] as number) & (b[at + 4] as number);
    y = (a[at + 5] as number) & (b[at + 5] as number);
    u = ones ^ x;
    carryA = (ones & x) | (u & y);
    ones = u ^ y;
    x = (a[at + 6] as number) & (b[at + 6] as number);
    y = (a[at + 7] as number) & (b[at + 7] as number);
    u = ones ^ x;
    carryB = (ones & x) | (u & y);
    ones = u ^ y;
    u = twos ^ carryA;
    const foursB = (twos & carryA) | (u & carryB);
    twos = u ^ carryB;
    u = fours ^ foursA;
    const carry = (fours & foursA) | (u & foursB);
    fours = u ^ foursB;
    eights += onesIn(carry);
  }
  let count = 8 * eights + 4 * onesIn(fours) + 2 * onesIn(twos) + onesIn(ones);
  for (; at < to; at++) count += onesIn((a[at] as number) & (b[at] as number));
  return count;
}

/** `into = a AND b`. */
export function both(into: Int32Array, a: Int32Array, b: Int32Array): void {
  for (let at = 0; at < into.length; at++) into[at] = (a[at] as number) & (b[at] as number);
}
