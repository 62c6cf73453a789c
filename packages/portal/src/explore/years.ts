import type { ExploreIndex, Years } from './types.ts';

type Periods = Pick<ExploreIndex, 'periods'>;

/** The years of the release that a choice means now, ascending. */
export function chosenYears({ periods }: Periods, years: Years): readonly string[] {
  if (years.mode === 'roll') return periods.slice(-years.count);
  const last = years.mode === 'freeze' ? periods.indexOf(years.to) : periods.length - 1;
  return periods.slice(Math.max(0, periods.indexOf(years.from)), last + 1);
}

/** `2015`, `2012-2015`: these years; `2012-`: from 2012 on; `last`, `last-3`: the newest. */
export function writeYears(years: Years): string {
  if (years.mode === 'roll') return years.count === 1 ? 'last' : `last-${years.count}`;
  if (years.mode === 'grow') return `${years.from}-`;
  return years.from === years.to ? years.from : `${years.from}-${years.to}`;
}

/** Null for years that the release does not have. */
export function readYears({ periods }: Periods, text: string): Years | null {
  const [, rolled, count] = /^(last)(?:-([1-9]\d?))?$/.exec(text) ?? [];
  if (rolled) return { mode: 'roll', count: count === undefined ? 1 : Number(count) };
  const [, from, dash, to] = /^([^-]+)(-)?([^-]+)?$/.exec(text) ?? [];
  if (from === undefined || !periods.includes(from)) return null;
  if (dash === undefined) return { mode: 'freeze', from, to: from };
  if (to === undefined) return { mode: 'grow', from };
  return periods.includes(to) && periods.indexOf(from) <= periods.indexOf(to) ? { mode: 'freeze', from, to } : null;
}

/** The choice itself where it means any year, else the newest year. */
export function settleYears(index: Periods, years: Years): Years {
  const read = readYears(index, writeYears(years));
  if (read !== null && chosenYears(index, read).length > 0) return read;
  const last = index.periods.at(-1) ?? '';
  return { mode: 'freeze', from: last, to: last };
}

/** The same years under another mode. */
export function inMode(index: Periods, years: Years, mode: Years['mode']): Years {
  const chosen = chosenYears(index, years);
  const from = chosen[0] ?? '';
  if (mode === 'roll') return { mode, count: Math.max(1, chosen.length) };
  if (mode === 'grow') return { mode, from };
  return { mode, from, to: chosen.at(-1) ?? from };
}
