import { type OpenOptions, type Suggestion, suggestFile } from '../index.ts';
import { fileAt } from './open-table.ts';

/**
 * Drafts a mapping for a file on disk, as `suggestFile` does.
 *
 * @throws Refusal as `openTable`
 */
export async function suggestPath(path: string, options: OpenOptions = {}): Promise<Suggestion> {
  return suggestFile(await fileAt(path), options);
}
