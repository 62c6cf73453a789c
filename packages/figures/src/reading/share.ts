import { type Answers, type Estimate, widestHalf } from '@casebridge/privacy/results';
import type { Codes, ShareFamily } from '../registry/family.ts';
import { type Combination, covarianceOf, evaluate, only } from './combination.ts';
import { count, ratio, unknownShare } from './publishable.ts';
import { type Reading, tidy, tidyPair, withheldReading } from './reading.ts';
import { codesExist, knownCodes, type Scope, scopeCodes, scopeVariables, sourceTable, unknownCodes } from './scope.ts';

const shareRange = { low: 0, high: 1 };

/** Numerator, base and unknown of a share, as queries with the tables and codes they read. */
export interface ShareQueries {
  readonly x: Combination;
  readonly n: Combination;
  readonly unknown: Combination;
  readonly table: readonly string[];
  readonly baseTable: readonly string[];
  readonly numerator: Codes;
  readonly base: Codes;
}

/** The queries of a share in a scope; null where the release has no table for it. */
export function shareQueries(answers: Answers, family: ShareFamily, scope: Scope): ShareQueries | null {
  const restricted = { ...scopeCodes(scope), ...family.within };
  const find = (variable: string): readonly string[] | null => {
    const own = scope.place || variable !== family.variable ? [variable] : family.table;
    return sourceTable(answers, [...scopeVariables(scope), ...own], [...Object.keys(restricted), variable]);
  };
  const table = find(family.variable);
  const baseTable = family.known === family.variable ? table : find(family.known);
  if (!table || !baseTable || !codesExist(answers, { [family.variable]: family.codes, ...restricted })) return null;
  const numerator = { ...restricted, [family.variable]: family.codes };
  const base = { ...restricted, [family.known]: knownCodes(answers, family.known) };
  const notKnown = unknownCodes(answers, family.known);
  const query = (set: readonly string[], where: Codes): Combination =>
    only({ cohorts: scope.cohorts, selections: [{ table: set, where }] });
  return {
    x: query(table, numerator),
    n: query(baseTable, base),
    unknown: notKnown.length > 0 ? query(baseTable, { ...restricted, [family.known]: notKnown }) : [],
    table,
    baseTable,
    numerator,
    base,
  };
}

/**
 * The share of records whose answer is known that give one answer: value, Fieller interval, base, the share whose answer
 * is not known, and what the value would be if all of those were out or in. Null where the release has no table for it.
 */
export function readShare(answers: Answers, family: ShareFamily, scope: Scope): Reading | null {
  const queries = shareQueries(answers, family, scope);
  if (!queries) return null;
  const x = evaluate(answers, queries.x);
  const n = evaluate(answers, queries.n);
  const total = evaluate(answers, [...queries.n, ...queries.unknown]);
  const base = count(n);
  const unknown = unknownShare(evaluate(answers, queries.unknown), total);
  const shared = {
    base: tidy(base.value),
    baseInterval: tidyPair(base.interval),
    unknown: unknown === null ? null : tidy(unknown),
    source: {
      table: queries.table,
      ...(queries.baseTable !== queries.table && { baseTable: queries.baseTable }),
      cohorts: scope.cohorts,
      numerator: queries.numerator,
      base: queries.base,
    },
  };
  const share = ratio(x, n, covarianceOf(answers, queries.x, queries.n), shareRange, widestHalf);
  if (typeof share === 'string') return { ...withheldReading(share), ...shared };
  return {
    ...shared,
    value: tidy(share.value),
    interval: tidyPair(share.interval),
    bounds: unknown === null ? null : bounds(share.value, unknown),
    withheld: null,
    parts: family.partsBy ? readParts(answers, family.partsBy, queries, n) : [],
  };
}

/** Lowest and highest a known-only share could be among all records: every unknown out, every unknown in. */
function bounds(value: number, unknown: number): readonly [number, number] {
  const low = value * (1 - unknown);
  return tidyPair([low, Math.min(1, low + unknown)]);
}

// What each code of another variable adds to the value; codes that mean "not known" come together as `not_recorded`.
function readParts(answers: Answers, variable: string, queries: ShareQueries, n: Estimate): Reading['parts'] {
  if (!queries.table.includes(variable)) return [];
  const codes: [string, readonly string[]][] = [
    ...knownCodes(answers, variable).map((code): [string, readonly string[]] => [code, [code]]),
    ['not_recorded', unknownCodes(answers, variable)],
  ];
  return codes.flatMap(([key, allowed]) => {
    if (allowed.length === 0) return [];
    const part = queries.x.map(({ query, weight }) => ({
      weight,
      query: {
        ...query,
        selections: query.selections.map((selection) => ({
          ...selection,
          where: { ...selection.where, [variable]: allowed },
        })),
      },
    }));
    const share = ratio(evaluate(answers, part), n, covarianceOf(answers, part, queries.n), shareRange, widestHalf);
    return typeof share === 'string' ? [] : [{ key, value: tidy(share.value), interval: tidyPair(share.interval) }];
  });
}
