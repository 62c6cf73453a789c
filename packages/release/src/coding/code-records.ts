import { splitFlags } from '@casebridge/figures';
import type { CoverageStatement } from '@casebridge/figures/types';
import { type CaseTable, partitionTable, tableBuilder } from '@casebridge/privacy';
import { type ColumnCoder, columnCoder, no, type RecordBlock, yes } from '@casebridge/standard';
import { activityOf } from '../cohorts/activity.ts';
import { linked, markOf } from '../marks/marks.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import { populationRows } from './population-rows.ts';

/** One contributor's records, and what its agreement and statement say of them. */
export interface ContributorRecords {
  readonly id: string;
  readonly records: AsyncIterable<RecordBlock>;
  readonly statement: Pick<CoverageStatement, 'activeYears'>;
  readonly heldBack: { readonly countries: readonly string[]; readonly variables: readonly string[] };
}

/** Which cohort a record is measured in now, by its mark and period; null for none. */
export type CohortChoice = (mark: string, period: string) => string | null;

export interface CodeOptions {
  /** Marks of records that another record of the same person stands for. */
  readonly passedOver?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/** The records a release measures: one case table per cohort, and the marks of all records in them or passed over. */
export interface CodedRecords {
  readonly tables: ReadonlyMap<string, CaseTable>;
  readonly marks: ReadonlyMap<string, string>;
}

/**
 * Codes contributors' records into the declared domains, cohort by cohort. Records outside the population or without a
 * cohort are passed over. No count is taken: how many rows went where is known to nobody but the tables.
 *
 * @param cohorts ids of all cohorts; each gets a table, empty or not
 * @param marksKey keys the marks of records
 */
export async function codeRecords(
  planned: PlannedRecipe,
  contributors: readonly ContributorRecords[],
  cohorts: readonly string[],
  choose: CohortChoice,
  marksKey: Uint8Array,
  { passedOver = new Set(), signal }: CodeOptions = {},
): Promise<CodedRecords> {
  const builder = tableBuilder(planned.domains, { shared: true });
  const part = new Map(cohorts.map((id, at) => [id, at]));
  const partOf = growingParts();
  const marks = new Map<string, string>();
  for (const contributor of contributors) {
    const coders = codersFor(planned, contributor);
    for await (const block of contributor.records) {
      signal?.throwIfAborted();
      const chosen: number[] = [];
      const periods: string[] = [];
      for (const { row, key, period } of populationRows(planned, block)) {
        const mark = markOf(marksKey, contributor.id, key);
        if (passedOver.has(mark)) {
          marks.set(mark, linked);
          continue;
        }
        const cohort = choose(mark, period);
        const at = cohort === null ? undefined : part.get(cohort);
        if (cohort === null || at === undefined || marks.has(mark)) continue;
        marks.set(mark, cohort);
        chosen.push(row);
        periods.push(period);
        partOf.push(at);
      }
      if (chosen.length > 0) builder.append(codedBlock(planned, coders, contributor, block, chosen, periods));
    }
  }
  const all = builder.finish();
  const parts = partitionTable(all, partOf.all(), cohorts.length, { shared: true });
  return { tables: new Map(cohorts.map((id, at) => [id, parts[at] as CaseTable])), marks };
}

function codersFor(planned: PlannedRecipe, { heldBack }: ContributorRecords): ReadonlyMap<string, ColumnCoder> {
  const { recipe, domains, contributorColumns } = planned;
  const heldBackCountries = new Set([...recipe.heldBack.countries, ...heldBack.countries]);
  const heldBackVariables = new Set(heldBack.variables);
  return new Map(
    Object.entries(domains)
      .filter(([column]) => !contributorColumns.includes(column))
      .map(([column, domain]) => [
        column,
        columnCoder(column, domain, { grouping: recipe.grouping, heldBackCountries, heldBackVariables }),
      ]),
  );
}

function codedBlock(
  { recipe, domains }: PlannedRecipe,
  coders: ReadonlyMap<string, ColumnCoder>,
  contributor: ContributorRecords,
  block: RecordBlock,
  chosen: readonly number[],
  periods: readonly string[],
) {
  const columns = Object.entries(domains).map(([id, dictionary]) => {
    const codes = new Uint16Array(chosen.length);
    const coder = coders.get(id);
    if (coder) {
      const own = coder(block);
      for (let at = 0; at < chosen.length; at += 1) codes[at] = own[chosen[at] as number] as number;
    } else if (id === recipe.setApart?.variable) {
      codes.fill(
        dictionary.indexOf(
          contributor.id === recipe.setApart.contributor ? recipe.setApart.code : recipe.setApart.others,
        ),
      );
    } else {
      const flag = id === splitFlags.previous ? 'previous' : 'next';
      for (let at = 0; at < chosen.length; at += 1) {
        const active = activityOf(contributor.statement, periods[at] as string)[flag];
        codes[at] = dictionary.indexOf(active ? yes : no);
      }
    }
    return { id, dictionary, codes };
  });
  return { rows: chosen.length, columns };
}

// Part numbers of an unknown number of rows, without an array of numbers as objects.
function growingParts() {
  let parts = new Uint16Array(65_536);
  let length = 0;
  return {
    push(part: number) {
      if (length === parts.length) {
        const larger = new Uint16Array(length * 2);
        larger.set(parts);
        parts = larger;
      }
      parts[length] = part;
      length += 1;
    },
    all: () => parts.subarray(0, length),
  };
}
