import { newSecretWords } from '@casebridge/linkage';
import { writeWhole } from '@casebridge/submission/node';
import { nodeRandom } from '../ledger/system-random.ts';

/** Makes a linkage secret and writes its words to a file that its owner alone can read. Refusal: a file that is there. */
export async function makeLinkageSecret(out: string): Promise<{ readonly out: string; readonly words: number }> {
  const words = newSecretWords(nodeRandom);
  await writeWhole(out, `${words}\n`, { mode: 0o600, replace: false });
  return { out, words: words.split(' ').length };
}
