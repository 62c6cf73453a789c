// The demonstration's files before protection: mapped and coded the way a release does it, with nothing measured yet.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ExampleSubmission,
  exampleApprovers,
  exampleContributors,
  mappingPath,
  recipeFile,
  writeExampleFiles,
} from '@casebridge/examples';
import type { Coverage, SetApart } from '@casebridge/figures';
import { parseMapping } from '@casebridge/intake';
import { mapPath } from '@casebridge/intake/node';
import type { CaseTable } from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';
import { type ContributorRecords, codeRecords, type PlannedRecipe, parseRecipe } from '@casebridge/release';
import { parseAgreement } from '@casebridge/submission';

/** What the second release of the demonstration sees: its recipe, the case tables of its cohorts, and the statements. */
export interface ExampleCases {
  readonly planned: PlannedRecipe;
  readonly cohorts: readonly Cohort[];
  readonly tables: ReadonlyMap<string, CaseTable>;
  readonly coverage: Coverage;
  readonly setApart: SetApart;
}

/** Writes the five contributors' files, maps them with their mappings, and codes 2014 and 2015 for the example recipe. */
export async function exampleCases(): Promise<ExampleCases> {
  const folder = await mkdtemp(join(tmpdir(), 'casebridge-example-'));
  try {
    const submissions = await writeExampleFiles(folder);
    const planned = exampleRecipe();
    const cohorts = (['2014.1', '2014.2', '2015.2'] as const).map((id) => ({
      id,
      period: id.slice(0, 4),
      batch: Number(id.slice(5)),
      late: false,
    }));
    const tables = new Map<string, CaseTable>();
    for (const round of [1, 2] as const) {
      const sent = submissions.filter((submission) => submission.round === round);
      const ids = cohorts.filter(({ batch }) => batch === round).map(({ id }) => id);
      const coded = await codeRecords(
        planned,
        await Promise.all(sent.map(recordsOf)),
        ids,
        (_mark, period) => `${period}.${round}`,
        new Uint8Array(32),
      );
      for (const [id, table] of coded.tables) tables.set(id, table);
    }
    return { planned, cohorts, tables, coverage: exampleCoverage(), setApart: setApartOf(planned) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The recipe of the demonstration's second release, with stand-ins for the public keys. */
export function exampleRecipe(): PlannedRecipe {
  const publicKey = `RW${'A'.repeat(54)}`;
  return parseRecipe(
    recipeFile({
      title: 'Assisted victims of trafficking to 2015',
      years: [2014, 2015],
      previous: '../bundles/0001',
      contributors: exampleContributors.map(({ id }) => ({ id, publicKey })),
      persons: null,
      unlinked: [],
      approvers: exampleApprovers.map((organisation) => ({ organisation, publicKey })),
    }),
    'recipe',
  );
}

/** What the example contributors publicly declare. */
export function exampleCoverage(): Coverage {
  return {
    contributors: exampleContributors.map((contributor) => ({
      id: contributor.id,
      name: contributor.name,
      sourceKind: contributor.sourceKind,
      firstYear: contributor.activeYears[0] as number,
      lastYear: contributor.activeYears.at(-1) as number,
      activeYears: contributor.activeYears,
      countries: contributor.countries,
      assisted: contributor.assisted,
      assistedSince: contributor.assistedSince,
      asks: contributor.asks,
      note: contributor.note,
    })),
  };
}

export function setApartOf({ recipe }: PlannedRecipe): SetApart {
  if (!recipe.setApart) throw new Error('the example recipe sets a contributor apart');
  const { variable, code, contributor, label } = recipe.setApart;
  return { variable, code, contributor, label };
}

async function recordsOf({ contributor, path, agreement, day }: ExampleSubmission): Promise<ContributorRecords> {
  const mapping = mappingPath(contributor);
  const { validFrom, validTo, dataCategories } = parseAgreement(await readFile(agreement, 'utf8'), agreement);
  const mapped = await mapPath([path], parseMapping(await readFile(mapping, 'utf8'), mapping), {
    today: day,
    agreement: { contributor: contributor.id, validFrom, validTo, dataCategories },
  });
  mapped.summary.catch(() => undefined);
  return {
    id: contributor.id,
    records: mapped.blocks,
    statement: contributor,
    heldBack: { countries: [], variables: [] },
  };
}
