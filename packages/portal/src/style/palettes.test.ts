import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distanceSeen, visions } from './colour-vision.ts';

type Theme = Readonly<Record<string, string>>;

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');

function themeOf(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const dark = themeOf(':root[data-theme="dark"]');
const themes: Readonly<Record<string, Theme>> = { light: themeOf(':root'), dark };
const papers = ['paper', 'surface', 'tint'];
const series = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `chart-${name}`);

/** Least distance between any two of the first so many series. */
const leastDistance: Readonly<Record<number, number>> = {
  2: 0.17,
  3: 0.15,
  4: 0.12,
  5: 0.1,
  6: 0.095,
  7: 0.085,
  8: 0.085,
};

function token(theme: string, name: string): string {
  const value = themes[theme]?.[name];
  if (value === undefined) throw new Error(`the ${theme} theme has no --${name}`);
  return value;
}

describe('the dark theme', () => {
  it('is the same by choice and by the system’s setting', () => {
    expect(themeOf(':root:not([data-theme="light"])')).toEqual(dark);
  });
});

describe.each(Object.keys(themes))('colours of the %s theme', (theme) => {
  it.each(visions.flatMap((vision) => Object.keys(leastDistance).map((count) => [Number(count), vision] as const)))(
    'keep %i series apart in %s vision',
    (count, vision) => {
      const shown = series.slice(0, count);
      const close = shown.flatMap((one, index) =>
        shown.slice(0, index).flatMap((other) => {
          const distance = distanceSeen(token(theme, one), token(theme, other), vision);
          return distance < (leastDistance[count] ?? 1) ? [`${one} and ${other}: ${distance.toFixed(3)}`] : [];
        }),
      );
      expect(close).toEqual([]);
    },
  );

  it.each(papers)('show every series on %s', (paper) => {
    const pale = series.filter((name) => contrast(token(theme, name), token(theme, paper)) < 3);
    expect(pale).toEqual([]);
  });

  it.each([
    ...papers.flatMap((paper) => ['ink', 'muted', 'accent'].map((text) => [text, paper] as const)),
    ['on-accent', 'accent'],
    ['on-accent', 'chart-a'],
    ['ink', 'accent-soft'],
    ['accent', 'accent-soft'],
    ['warn-ink', 'warn-paper'],
    ['paper', 'ink'],
  ] as const)('make %s legible on %s', (text, paper) => {
    expect(contrast(token(theme, text), token(theme, paper))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('distanceSeen', () => {
  it('knows that red and green look alike to some eyes and not to others', () => {
    expect(distanceSeen('#c0392b', '#6b7a1e', 'typical')).toBeGreaterThan(0.15);
    expect(distanceSeen('#c0392b', '#6b7a1e', 'deuteranopia')).toBeLessThan(0.08);
  });

  it('is nothing between a colour and itself', () => {
    for (const vision of visions) expect(distanceSeen('#0f5e6e', '#0f5e6e', vision)).toBe(0);
  });
});

describe('contrast', () => {
  it('spans from 1 to 21', () => {
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
});
