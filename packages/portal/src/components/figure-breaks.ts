import type { Figure } from '@casebridge/figures/types';
import { countriesOf } from '../map/map-layers.ts';
import { type KnownBreak, knownBreaks } from '../model/known-breaks.ts';
import type { ReleaseView } from '../model/release-view.ts';

/**
 * Years at which the series of a figure breaks, by the statements of those it is read from: all contributors, the one set apart,
 * or those who work in a region where people are identified. A figure of change has none: it is split by who was there.
 */
export function figureBreaks({ bundle }: ReleaseView, figure: Figure): readonly KnownBreak[] {
  if (figure.unit === 'change') return [];
  const { coverage, manifest } = bundle;
  const { setApart, periods, grouping } = manifest;
  const contributors = coverage.contributors.filter(({ id }) => figure.group === null || id === setApart?.contributor);
  const region = regionOf(figure);
  return knownBreaks({ contributors }, periods, region === null ? undefined : countriesOf(region, grouping));
}

// Where people come from depends on all who contribute; where they are identified, on those who work there.
function regionOf({ place, family }: Figure): string | null {
  if (place !== null) return place.kind === 'identified' ? place.region : null;
  return /^identified\.(.+)$/.exec(family)?.[1] ?? null;
}
