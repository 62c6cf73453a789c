import type { Manifest } from '@casebridge/bundle';

/** Where a release's own files lie in a site, for ever: `r/<release>`. */
export function releaseFolder({ release }: Pick<Manifest, 'release'>): string {
  return `r/${release}`;
}
