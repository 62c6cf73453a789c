import type { CaseTable } from '../../columns/case-table.ts';
import { classesOver, classSizes } from './classes.ts';
import {
  negativeBinomialBelow,
  negativeBinomialRisk,
  truncatedPoissonBelow,
  truncatedPoissonRisk,
} from './population-frequency.ts';

/** Risk per record, over the records of a file. */
export interface RiskSummary {
  readonly highest: number;
  readonly mean: number;
  /** Share of records whose risk is above 1/k. */
  readonly shareAboveOneInK: number;
}

/** Risk of finding persons by their key, under the three usual attackers. */
export interface ReidentificationRisk {
  readonly keys: readonly string[];
  readonly k: number;
  readonly records: number;
  readonly classes: number;
  readonly smallestClass: number;
  /** The attacker knows that the person is in the file: 1/f. */
  readonly prosecutor: RiskSummary;
  /** The attacker knows the person from the population: 1/F. */
  readonly journalist: RiskSummary;
  /** Expected share of records found by matching the whole file with the population: mean of 1/F. */
  readonly marketer: number;
  /** Share of records that share their key with fewer than k members of the population (k-map), expected where estimated. */
  readonly belowKMap: number;
  readonly populationFrom: 'table' | 'negative-binomial' | 'zero-truncated-poisson';
}

/** Where the frequencies in the population come from. */
export type Population =
  | { readonly kind: 'table'; readonly table: CaseTable }
  | { readonly kind: 'negative-binomial' | 'zero-truncated-poisson'; readonly samplingFraction: number };

/**
 * Prosecutor, journalist and marketer risk (El Emam, 2013, Guide to the De-Identification of Personal Health Information)
 * and k-map. In a population table that lacks a key of the file, F is taken as f: the file itself proves that many.
 * RangeError: no key column, no rows, or a sampling fraction outside (0, 1].
 */
export function reidentificationRisk(
  table: CaseTable,
  columns: readonly number[],
  population: Population,
  k = 11,
): ReidentificationRisk {
  if (columns.length === 0 || table.rows === 0) throw new RangeError('risk needs a key column and a record');
  const tables = population.kind === 'table' ? [table, population.table] : [table];
  const classes = classesOver(tables, columns);
  const sample = classSizes(classes, 0);
  const outside = population.kind === 'table' ? classSizes(classes, 1) : null;
  const fraction = population.kind === 'table' ? 1 : population.samplingFraction;
  if (!(fraction > 0 && fraction <= 1)) throw new RangeError('a sampling fraction lies above 0 and at most at 1');
  const present = [...sample].filter((size) => size > 0);
  const riskOf = new Map<number, { risk: number; below: number }>();
  const estimated = (f: number) => {
    const known = riskOf.get(f);
    if (known) return known;
    const found =
      population.kind === 'negative-binomial'
        ? { risk: negativeBinomialRisk(f, fraction), below: negativeBinomialBelow(f, fraction, k) }
        : { risk: truncatedPoissonRisk(f / fraction), below: truncatedPoissonBelow(f / fraction, k) };
    riskOf.set(f, found);
    return found;
  };
  const journalist = { highest: 0, sum: 0, above: 0 };
  const prosecutor = { highest: 0, above: 0 };
  let below = 0;
  for (let at = 0; at < sample.length; at++) {
    const f = sample[at] as number;
    if (f === 0) continue;
    const size = outside === null ? null : Math.max(f, outside[at] as number);
    const { risk, below: chanceBelow } = size === null ? estimated(f) : { risk: 1 / size, below: size < k ? 1 : 0 };
    prosecutor.highest = Math.max(prosecutor.highest, 1 / f);
    if (f < k) prosecutor.above += f;
    journalist.highest = Math.max(journalist.highest, risk);
    journalist.sum += f * risk;
    if (risk > 1 / k) journalist.above += f;
    below += f * chanceBelow;
  }
  return {
    keys: columns.map((column) => table.variables[column] as string),
    k,
    records: table.rows,
    classes: present.length,
    smallestClass: present.reduce((least, size) => Math.min(least, size), table.rows),
    prosecutor: {
      highest: prosecutor.highest,
      mean: present.length / table.rows,
      shareAboveOneInK: prosecutor.above / table.rows,
    },
    journalist: {
      highest: journalist.highest,
      mean: journalist.sum / table.rows,
      shareAboveOneInK: journalist.above / table.rows,
    },
    marketer: journalist.sum / table.rows,
    belowKMap: below / table.rows,
    populationFrom: population.kind,
  };
}
