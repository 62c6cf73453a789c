// Pictures of the method itself, drawn from its formulas: no data of any release.
import * as Plot from '@observablehq/plot';
import { chartWidth, type Frame, finish } from './frame.ts';

/**
 * How likely each noisy count is when the true count is `truth`: the discrete Gaussian,
 * P(k) ∝ exp(−(k − truth)² / 2σ²) (Canonne, Kamath, Steinke 2020).
 */
export function noisePicture(
  frame: Frame,
  options: { readonly truth: number; readonly sd: number; readonly write: (value: number) => string },
): SVGSVGElement {
  const { truth, sd } = options;
  const reach = Math.ceil(3.2 * sd);
  const bars = Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const count = truth - reach + index;
    return {
      count,
      weight: Math.exp(-((count - truth) ** 2) / (2 * sd * sd)),
      inside: Math.abs(count - truth) <= 1.96 * sd,
    };
  });
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: 170,
    marginLeft: 14,
    marginRight: 14,
    marginTop: 10,
    marginBottom: 26,
    x: { type: 'linear', domain: [truth - reach - 1, truth + reach + 1], reverse: frame.direction === 'rtl' },
    y: { axis: null, domain: [0, 1.05] },
    marks: [
      Plot.rectY(bars, {
        x1: ({ count }) => count - 0.42,
        x2: ({ count }) => count + 0.42,
        y: 'weight',
        fill: ({ inside }) => (inside ? 'var(--chart-a)' : 'var(--chart-quiet)'),
      }),
      Plot.ruleX([truth], { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '4 3' }),
      Plot.ruleY([0], { stroke: 'var(--muted)' }),
      Plot.axisX({
        ticks: [truth - 2 * sd, truth, truth + 2 * sd],
        tickFormat: (value: number) => options.write(value),
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
        tickPadding: 8,
      }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}

/** How many of 100 noisy counts lie at most so far from the truth, by the same formula. */
export function nearTruth({
  sd,
}: {
  readonly sd: number;
}): readonly { readonly reach: number; readonly of100: number }[] {
  const weightTo = (reach: number) =>
    Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-((index - reach) ** 2) / (2 * sd * sd))).reduce(
      (sum, weight) => sum + weight,
      0,
    );
  const all = weightTo(Math.ceil(10 * sd));
  return [sd, 2 * sd, 3 * sd].map((reach) => ({ reach, of100: (100 * weightTo(reach)) / all }));
}

// Offsets of twenty draws in standard deviations, fixed so that the picture is the same everywhere; one lies beyond 1.96.
const draws = [
  0.31, -0.84, 1.12, -0.05, 0.67, -1.41, 0.18, -0.36, 2.21, -0.62, 0.93, -1.08, 0.44, 1.57, -0.21, 0.02, -1.73, 0.78,
  -0.49, 1.29,
];

/** The intervals of the picture: twenty published counts of one true count. */
export function twentyIntervals({ truth, sd }: { readonly truth: number; readonly sd: number }) {
  return draws.map((offset, index) => {
    const value = truth + offset * sd;
    return { index, value, low: value - 1.96 * sd, high: value + 1.96 * sd, hit: Math.abs(offset) <= 1.96 };
  });
}

/** Twenty published intervals for one true count: about nineteen hold it. */
export function intervalPicture(frame: Frame, options: { readonly truth: number; readonly sd: number }): SVGSVGElement {
  const { truth, sd } = options;
  const rows = twentyIntervals(options);
  const stroke = ({ hit }: { hit: boolean }) => (hit ? 'var(--chart-a)' : 'var(--chart-b)');
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: 190,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 6,
    marginBottom: 6,
    x: { type: 'point', axis: null, domain: rows.map(({ index }) => index), reverse: frame.direction === 'rtl' },
    y: { axis: null, domain: [truth - 4.4 * sd, truth + 4.4 * sd] },
    marks: [
      Plot.ruleY([truth], { stroke: 'var(--ink)', strokeWidth: 1.5, strokeDasharray: '4 3' }),
      Plot.ruleX(rows, { x: 'index', y1: 'low', y2: 'high', stroke, strokeWidth: 2 }),
      Plot.dot(rows, { x: 'index', y: 'value', r: 3.2, fill: stroke }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
