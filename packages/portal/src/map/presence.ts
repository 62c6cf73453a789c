import type { ReleaseView } from '../model/release-view.ts';

/** Contributors at work in a year by country, as their coverage statements say: ISO alpha-3 code → how many. */
export function presenceIn(view: ReleaseView, period: string): ReadonlyMap<string, number> {
  const presence = new Map<string, number>();
  for (const { countries } of view.bundle.coverage.contributors) {
    for (const iso3 of countries[period] ?? []) presence.set(iso3, (presence.get(iso3) ?? 0) + 1);
  }
  return presence;
}
