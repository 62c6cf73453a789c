import { type Bundle, readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { buildFigures } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import { memoryMarginals, planTables, rhoOf } from '@casebridge/privacy';
import { type Cohort, type ExactMarginal, exactAnswers } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { loadAgeIdentity } from '@casebridge/submission/node';
import { expectedOf } from '../build/expected.ts';
import { readRecipe } from '../build/inputs.ts';
import { openParties } from '../build/store-parties.ts';
import { codeRecords } from '../coding/code-records.ts';
import { figurePeriods, plannedCohorts } from '../cohorts/cohorts.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import { publicPrecision } from './public-precision.ts';

export interface PreviewOptions {
  readonly recipePath: string;
  /** Id of the contributor in the store. */
  readonly contributor: string;
  /** Today, `2016-05-20`. */
  readonly day: string;
  readonly signal?: AbortSignal;
}

/** One figure as the contributor's own records give it, beside what is public. */
export interface PreviewLine {
  readonly id: string;
  /** Its own records' answer at public precision; why there is none where it may not be shown. */
  readonly share: string;
  /** The last published answer for everybody, with its interval; `–` where there is none. */
  readonly published: string;
  /** Half-width the release plans for the figure, in the unit of the figure; null where it is not bounded. */
  readonly expectedHalfWidth: number | null;
}

export interface Preview {
  readonly contributor: string;
  readonly periods: readonly string[];
  readonly lines: readonly PreviewLine[];
}

/**
 * What a contributor's share of a release would look like, before it consents: from its own records in the years of the
 * recipe, the plan, and what is published already. No other contributor's records are opened, nothing is measured and
 * nothing is spent. The numbers are the contributor's own and for its eyes; they are rounded as public ones are.
 *
 * Refusals: the recipe, a contributor that it does not name or that the store does not have.
 */
export async function preview(options: PreviewOptions): Promise<Preview> {
  const { recipePath, contributor, day, signal } = options;
  const { planned, at } = await readRecipe(recipePath);
  const { recipe } = planned;
  if (!recipe.contributors.some(({ id }) => id === contributor)) {
    throw new Refusal(
      'preview-contributor',
      `${recipePath} does not include ${contributor}; name one of its contributors`,
    );
  }
  const identity = await loadAgeIdentity(at(recipe.steward.identity));
  const parties = await openParties(at(recipe.store), recipe, identity, {
    day,
    ids: [contributor],
    ...(signal ? { signal } : {}),
  });
  const previous = recipe.previous === 'none' ? null : await readBundle(directorySource(at(recipe.previous)));
  const cohorts = plannedCohorts(recipe, (previous?.manifest.sequence ?? 0) + 1);
  const own = await ownFigures(planned, parties, cohorts, signal);
  const plan = planTables({ ...planned, rho: rhoOf(recipe.protection.epsilon, recipe.protection.delta) });
  const expected = new Map(
    expectedOf({ planned, previous, unit: 'record' }, parties, plan, cohorts).map(({ id, halfWidth }) => [
      id,
      halfWidth,
    ]),
  );
  const published = new Map((previous?.figures ?? []).map((figure) => [figure.id, figure]));
  return {
    contributor,
    periods: figurePeriods(cohorts),
    lines: own.map((figure) => ({
      id: figure.id,
      share: publicPrecision(figure),
      published: publishedText(published.get(figure.id)),
      expectedHalfWidth: expected.get(figure.id) ?? null,
    })),
  };
}

async function ownFigures(
  planned: PlannedRecipe,
  parties: Awaited<ReturnType<typeof openParties>>,
  cohorts: readonly Cohort[],
  signal?: AbortSignal,
): Promise<readonly Figure[]> {
  const { recipe, domains } = planned;
  const byPeriod = new Map(cohorts.map(({ id, period }) => [period, id]));
  // Marks are not needed, so any key will do: nothing is kept.
  const coded = await codeRecords(
    planned,
    parties.map(({ id, statement, agreement, records }) => ({
      id,
      statement,
      heldBack: agreement.heldBack,
      records: records(),
    })),
    cohorts.map(({ id }) => id),
    (_mark, period) => byPeriod.get(period) ?? null,
    new Uint8Array(32),
    signal ? { signal } : {},
  );
  const tables = planned.tables.map(({ set }) => set);
  const marginals: ExactMarginal[] = [];
  for (const [cohort, table] of coded.tables) {
    for await (const { set, cells } of memoryMarginals(table).counts(tables, signal ? { signal } : {})) {
      marginals.push({ cohort, set, cells });
    }
  }
  const periods = figurePeriods(cohorts);
  return buildFigures({
    answers: exactAnswers({ domains, tables, cohorts, marginals }),
    coverage: { contributors: parties.map(({ statement }) => statement) },
    periods,
    setApart: null,
    grouping: recipe.grouping,
    release: { id: 'preview', sequence: 0, date: '1970-01-01', status: 'provisional' },
    protection: { ...recipe.protection, unit: 'record' },
    languages: ['en'],
    example: recipe.example,
    places: false,
  }).filter(({ protection, withheld }) => protection !== 'declared' && withheld !== 'not_collected');
}

function publishedText(figure: Bundle['figures'][number] | undefined): string {
  if (!figure?.interval || figure.value === null) return '–';
  const [low, high] = figure.interval;
  const at = (value: number) => publicPrecision({ ...figure, value });
  return `${at(figure.value)} (${at(low)} to ${at(high)})`;
}
