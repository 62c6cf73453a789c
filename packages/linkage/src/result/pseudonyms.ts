import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * A random name of 128 bits per person, for one epoch: nothing of it follows from a record, and the next epoch's are new.
 * Kept by the host, never handed out.
 *
 * @param persons the person of each record, numbered from 0
 * @param random that many unpredictable bytes
 */
export function personPseudonyms(persons: ArrayLike<number>, random: (bytes: number) => Uint8Array): string[] {
  const names = new Map<number, string>();
  return Array.from(persons, (person) => {
    const name = names.get(person) ?? bytesToHex(random(16));
    names.set(person, name);
    return name;
  });
}
