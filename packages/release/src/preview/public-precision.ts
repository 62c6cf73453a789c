import type { FigureDifference } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';

const nearest = 5;

/** A figure's value as the public may see one: whole per cents, records to the nearest five, years to one decimal. */
export function publicPrecision({ value, unit, withheld }: Pick<Figure, 'value' | 'unit' | 'withheld'>): string {
  if (value === null) return withheld === 'base_too_small' ? 'too few records to show' : 'not precise enough to show';
  switch (unit) {
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'change':
      return `${value > 0 ? '+' : ''}${Math.round(value * 100)} %`;
    case 'years':
      return `${value.toFixed(1)} years`;
    default:
      return aboutRecords(value);
  }
}

/** `about 1175`: to the nearest five. */
export function aboutRecords(value: number): string {
  return `about ${plain(roundTo(value, nearest, 0))}`;
}

/** Both ends of an interval at public precision, rounded outwards: `55 % to 60 %`. Null where there is none. */
export function publicInterval({ interval, unit }: Pick<Figure, 'interval' | 'unit'>): string | null {
  if (interval === null) return null;
  const step = unit === 'share' || unit === 'change' ? 0.01 : unit === 'years' ? 0.1 : nearest;
  const [low, high] = outwards(interval, step);
  const at = (value: number) => publicPrecision({ value, unit, withheld: null }).replace(/^about /, '');
  return `${at(low)} to ${at(high)}`;
}

/** Two counts' ends, rounded outwards to the nearest five: `30 to 45`. */
export function aboutRange(interval: readonly [number, number]): string {
  const [low, high] = outwards(interval, nearest);
  return `${plain(low)} to ${plain(high)}`;
}

/** A declared number, which carries no noise, as it was declared. */
export function declaredText({ value }: Pick<Figure, 'value'>): string {
  return value === null ? 'not declared' : plain(value);
}

/** A difference as numbers at public precision: tenths of a point, of a year, records to the nearest five; ends outwards. */
export interface PublicDifference {
  readonly value: string;
  readonly interval: string;
}

/** The texts of a difference: `+2.5 points` and `+1.0 to +4.1`. Exact ones of declared numbers stay as they are. */
export function publicDifference(
  { value, interval }: Pick<FigureDifference, 'value' | 'interval'>,
  { unit, protection }: Pick<Figure, 'unit' | 'protection'>,
): PublicDifference {
  const [factor, step, unitName, decimals] =
    unit === 'share' || unit === 'change'
      ? ([100, 0.1, ' points', 1] as const)
      : unit === 'years'
        ? ([1, 0.1, ' years', 1] as const)
        : protection === 'declared'
          ? ([1, 1, '', 0] as const)
          : ([1, nearest, '', 0] as const);
  const [low, high] = outwards([interval[0] * factor, interval[1] * factor], step);
  const write = (number: number) => signed(number, decimals);
  return {
    value: `${write(roundTo(value * factor, step, 0))}${unitName}`,
    interval: `${write(low)} to ${write(high)}`,
  };
}

function outwards([low, high]: readonly [number, number], step: number): readonly [number, number] {
  return [roundTo(low, step, -1), roundTo(high, step, 1)];
}

// Down, up or to the nearest; a hair's breadth past a step is that step.
function roundTo(value: number, step: number, way: -1 | 0 | 1): number {
  const steps = value / step;
  const whole = way === 0 ? Math.round(steps) : way < 0 ? Math.floor(steps + 1e-6) : Math.ceil(steps - 1e-6);
  return whole * step;
}

function plain(value: number): string {
  return String(Math.round(value) + 0).replace('-', '−');
}

function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}
