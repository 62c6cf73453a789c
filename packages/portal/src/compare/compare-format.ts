import { numberFormat } from '../text/number-format.ts';
import type { CompareIndex, Ranged } from './types.ts';

/** How a comparison's numbers are written: in the page's language, ends of intervals rounded outwards. */
export interface CompareFormat {
  /** `74%`. */
  share(range: Ranged): string;
  /** `73.5% to 74.9%`. */
  shareRange(range: Ranged): string;
  /** Percentage points with their sign: `+12.3`. */
  points(range: Ranged): string;
  pointsRange(range: Ranged): string;
  /** `1.34`. */
  ratio(range: Ranged): string;
  ratioRange(range: Ranged): string;
  /** Records to the nearest five. */
  about(range: Ranged): string;
  aboutRange(range: Ranged): string;
}

const countStep = 5;

/** The formats of an index's language. */
export function compareFormat(index: Pick<CompareIndex, 'locale' | 'words'>): CompareFormat {
  const number = (options: Intl.NumberFormatOptions) => numberFormat(index.locale, options);
  const whole = number({ style: 'percent', maximumFractionDigits: 0 });
  const fine = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = number({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const times = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const count = number({ maximumFractionDigits: 0 });
  const range = ({ low, high }: Ranged, perUnit: number, write: (value: number) => string) =>
    word(index, 'range', { low: write(outwards(low, perUnit, -1)), high: write(outwards(high, perUnit, 1)) });
  return {
    share: ({ value }) => (value > 0 && value < 0.005 ? word(index, 'under', { share: whole(0.01) }) : whole(value)),
    shareRange: (each) => range(each, 1000, fine),
    points: ({ value }) => signed(Math.round(value * 1000) / 10),
    pointsRange: (each) => range(each, 1000, (value) => signed(value * 100)),
    ratio: ({ value }) => times(value),
    ratioRange: (each) => range(each, 100, times),
    about: ({ value }) => count(Math.round(value / countStep) * countStep),
    aboutRange: (each) => range(each, 1 / countStep, count),
  };
}

/** A message with `{name}` filled in. */
export function word(
  index: Pick<CompareIndex, 'words'>,
  key: string,
  args: Readonly<Record<string, string>> = {},
): string {
  const message = index.words[key];
  if (message === undefined) throw new Error(`no message 'compare.${key}'`);
  return message.replaceAll(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');
}

function outwards(value: number, perUnit: number, side: 1 | -1): number {
  const steps = value * perUnit;
  return (side < 0 ? Math.floor(steps + 1e-6) : Math.ceil(steps - 1e-6)) / perUnit;
}
