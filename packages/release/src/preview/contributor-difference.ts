import type { Coverage, CoverageStatement } from '@casebridge/figures/types';

/** A contributor as a bundle's coverage statements show it. */
export interface PublicContributor {
  readonly id: string;
  /** Null for one that stays unnamed. */
  readonly name: string | null;
  readonly activeYears: readonly number[];
}

/** Who differs between two bundles, by what contributors publicly declare. */
export interface ContributorDifference {
  readonly onlyWithout: readonly PublicContributor[];
  readonly onlyWith: readonly PublicContributor[];
  /** In both, with another statement; what of it differs. */
  readonly changed: readonly (PublicContributor & { readonly what: readonly string[] })[];
  /** In both, with the same statement. */
  readonly same: number;
}

const parts: readonly (readonly [keyof CoverageStatement, string])[] = [
  ['name', 'name'],
  ['sourceKind', 'kind of source'],
  ['firstYear', 'first year'],
  ['lastYear', 'last year'],
  ['activeYears', 'years of work'],
  ['countries', 'countries'],
  ['assisted', 'persons assisted'],
  ['assistedSince', 'running total'],
  ['asks', 'what it asks'],
  ['note', 'note'],
];

/**
 * Compares two bundles' coverage by public id. Of contributors that stay unnamed the id is their place in the recipe
 * (`publicIds`): it means the same one as long as recipes only grow at their end.
 */
export function contributorDifference(without: Coverage, withIt: Coverage): ContributorDifference {
  const [before, after] = [byId(without), byId(withIt)];
  const both = [...after.values()].filter(({ id }) => before.has(id));
  const changed = both.flatMap((statement) => {
    const old = before.get(statement.id) as CoverageStatement;
    const what = parts.filter(([key]) => canonical(old[key]) !== canonical(statement[key])).map(([, name]) => name);
    return what.length === 0 ? [] : [{ ...publicly(statement), what }];
  });
  return {
    onlyWithout: [...before.values()].filter(({ id }) => !after.has(id)).map(publicly),
    onlyWith: [...after.values()].filter(({ id }) => !before.has(id)).map(publicly),
    changed,
    same: both.length - changed.length,
  };
}

function byId({ contributors }: Coverage): ReadonlyMap<string, CoverageStatement> {
  return new Map(contributors.map((statement) => [statement.id, statement]));
}

function publicly({ id, name, activeYears }: CoverageStatement): PublicContributor {
  return { id, name, activeYears };
}

// The same text for equal values, whatever the order in which their keys were written.
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
