// The age library behind one typed file (https://age-encryption.org/v1). It draws its keys and nonces from the
// platform's own generator; no randomness is passed in, so none can be weak or repeated.
import { Refusal } from '@casebridge/refusal';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/**
 * Encrypts bytes to recipients (`age1…`), each of whom can open them alone.
 * Refusal `age-recipient` when one is not a recipient.
 */
export async function encryptTo(plaintext: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient.trim());
    } catch (cause) {
      throw new Refusal('age-recipient', 'a recipient is not an age public key: give the line that begins with age1', {
        cause,
      });
    }
  }
  return await encrypter.encrypt(plaintext);
}

/**
 * Opens what was encrypted to an identity (`AGE-SECRET-KEY-1…`).
 * Refusals: `age-identity` when it is not one, `not-a-recipient` when the bytes were sealed to others, `sealed-damaged`
 * when they were changed or cut.
 */
export async function decryptWith(ciphertext: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity.trim());
  } catch (cause) {
    throw new Refusal(
      'age-identity',
      'this is not an age identity: give the file that holds the line AGE-SECRET-KEY-1…',
      {
        cause,
      },
    );
  }
  try {
    return await decrypter.decrypt(ciphertext);
  } catch (cause) {
    if (cause instanceof Error && cause.message.startsWith('no identity matched'))
      throw new Refusal('not-a-recipient', 'the parcel was sealed to other keys: open it with the key of a recipient', {
        cause,
      });
    throw new Refusal('sealed-damaged', 'the sealed part is damaged: ask the contributor to send the parcel again', {
      cause,
    });
  }
}

/** A new age identity, `AGE-SECRET-KEY-1…`. */
export async function newIdentity(): Promise<string> {
  return await generateX25519Identity();
}

/** The recipient, `age1…`, that seals to an identity. Refusal `age-identity` when it is not one. */
export async function recipientOf(identity: string): Promise<string> {
  try {
    return await identityToRecipient(identity.trim());
  } catch (cause) {
    throw new Refusal(
      'age-identity',
      'this is not an age identity: give the file that holds the line AGE-SECRET-KEY-1…',
      {
        cause,
      },
    );
  }
}
