import type { MessageKey } from '../messages/languages.ts';
import type { Voice } from './voice.ts';

/** Counts are said to the nearest five; their interval is given beside them. */
export const countStep = 5;

/** A share as a whole per cent: “about 74%”, “under 1%”. */
export function aboutShare(voice: Voice, share: number): string {
  if (share < 0.005) return voice.say('number.under_share', { number: voice.percent(0.01) });
  return voice.say('number.about_share', { number: voice.percent(share) });
}

/** Ends of a share's interval, to a tenth of a per cent and rounded outwards. */
export function shareEnds(voice: Voice, [low, high]: readonly [number, number]): { low: string; high: string } {
  return { low: voice.percent(down(low, 1000), 1), high: voice.percent(up(high, 1000), 1) };
}

/** Rounds a count to the step that texts use. */
function roundCount(count: number): number {
  return Math.round(count / countStep) * countStep;
}

/** A noisy count with its noun: “about 6,990 records”. */
export function aboutCount(voice: Voice, count: number, noun: Extract<MessageKey, `number.${string}`>): string {
  return voice.say('number.about_count', { number: voice.say(noun, { n: roundCount(count) }) });
}

/**
 * Records held: “about 6,990 records”, or “at most 30 records” where the noise reaches down to none and a number of its
 * own would say too much.
 */
export function heldCount(voice: Voice, held: number, [low, high]: readonly [number, number]): string {
  if (low > 0 || high === held) return aboutCount(voice, held, 'number.records');
  const most = up(high, 1 / countStep);
  return voice.say('number.at_most', { number: voice.say('number.records', { n: most }) });
}

/** Ends of a count's interval, to the nearest five outwards. */
export function countEnds(voice: Voice, [low, high]: readonly [number, number]): { low: string; high: string } {
  return {
    low: voice.number(down(low, 1 / countStep)),
    high: voice.number(up(high, 1 / countStep)),
  };
}

/** Ends of an interval in years or of a change, one decimal, outwards. */
export function yearEnds(voice: Voice, [low, high]: readonly [number, number]): { low: string; high: string } {
  return { low: voice.decimal(down(low, 10)), high: voice.decimal(up(high, 10)) };
}

export function changeEnds(voice: Voice, [low, high]: readonly [number, number]): { low: string; high: string } {
  return { low: voice.percent(down(low, 1000), 1), high: voice.percent(up(high, 1000), 1) };
}

// A value that is a whole number of steps but for floating point stays where it is.
function down(value: number, perUnit: number): number {
  return Math.floor(value * perUnit + 1e-6) / perUnit;
}

function up(value: number, perUnit: number): number {
  return Math.ceil(value * perUnit - 1e-6) / perUnit;
}
