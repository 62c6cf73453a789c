import type { Figure, FigureUnit } from '@casebridge/figures/types';
import type { Catalogue } from './catalogue.ts';
import { numberFormat } from './number-format.ts';
import { outwards } from './outwards.ts';

/**
 * Numbers, dates and sizes as a reader of one language writes them. Noisy counts are said to the nearest five and the ends
 * of intervals are rounded outwards, as in the sentences of figures.
 */
export interface Format {
  /** A whole number as it is: `6,993`. */
  count(value: number): string;
  /** A fraction as a whole per cent: `74%`. */
  share(value: number): string;
  /** A noisy count to the nearest five: `6,995`. */
  about(value: number): string;
  /** A number with one decimal: `4.2`. */
  plain(value: number): string;
  /** How many times as much: `1.34`. */
  ratio(value: number): string;
  /** A fraction as per cent with one decimal: `73.5%`. */
  fineShare(value: number): string;
  /** A number in a figure's unit. */
  value(value: number, unit: FigureUnit): string;
  /** Two ends in a figure's unit: `73.5–74.9%`, in an order that survives right-to-left text. */
  range(low: number, high: number, unit: FigureUnit): string;
  /** A figure's value, or an empty text where it is withheld. */
  figure(figure: Figure): string;
  interval(figure: Figure): string;
  /** `2016-05-20` as a long date. */
  day(day: string): string;
  bytes(count: number): string;
}

const countStep = 5;

/** The formats of a catalogue's language. */
export function formatIn(catalogue: Catalogue): Format {
  const number = (options: Intl.NumberFormatOptions) => numberFormat(catalogue.locale, options);
  const count = number({ maximumFractionDigits: 0 });
  const share = number({ style: 'percent', maximumFractionDigits: 0 });
  const fineShare = number({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const plain = number({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const ratio = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const change = number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const fineChange = number({
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const date = new Intl.DateTimeFormat(catalogue.locale, { dateStyle: 'long', timeZone: 'UTC' });
  // A site has the days of its releases, over and over.
  const days = new Map<string, string>();
  const years = (value: number) => catalogue.text('unit.years', { years: plain(value), n: value });

  const about = (amount: number) => count(Math.round(amount / countStep) * countStep);
  const wholeShare = (amount: number) =>
    amount > 0 && amount < 0.005 ? catalogue.text('share.under', { share: share(0.01) }) : share(amount);

  const value = (amount: number, unit: FigureUnit) => {
    if (unit === 'share') return wholeShare(amount);
    if (unit === 'change') return change(amount);
    if (unit === 'years') return years(amount);
    return unit === 'countries' ? count(amount) : about(amount);
  };
  const ends: Partial<Record<FigureUnit, readonly [write: (amount: number) => string, perUnit: number]>> = {
    share: [fineShare, 1000],
    change: [fineChange, 1000],
    years: [plain, 10],
    countries: [count, 1],
  };
  const range = (low: number, high: number, unit: FigureUnit) => {
    const [write, perUnit] = ends[unit] ?? [count, 1 / countStep];
    // Between signs, a dash would be read as one of them.
    const text = catalogue.text(unit === 'change' ? 'range.signed' : 'range', {
      low: write(outwards(low, perUnit, -1)),
      high: write(outwards(high, perUnit, 1)),
    });
    return unit === 'years' ? catalogue.text('unit.years', { years: text, n: high }) : text;
  };
  return {
    count,
    plain,
    ratio,
    about,
    share: wholeShare,
    fineShare,
    value,
    range,
    figure: (figure) => {
      if (figure.value === null) return '';
      if (figure.protection !== 'declared') return value(figure.value, figure.unit);
      // A declared number is repeated as it was declared.
      const number = count(figure.value);
      return figure.declared?.relation === 'over' ? catalogue.text('declared.over', { number }) : number;
    },
    interval: (figure) => (figure.interval ? range(figure.interval[0], figure.interval[1], figure.unit) : ''),
    day: (day) => {
      const text = days.get(day) ?? date.format(new Date(`${day}T00:00:00Z`));
      days.set(day, text);
      return text;
    },
    bytes: (bytes) => {
      const step = bytes < 1000 ? 0 : bytes < 1e6 ? 1 : 2;
      const unit = (['byte', 'kilobyte', 'megabyte'] as const)[step] as string;
      return new Intl.NumberFormat(catalogue.locale, {
        style: 'unit',
        unit,
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: step === 0 ? 0 : 1,
      }).format(bytes / 1000 ** step);
    },
  };
}
