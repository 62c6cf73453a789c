import type { Answers } from '@casebridge/privacy/results';
import { type Combination, evaluate, only } from './combination.ts';
import { count } from './publishable.ts';
import { type Reading, tidy, tidyPair } from './reading.ts';
import { codesExist, type Scope, scopeCodes, scopeVariables, sourceTable } from './scope.ts';

/** The number of records in a scope, as a query; null where the release has no table for it. */
export function heldQuery(
  answers: Answers,
  scope: Scope,
): { readonly count: Combination; readonly table: readonly string[] } | null {
  const codes = scopeCodes(scope);
  const preferred = [...(scope.groupVariable ? [scope.groupVariable] : []), ...scopeVariables(scope)];
  const table = sourceTable(answers, preferred, Object.keys(codes));
  if (!table || !codesExist(answers, codes)) return null;
  return { table, count: only({ cohorts: scope.cohorts, selections: [{ table, where: codes }] }) };
}

/**
 * Records held, and beside them the total that contributors declare for the period and the ratio of the two: three
 * things that are easily taken for one another.
 *
 * @param declared persons declared for the period; null where some contributor declares none
 */
export function readHeld(answers: Answers, scope: Scope, declared: number | null): Reading | null {
  const query = heldQuery(answers, scope);
  if (!query) return null;
  const held = count(evaluate(answers, query.count));
  const codes = scopeCodes(scope);
  return {
    value: tidy(held.value),
    interval: tidyPair(held.interval),
    base: null,
    baseInterval: null,
    unknown: null,
    bounds: null,
    withheld: null,
    parts: [
      { key: 'held', value: tidy(held.value), interval: tidyPair(held.interval) },
      ...(declared === null
        ? []
        : [
            { key: 'declared', value: declared, interval: [declared, declared] as const },
            {
              key: 'ratio',
              value: tidy(held.value / declared),
              interval: tidyPair([held.interval[0] / declared, held.interval[1] / declared]),
            },
          ]),
    ],
    source: { table: query.table, cohorts: scope.cohorts, numerator: codes, base: codes },
  };
}
