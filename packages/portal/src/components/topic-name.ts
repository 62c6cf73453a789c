import { codesOf } from '@casebridge/standard';
import { inLanguage } from '../site/site-file.ts';
import type { Topic } from '../topics/read-topics.ts';
import type { Page } from './page.ts';

/** A topic's name: its own, else the portal's words for it, else the standard's name of the type of exploitation. */
export function topicName({ words }: Page, { id, type, name }: Topic): string {
  if (name !== undefined) return inLanguage(name, words.language);
  if (words.has(`topics.${id}`)) return words.text(`topics.${id}`);
  const labels = codesOf('exploitation_type').find(({ code }) => code === type)?.labels;
  return labels?.[words.language] ?? labels?.en ?? id;
}
