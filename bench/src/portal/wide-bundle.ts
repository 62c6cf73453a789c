import type { Bundle } from '@casebridge/bundle';
import type { Figure } from '@casebridge/figures';

export interface WideSize {
  readonly places: number;
  readonly figures: number;
  readonly years: number;
}

/**
 * A bundle as large as a world-wide one: the figures of an example, invented anew for many places and years. Tables and documents
 * are the example's own.
 */
export function wideBundle(bundle: Bundle, { places, figures, years }: WideSize): Bundle {
  const last = Number(bundle.manifest.periods.at(-1));
  const periods = Array.from({ length: years }, (_, index) => String(last - years + 1 + index));
  const newest = bundle.figures.filter(({ period, group }) => period === String(last) && group === null);
  const placed = newest.filter(({ place }) => place?.kind === 'identified');
  const [first] = placed;
  const share = newest.find(({ family, place }) => family.startsWith('identified.') && place === null);
  if (!first || !share) throw new RangeError('the example has no figures of places');
  const patterns = placed.filter(({ place }) => place?.region === first.place?.region).slice(0, figures);
  const whole = newest
    .filter(({ place, family }) => place === null && !/^(identified|origin)\./.test(family))
    .slice(0, figures);
  // Letters alone: a bake takes digits for numbers that must be a figure's.
  const codes = Array.from({ length: places }, (_, index) =>
    String.fromCharCode(80, 65 + Math.floor(index / 26), 65 + (index % 26)),
  );
  const invented: Figure[] = [];
  const add = (pattern: Figure, family: string, period: string, region: string | null) => {
    const id = `${family}.${period}${region === null ? '' : `#identified.${region}`}`;
    invented.push({ ...pattern, id, family, period, place: region === null ? null : { kind: 'identified', region } });
  };
  for (const period of periods) {
    for (const pattern of whole) add(pattern, pattern.family, period, null);
    for (const region of codes) {
      add(share, `identified.${region}`, period, null);
      for (let index = 0; index < figures; index++) {
        const pattern = patterns[index % patterns.length] ?? first;
        const again = Math.floor(index / patterns.length);
        add(pattern, again === 0 ? pattern.family : `${pattern.family}.${'abcdefghij'[again]}`, period, region);
      }
    }
  }
  return { ...bundle, figures: invented, manifest: { ...bundle.manifest, periods, previous: null } };
}
