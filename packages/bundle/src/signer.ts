import { publicKeyOf, signDetached } from './minisign.ts';

/** Somebody who signs: an organisation, its public key, and a way to sign that need not show the private key. */
export interface Signer {
  readonly organisation: string;
  /** A minisign public key string. */
  readonly publicKey: string;
  /** The text of a detached minisign signature with this trusted comment. */
  sign(message: Uint8Array, trustedComment: string): string;
}

/**
 * A signer that holds its key in memory.
 *
 * @param seed the 32-byte Ed25519 seed
 */
export function signerFromSeed(organisation: string, seed: Uint8Array): Signer {
  return {
    organisation,
    publicKey: publicKeyOf(seed),
    sign: (message, trustedComment) => signDetached(message, seed, trustedComment),
  };
}
