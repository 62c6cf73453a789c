import type { Scope } from '../reading/scope.ts';
import type { FigureUnit } from '../types.ts';
import type { Counted } from '../wording/counted.ts';
import type { Family } from './family.ts';

/** The id of a figure: `purpose.labour.2015`, `…@agency` for a group, `…#identified.EUR` for a place. */
export function figureId(family: Pick<Family, 'id'>, scope: Pick<Scope, 'period' | 'group' | 'place'>): string {
  const group = scope.group === null ? '' : `@${scope.group}`;
  const place = scope.place === null ? '' : `#${scope.place.kind}.${scope.place.region}`;
  return `${family.id}.${scope.period}${group}${place}`;
}

/** What a family's numbers are counted in: what the release counts, except what contributors declare. */
export function unitOf(family: Family, counted: Counted): FigureUnit {
  if (family.kind === 'declared') return family.fact === 'countries' ? 'countries' : 'persons';
  if (family.kind === 'held') return counted === 'person' ? 'persons' : 'records';
  return ({ change: 'change', share: 'share', mean: 'years' } as const)[family.kind];
}
