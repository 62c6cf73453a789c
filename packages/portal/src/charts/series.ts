// Marks of the series of one chart, in order. The colours differ for every kind of colour vision (style/palettes.test.ts), and
// each series has a shape of its own besides, so that nothing is told by colour alone.

/** Colours of up to eight series. */
export const seriesColours = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `var(--chart-${name})`);

/** Point shapes of up to eight series. */
export const seriesSymbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'cross', 'wye', 'hexagon'] as const;

/** The colour of the series at a place in the order; ink beyond the eighth. */
export function seriesColour(index: number): string {
  return seriesColours[index] ?? 'var(--ink)';
}
