import type { PrevalenceTerms } from '@casebridge/bundle';
import { type CaptureTable, keepLists, knownPeople } from '@casebridge/prevalence';
import { compareRational, type Rational, rhoOf, zeroRational } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseInputs } from '../build/inputs.ts';
import type { Recipe } from '../recipe/schema.ts';
import { readHistories } from './read-histories.ts';

type Block = NonNullable<Recipe['prevalence']>;

/** What is published of a block besides numbers. The seed of the resamples is the recipe's, so that nobody chooses it. */
export function prevalenceTerms(block: Block, recipeHash: string): PrevalenceTerms {
  return {
    population: block.population,
    period: [...block.period],
    lists: block.lists.map(({ id, label }) => ({ id, labels: label })),
    merged: block.merged,
    ...(block.where.length > 0 ? { stratum: true as const } : {}),
    ...(block.matching && {
      matching: { missed: { share: block.matching.missed }, wrong: { share: block.matching.wrong } },
    }),
    threshold: block.threshold,
    resamples: block.resamples,
    seed: Number.parseInt(recipeHash.slice(0, 7), 16),
  };
}

/** ρ that measured histories cost each cohort of their period; zero for none. */
export function historiesCost({ prevalence, protection }: Recipe): Rational {
  if (!prevalence || prevalence.epsilon === null) return zeroRational;
  return rhoOf(prevalence.epsilon, prevalence.delta ?? protection.delta);
}

/** The cohorts whose people are in the histories. */
export function chargedCohorts<T extends { readonly period: string }>(
  { prevalence }: Recipe,
  cohorts: readonly T[],
): readonly T[] {
  if (!prevalence || prevalence.epsilon === null) return [];
  const [from, to] = prevalence.period;
  return cohorts.filter(({ period }) => /^\d{4}$/.test(period) && Number(period) >= from && Number(period) <= to);
}

/** Tables of histories as the recipe names them, their lists in its order. */
export interface Histories {
  readonly expected: CaptureTable;
  readonly cautious: CaptureTable | null;
  readonly generous: CaptureTable | null;
  /** With joined lists apart; null where none are, or where that is not asked. */
  readonly apart: CaptureTable | null;
}

/**
 * Reads a recipe's histories; null where it has none. Refusals: what `readHistories` refuses, and lists other than the
 * recipe's.
 */
export async function releaseHistories({ planned, paths }: ReleaseInputs): Promise<Histories | null> {
  const { prevalence } = planned.recipe;
  if (!prevalence || !paths.histories) return null;
  const ids = prevalence.lists.map(({ id }) => id);
  const read = async (path: string | null) => (path === null ? null : inOrder(await readHistories(path), ids, path));
  const { expected, cautious, generous, apart } = paths.histories;
  return {
    expected: (await read(expected)) as CaptureTable,
    cautious: await read(cautious),
    generous: await read(generous),
    apart: apart === null ? null : await readHistories(apart),
  };
}

function inOrder(table: CaptureTable, ids: readonly string[], path: string): CaptureTable {
  const order = ids.map((id) => table.lists.indexOf(id));
  if (order.includes(-1) || table.lists.length !== ids.length) {
    throw new Refusal(
      'prevalence-lists',
      `${path} has the lists ${table.lists.join(', ')}, the recipe ${ids.join(', ')}; name the same lists in both`,
    );
  }
  return keepLists(table, order) as CaptureTable;
}

/**
 * Refuses measured histories of years that an earlier release measured: their people would be charged in a cohort that they
 * are not in. Exit 3. So does a period without a cohort measured now.
 */
export function checkChargedCohorts(
  recipe: Recipe,
  charged: readonly { readonly id: string }[],
  measuredBefore: readonly { readonly id: string; readonly period: string }[],
): void {
  if (compareRational(historiesCost(recipe), zeroRational) === 0) return;
  const earlier = chargedCohorts(recipe, measuredBefore);
  if (earlier.length > 0) {
    throw new Refusal(
      'prevalence-cohorts',
      `people of ${earlier.map(({ id }) => id).join(', ')} were measured before and cannot be charged again; choose a prevalence.period that no earlier release measured`,
      { exit: 3 },
    );
  }
  if (charged.length === 0)
    throw new Refusal('prevalence-cohorts', 'prevalence.period holds no cohort that is measured now; choose another');
}

/** One column per list, one row per person: what measured histories are counted from. */
export function personRows(table: CaptureTable): readonly Uint8Array<ArrayBuffer>[] {
  const people = knownPeople(table);
  const columns = table.lists.map(() => new Uint8Array(people));
  let row = 0;
  for (const [history, count] of table.counts.entries()) {
    for (const [list, column] of columns.entries()) column.fill((history >> list) & 1, row, row + count);
    row += count;
  }
  return columns;
}
