import type { RandomBytes } from './random-bytes.ts';

const smallestChunk = 256;
const largestChunk = 65_536;

/**
 * Random words and bits, drawn from a generator in growing chunks of at most 64 KiB. Every chunk is wiped when it is
 * used up, the last one by `wipe`. A generator that falls short or repeats itself is refused.
 */
export class BitSource {
  readonly #random: RandomBytes;
  #words: Uint32Array = new Uint32Array(0);
  #position = 0;
  #bits = 0;
  #bitsLeft = 0;
  #chunk = smallestChunk;
  #firstWords = '';

  constructor(random: RandomBytes) {
    this.#random = random;
  }

  /** A uniform integer in [0, 2³²). */
  word(): number {
    if (this.#position === this.#words.length) this.#refill();
    return this.#words[this.#position++] as number;
  }

  /** 0 or 1. */
  bit(): number {
    if (this.#bitsLeft === 0) {
      this.#bits = this.word();
      this.#bitsLeft = 32;
    }
    this.#bitsLeft -= 1;
    const bit = this.#bits & 1;
    this.#bits >>>= 1;
    return bit;
  }

  /** Overwrites what was drawn and not used. */
  wipe(): void {
    this.#words.fill(0);
    this.#position = this.#words.length;
    this.#bits = 0;
    this.#bitsLeft = 0;
    this.#firstWords = '';
  }

  #refill(): void {
    this.#words.fill(0);
    const bytes = this.#random(this.#chunk);
    if (bytes.length !== this.#chunk) throw new RangeError('the random generator returned another length than asked');
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : copyAndWipe(bytes);
    this.#words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / 4);
    this.#position = 0;
    this.#chunk = Math.min(2 * this.#chunk, largestChunk);
    this.#checkAlive();
  }

  // A dead generator (all alike, or the same chunk again) would leave results without noise. By chance: below 2⁻⁹⁵.
  #checkAlive(): void {
    const [a, b, c, d] = this.#words;
    const first = `${a} ${b} ${c} ${d}`;
    if ((a === b && b === c && c === d) || first === this.#firstWords) {
      throw new RangeError('the random generator repeats itself; no noise can be drawn from it');
    }
    this.#firstWords = first;
  }
}

/** Runs `draw` over a fresh source and wipes it afterwards. */
export function withBits<T>(random: RandomBytes, draw: (source: BitSource) => T): T {
  const source = new BitSource(random);
  try {
    return draw(source);
  } finally {
    source.wipe();
  }
}

function copyAndWipe(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  bytes.fill(0);
  return copy;
}
