import type { Figure } from '@casebridge/figures/types';

/** Folder of all pages that other sites may frame; its headers differ. */
export const embedFolder = 'embed/';

/** Address of a figure's small page, from the site's root: the newest release's, or one release's for ever. */
export function embedPath(id: string, release?: string): string {
  return `${embedFolder}figures/${id}/${release === undefined ? '' : `${release}/`}`;
}

/** What release a figure's number comes from, at an address that never changes its answer and asks for nothing newer. */
export function frozenPath({ id, release }: Pick<Figure, 'id' | 'release'>, language: string): string {
  return `${embedPath(id, release.id)}?frozen#${language}`;
}

/** The file in which small pages look up what the newest release says, per language. */
export function embedValues(language: string): string {
  return `${embedFolder}values.${language}.json`;
}
