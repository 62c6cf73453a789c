import { bonferroniZ, z95 } from '@casebridge/privacy/results';
import type { Figure } from './types.ts';

/** Which figures to rank against each other. */
export interface LeadingOptions {
  readonly period: string;
  readonly group?: string | null;
  readonly place?: Figure['place'];
  /** Families ranked together: those whose id starts so, `origin.`. */
  readonly families: string;
  /** Most members a leading set may have; 3 when absent. */
  readonly atMost?: number;
}

/** Figures that clearly lead, highest first, and whether their order among themselves is clear too. */
export interface LeadingSet {
  readonly leaders: readonly Figure[];
  readonly ordered: boolean;
  /** Standard deviations a difference had to exceed. */
  readonly z: number;
}

/**
 * The largest set of at most `atMost` figures each of which exceeds every figure outside it by more than z standard
 * deviations of the difference, z being Bonferroni's for all pairs at 5 % (privacy spec C10). Standard deviations are read
 * from the published intervals and added as if independent, which is cautious: shares of one base move together. Empty
 * where nothing clearly leads, and where a share is withheld for its wide interval: it might be the largest.
 */
export function leadingFigures(figures: readonly Figure[], options: LeadingOptions): LeadingSet {
  const compared = figures.filter(
    (figure) =>
      figure.family.startsWith(options.families) &&
      figure.period === options.period &&
      figure.group === (options.group ?? null) &&
      samePlace(figure.place, options.place ?? null),
  );
  const ranked = compared
    .flatMap((figure) =>
      figure.value === null || figure.interval === null
        ? []
        : [{ figure, value: figure.value, sd: (figure.interval[1] - figure.interval[0]) / (2 * z95) }],
    )
    .sort((a, b) => b.value - a.value || (a.figure.id < b.figure.id ? -1 : 1));
  const pairs = (ranked.length * (ranked.length - 1)) / 2;
  const z = pairs > 0 ? bonferroniZ(pairs) : z95;
  if (compared.some(({ withheld }) => withheld === 'interval_too_wide')) return { leaders: [], ordered: false, z };
  const exceeds = (a: Ranked, b: Ranked): boolean => a.value - b.value > z * Math.hypot(a.sd, b.sd);
  for (let size = Math.min(options.atMost ?? 3, ranked.length - 1); size > 0; size -= 1) {
    const inside = ranked.slice(0, size);
    if (!inside.every((leader) => ranked.slice(size).every((other) => exceeds(leader, other)))) continue;
    const ordered = inside.every((leader, at) => at === 0 || exceeds(inside[at - 1] ?? leader, leader));
    return { leaders: inside.map(({ figure }) => figure), ordered, z };
  }
  return { leaders: [], ordered: false, z };
}

/** The sectors that clearly lead in a period, for the pool, a group or a place. */
export function leadingSectors(figures: readonly Figure[], options: Omit<LeadingOptions, 'families'>): LeadingSet {
  return leadingFigures(figures, { ...options, families: 'sector.' });
}

interface Ranked {
  readonly figure: Figure;
  readonly value: number;
  readonly sd: number;
}

function samePlace(a: Figure['place'], b: Figure['place']): boolean {
  return a?.kind === b?.kind && a?.region === b?.region;
}
