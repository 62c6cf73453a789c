import { type Page, usePage } from '../components/page.ts';
import type { MapClass } from './classes.ts';
import { countCell, type MapYear, sourceOf } from './map-layers.ts';

/** A class as its line of the legend says it: `20 to under 50`, or why there is no number. */
export function className({ words, format }: Page, { layer }: MapYear, { state, from, to }: MapClass): string {
  if (state !== 'number') return words.text(`map.state.${state}`);
  const write = (value: number) => (layer.level === 'regions' ? format.share(value) : format.count(value));
  if (to === null) return words.text('map.class.over', { from: write(from) });
  return from === 0
    ? words.text('map.class.under', { to: write(to) })
    : words.text('map.class', { from: write(from), to: write(to) });
}

interface LegendProps {
  readonly year: MapYear;
  readonly classes: readonly MapClass[];
  /** Countries with a contributor at work. */
  readonly present: number;
}

/** Classes with their number of places, where any has one, then what has no number and why, then the unknown and the contributors. */
export function MapLegend({ year, classes, present }: LegendProps) {
  const page = usePage();
  const { words, format } = page;
  const shares = year.layer.level === 'regions';
  const numbered = classes.filter(({ state }) => state === 'number');
  const line = (each: MapClass) => (
    <li key={each.key}>
      <Swatch kind={each.key} />
      <span>{className(page, year, each)}</span>
      <span class="places">{format.count(each.places.length)}</span>
    </li>
  );
  return (
    <div class="map-legend">
      {numbered.some(({ places }) => places.length > 0) && (
        <>
          <p class="legend-title">{words.text(shares ? 'map.legend.share' : 'map.legend.records')}</p>
          <ul>{numbered.map(line)}</ul>
        </>
      )}
      <div>
        <ul>
          {classes.filter(({ state }) => state !== 'number').map(line)}
          <Unknown year={year} />
        </ul>
        {present > 0 && (
          <label class="presence-switch">
            <input type="checkbox" checked data-presence /> <Swatch kind="presence" />
            <span>{words.text('map.presence', { n: present })}</span>
          </label>
        )}
      </div>
      <p class="places-note">{words.text(`map.legend.counts.${year.layer.level}`)}</p>
    </div>
  );
}

function Unknown({ year: { layer, period, unknown, heldBack, unknownShare } }: { readonly year: MapYear }) {
  const { words, format, view } = usePage();
  const line = (key: 'share' | 'unknown' | 'heldBack', text: string) => (
    <li
      class="unknown"
      key={key}
      {...sourceOf(view, layer)}
      {...(key !== 'share' && { 'data-cell': countCell(view, layer, period, key) })}
    >
      <Swatch kind="unknown" />
      <span>{text}</span>
    </li>
  );
  const records = ([value, low, high]: readonly [number, number, number]) => ({
    value: format.about(value),
    interval: format.range(low, high, 'records'),
  });
  return (
    <>
      {unknownShare !== null && line('share', words.text('map.unknown.share', { share: format.share(unknownShare) }))}
      {unknown && line('unknown', words.text('map.unknown.records', records(unknown)))}
      {heldBack && heldBack[1] > 0 && line('heldBack', words.text('map.held-back', records(heldBack)))}
    </>
  );
}

/** A sample of a class as the map draws it; the patterns are the map's own. */
function Swatch({ kind }: { readonly kind: string }) {
  const hatched = kind === 'withheld' || kind === 'no_contributor';
  return (
    <svg class="swatch world" viewBox="0 0 22 14" aria-hidden="true">
      {kind === 'presence' ? (
        <g class="presence">
          <path class="halo" d="M11,7h0" />
          <path d="M11,7h0" />
        </g>
      ) : kind === 'unknown' ? (
        <text x="11" y="11.5" text-anchor="middle">
          ?
        </text>
      ) : (
        <g class={kind} {...(hatched && { fill: `url(#world-${kind})` })}>
          <rect x="0.5" y="0.5" width="21" height="13" rx="2" />
        </g>
      )}
    </svg>
  );
}
