import { Refusal } from '@casebridge/refusal';
import type { SiteIdentity } from '../site/site-file.ts';
import { shippedWorld, type World, worldFrom } from './world.ts';

let shipped: World | undefined;

/** The shapes of a site's maps: its own boundary file, or the one that is shipped. Refusal where its own holds no country. */
export function openWorld({ boundaryFile }: Pick<SiteIdentity, 'boundaryFile'>): World {
  if (!boundaryFile) {
    shipped ??= shippedWorld();
    return shipped;
  }
  try {
    return worldFrom(boundaryFile.text);
  } catch (cause) {
    throw new Refusal(
      'site-boundaries-wrong',
      `${boundaryFile.name}: no map of countries. Give TopoJSON or GeoJSON whose features have an ISO numeric id or a property iso3.`,
      { cause },
    );
  }
}
