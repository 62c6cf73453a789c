import { type Markup, markup } from './markup.ts';

/** Where a value lies on a picture, in its units. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  place(value: number): number;
}

/** A scale from zero, or from the least value below it, to a round number at or above the largest, with three to six ticks. */
export function linearAxis(values: readonly number[], from: number, to: number): Axis {
  const least = values.reduce((low, value) => (Number.isFinite(value) ? Math.min(low, value) : low), 0);
  const largest = values.reduce((high, value) => (Number.isFinite(value) ? Math.max(high, value) : high), 0);
  const most = largest === least ? least + 1 : largest;
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((size) => size * power >= rough) ?? 10);
  const low = Math.floor(least / step + 1e-9) * step;
  const steps = Math.max(1, Math.ceil((most - low) / step - 1e-9));
  const high = low + steps * step;
  return {
    from,
    to,
    ticks: Array.from({ length: steps + 1 }, (_, at) => low + at * step),
    place: (value) => from + ((Math.min(Math.max(value, low), high) - low) / (high - low)) * (to - from),
  };
}

/** Lines and labels of a horizontal scale between two heights. */
export function axisMarkup(axis: Axis, top: number, bottom: number, text: (value: number) => string): Markup {
  return markup`${axis.ticks.map((tick) => {
    const x = axis.place(tick).toFixed(1);
    return markup`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 16}" text-anchor="middle">${withoutZeros(text(tick))}</text>`;
  })}`;
}

/** `0.200` as `0.2`, `25.0 %` as `25 %`. */
function withoutZeros(text: string): string {
  return text.replace(/(\.\d*?)0+(?!\d)/, '$1').replace(/\.(?!\d)/, '');
}
