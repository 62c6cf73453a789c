import type { PublishedPrevalence } from '@casebridge/bundle';
import type { DrawnEstimate } from '../charts/estimate-dots.ts';
import type { Page } from '../components/page.ts';

/** An estimate as table and picture show it. */
export interface EstimateLine {
  readonly key: string;
  readonly label: string;
  readonly number: string;
  readonly interval: string | null;
  /** Null where the picture leaves it out: it has no number, or is told by another line. */
  readonly drawn: DrawnEstimate | null;
  /** False for what the picture draws as one and the table tells line by line. */
  readonly inTable: boolean;
}

type Ends = readonly [low: number, high: number];

/**
 * Every estimate that is published of a table of histories, in the order they are shown: known, bound, step by step, other
 * ways of choosing the model, one list less, other linkage or its assumed errors.
 */
export function estimateLines(
  { words, format }: Pick<Page, 'words' | 'format'>,
  estimate: PublishedPrevalence,
  nameOf: (list: string) => string,
): readonly EstimateLine[] {
  const { known, bound, stepwise, independent, bic, thresholds, withoutOne, apart, linkage, matching } = estimate;
  const range = ([low, high]: Ends) =>
    words.text('prevalence.spread', { low: format.count(low), high: format.count(high) });
  const line = (
    key: string,
    label: string,
    value: number | null,
    ends: Ends | null = null,
    sign: DrawnEstimate['sign'] = 'estimate',
  ): EstimateLine => {
    const number = value === null ? words.text('prevalence.no-estimate') : format.count(value);
    const interval = ends && range(ends);
    const [low, high] = ends ?? [value ?? 0, value ?? 0];
    const drawn =
      value === null ? null : ({ key, label, value, low, high, text: number, tone: 'plain', sign } as const);
    return { key, label, number, interval, drawn, inTable: true };
  };
  const row = (name: string, args: Readonly<Record<string, string>> = {}) => words.text(`prevalence.row.${name}`, args);
  const others = thresholds.filter(({ threshold }) => threshold !== estimate.threshold);
  const ends: Ends = [Math.min(...others.map((one) => one.estimate)), Math.max(...others.map((one) => one.estimate))];
  const spread = (): EstimateLine => ({
    key: 'thresholds',
    label: row('thresholds'),
    number: range(ends),
    interval: null,
    drawn: {
      key: 'thresholds',
      label: row('thresholds'),
      value: ends[0],
      low: ends[0],
      high: ends[1],
      text: range(ends),
      tone: 'plain',
      sign: ends[0] === ends[1] ? 'estimate' : 'spread',
    },
    inTable: false,
  });
  return [
    line('known', row('known'), known, null, 'known'),
    ...(bound === null ? [] : [line('bound', row('bound'), bound, null, 'bound')]),
    ...(stepwise ? [line('stepwise', row('stepwise'), stepwise.estimate, stepwise.interval)] : []),
    ...(stepwise?.biased ? [line('percentile', row('percentile'), stepwise.estimate, stepwise.percentile)] : []),
    ...(independent === null ? [] : [line('independent', row('independent'), independent)]),
    ...(bic ? [line('bic', row('bic'), bic.estimate)] : []),
    ...(others.length > 0 ? [spread()] : []),
    ...others.map(({ threshold, estimate: value }) => ({
      ...line(`threshold-${threshold}`, row('threshold', { threshold: thresholdText(words, threshold) }), value),
      drawn: null,
    })),
    ...withoutOne.map(({ list, estimate: value }) =>
      line(`without-${list}`, row('without', { list: nameOf(list) }), value),
    ),
    ...(apart === undefined ? [] : [line('apart', row('apart'), apart)]),
    ...(['cautious', 'generous'] as const).flatMap((way) => (linkage ? [line(way, row(way), linkage[way])] : [])),
    ...(['missed', 'wrong'] as const).flatMap((way) =>
      matching ? [line(way, row(way, { share: format.share(matching[way].share) }), matching[way].estimate)] : [],
    ),
  ];
}

/** A threshold as a reader writes it: `0.02`, `0,02`. */
export function thresholdText({ locale }: Pick<Page['words'], 'locale'>, threshold: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(threshold);
}
