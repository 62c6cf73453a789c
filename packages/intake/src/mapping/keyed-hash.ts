import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The key of a record from the cells that identify its case: 64 hexadecimal digits, or a stand-in without a secret. */
export type KeyedHash = (parts: readonly string[]) => string;

/**
 * HMAC-SHA-256 under the contributor's own secret, over the contributor's id and each part, every one preceded by its
 * length in bytes so that `1, 23` and `12, 3` differ. Nobody without the secret can link a key to a case number.
 *
 * @param secret at least 16 bytes
 */
export function keyedHash(secret: Uint8Array, contributor: string): KeyedHash {
  const encoder = new TextEncoder();
  const start = hmac.create(sha256, secret);
  const add = (mac: { readonly update: (bytes: Uint8Array) => unknown }, text: string): void => {
    const bytes = encoder.encode(text);
    const length = new Uint8Array(4);
    for (let at = 0; at < 4; at++) length[at] = (bytes.length >>> (8 * (3 - at))) & 0xff;
    mac.update(length);
    mac.update(bytes);
  };
  add(start, contributor);
  return (parts) => {
    const mac = start.clone();
    for (const part of parts) add(mac, part);
    return bytesToHex(mac.digest());
  };
}

/**
 * Numbers for checking a file where no secret is at hand: equal cases get equal keys, and the keys mean nothing
 * elsewhere. Such records must not be submitted.
 */
export function checkingKeys(): KeyedHash {
  const numbers = new Map<string, number>();
  return (parts) => {
    const joined = parts.map((part) => `${part.length}:${part}`).join('');
    let number = numbers.get(joined);
    if (number === undefined) {
      number = numbers.size + 1;
      numbers.set(joined, number);
    }
    return `unkeyed-${number}`;
  };
}
