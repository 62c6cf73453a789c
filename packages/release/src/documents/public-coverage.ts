import type { Coverage, CoverageStatement } from '@casebridge/figures/types';

/** A contributor as the store knows it and as the public may. */
export interface KnownContributor {
  /** Id in the store. */
  readonly id: string;
  /** Whether its agreement lets it be named. */
  readonly named: boolean;
  /** What it is called where it may be named. */
  readonly name: string | null;
  readonly statement: CoverageStatement;
}

/**
 * The ids under which contributors appear in public: their own where they may be named, else `contributor-1` … by their
 * place in the recipe, which stays the same from release to release as long as the recipe only grows at its end.
 */
export function publicIds(
  contributors: readonly Pick<KnownContributor, 'id' | 'named'>[],
): ReadonlyMap<string, string> {
  return new Map(contributors.map(({ id, named }, at) => [id, named ? id : `contributor-${at + 1}`]));
}

/** What contributors publicly declare. Of one that stays unnamed neither name nor note is shown. */
export function publicCoverage(contributors: readonly KnownContributor[]): Coverage {
  const ids = publicIds(contributors);
  return {
    contributors: contributors.map(({ id, named, name, statement }) => {
      const { note, ...declared } = statement;
      return {
        sourceKind: declared.sourceKind,
        firstYear: declared.firstYear,
        lastYear: declared.lastYear,
        activeYears: declared.activeYears,
        countries: declared.countries,
        assisted: declared.assisted,
        assistedSince: declared.assistedSince,
        asks: declared.asks,
        id: ids.get(id) ?? id,
        name: named ? name : null,
        note: named ? note : null,
      };
    }),
  };
}
