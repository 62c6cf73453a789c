import { newIdentity, recipientOf } from '@casebridge/submission';
import { writeWhole } from '@casebridge/submission/node';

/**
 * Makes the key of a linkage epoch: an age identity in a file that its owner alone can read. Contributors seal encodings to the
 * recipient it returns; once the file is destroyed nobody opens them again. Refusal: a file that is there.
 */
export async function makeEpochKey(out: string): Promise<{ readonly out: string; readonly recipient: string }> {
  const identity = await newIdentity();
  await writeWhole(out, `${identity}\n`, { mode: 0o600, replace: false });
  return { out, recipient: await recipientOf(identity) };
}
