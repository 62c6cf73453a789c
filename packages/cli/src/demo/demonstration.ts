import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ApprovalRole, signerFromSeed } from '@casebridge/bundle';
import {
  auditor,
  type ExampleSubmission,
  exampleApprovers,
  exampleContributors,
  mappingPath,
  recipeFile,
  steward,
  writeExampleFiles,
  writeRefusedFiles,
} from '@casebridge/examples';
import { bakeSite, defaultSiteFile } from '@casebridge/portal';
import { buildRelease } from '@casebridge/release';
import { parseAgreement } from '@casebridge/submission';
import { createKeys, loadAgeIdentity, loadSigningKey, type OrganisationKeys } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';
import { approve, type Signature } from '../commands/approve.ts';
import { showBudget, showExpected } from '../commands/release.ts';
import { submit } from '../commands/submit.ts';
import type { Context } from '../context.ts';
import { type Epoch, encodeNames, linkPersons, startEpoch } from './link-persons.ts';

type Keys = ReadonlyMap<string, OrganisationKeys>;

const rounds = [
  {
    round: 1,
    title: 'Assisted victims of trafficking to 2014',
    years: [2010, 2014],
    day: '2015-05-20',
    bundle: '0001',
  },
  {
    round: 2,
    title: 'Assisted victims of trafficking to 2015',
    years: [2014, 2015],
    day: '2016-05-20',
    bundle: '0002',
  },
] as const;

/**
 * Makes the demonstration below `folder`: the contributors' files, keys, parcels, the steward's store, two releases with
 * their consents and approvals, and the baked site. Everything goes the way real data go.
 */
export async function makeDemonstration(folder: string, context: Context): Promise<void> {
  const { output, signal } = context;
  const step = (text: string): void => {
    signal.throwIfAborted();
    output.line(text);
  };
  await mkdir(folder, { recursive: true });
  step('five contributors write their files');
  const submissions = await writeExampleFiles(join(folder, 'contributors'));
  await writeRefusedFiles(join(folder, 'refused'));
  const keys = await makeKeys(folder);
  await registerAll(folder, keys);
  const epoch = await startEpoch(folder);
  await mkdir(join(folder, 'recipes'), { recursive: true });
  await mkdir(join(folder, 'bundles'), { recursive: true });
  for (const { round, title, years, day, bundle } of rounds) {
    step(`release ${round}: ${title.toLowerCase()}`);
    const due = submissions.filter((submission) => submission.round === round);
    for (const submission of due) await sendParcel(folder, submission, keys, epoch, context);
    const unlinked = round === 1 ? [] : await linkPersons(folder, keysOf(keys, steward.id).ageKey, context);
    const contributors = exampleContributors.filter(({ id }) =>
      submissions.some((entry) => entry.contributor.id === id && entry.round <= round),
    );
    const recipe = join(folder, 'recipes', `${bundle}.yaml`);
    const party = (organisation: string) => ({ organisation, publicKey: keysOf(keys, organisation).publicKey });
    await writeFile(
      recipe,
      recipeFile({
        title,
        years,
        previous: round === 1 ? 'none' : `../bundles/${rounds[0].bundle}`,
        contributors: contributors.map(({ id }) => ({ id, publicKey: keysOf(keys, id).publicKey })),
        approvers: exampleApprovers.map(party),
        persons: round === 1 ? null : '../steward/linked/persons.csv',
        unlinked,
      }),
    );
    const out = join(folder, 'bundles', bundle);
    await buildRelease({
      recipePath: recipe,
      out,
      day,
      now: () => `${day}T12:00:00Z`,
      signal,
      onProgress: (progress) => {
        if (progress.state === 'expected') {
          const headline = progress.halfWidths.filter(({ id }) => id.endsWith(`.${years[1]}@agency`));
          showBudget(output, progress.budget);
          showExpected(output, headline);
        } else if (progress.state === 'at') output.progress(progress.phase, progress.done / progress.total);
        else output.progress(progress.phase, 0);
      },
    });
    const consents = contributors.map(({ id }) => signature(id, 'consent', keys));
    const approvals = exampleApprovers.map((organisation) => signature(organisation, 'approval', keys));
    await approve(out, await Promise.all([...consents, ...approvals]), day);
    step(`  ${contributors.length} consents and ${exampleApprovers.length} approvals signed`);
  }
  await copyWhole(join(folder, 'bundles', rounds[1].bundle), join(folder, 'bundle'));
  step('baking the site');
  await bakeSite({
    bundles: rounds.map(({ bundle }) => join(folder, 'bundles', bundle)),
    site: await writeSiteFile(folder),
    out: join(folder, 'site'),
    signal,
    onProgress: (done, total) => output.progress('baking', done / total),
  });
}

/** The shipped site file, and which shipped mapping each contributor's form is that of. */
async function writeSiteFile(folder: string): Promise<string> {
  const path = join(folder, 'site.yaml');
  const lines = exampleContributors.flatMap(({ id, follows }) =>
    follows === null ? [] : [`  ${id}:\n    crosswalk: ${follows}`],
  );
  await writeFile(path, `${await readFile(defaultSiteFile, 'utf8')}contributors:\n${lines.join('\n')}\n`);
  return path;
}

async function makeKeys(folder: string): Promise<Keys> {
  const keys = new Map<string, OrganisationKeys>();
  const places = [
    ...exampleContributors.map(({ id }) => [id, join(folder, 'contributors', id, 'keys')] as const),
    [steward.id, join(folder, 'steward', 'keys')] as const,
    [auditor.id, join(folder, auditor.id, 'keys')] as const,
  ];
  for (const [id, place] of places) keys.set(id, await createKeys(place, id));
  return keys;
}

async function registerAll(folder: string, keys: Keys): Promise<void> {
  const store = await openStore(join(folder, 'store'));
  for (const { id } of exampleContributors) {
    const path = join(folder, 'contributors', id, 'agreement.yaml');
    const agreement = parseAgreement(await readFile(path, 'utf8'), path);
    await store.registerContributor({ organisation: id, publicKey: keysOf(keys, id).publicKey, agreement });
  }
}

async function sendParcel(
  folder: string,
  submission: ExampleSubmission,
  keys: Keys,
  epoch: Epoch,
  context: Context,
): Promise<void> {
  const { contributor, round, path, agreement, coverage, day, names } = submission;
  const parcels = join(folder, 'parcels');
  await mkdir(parcels, { recursive: true });
  const out = join(parcels, `${contributor.id}-${round}.parcel`);
  const encodings = names === null ? null : join(folder, 'contributors', contributor.id, 'encodings.jsonl');
  if (names && encodings) await encodeNames(contributor.id, names, epoch, encodings, context);
  const { summary } = await submit(
    [path],
    {
      mapping: mappingPath(contributor),
      agreement,
      coverage,
      keys: join(folder, 'contributors', contributor.id, 'keys'),
      steward: keysOf(keys, steward.id).recipient,
      sequence: round,
      ...(round === 1 ? {} : { sizeChange: 'this file holds one year, the last one held several' }),
      ...(encodings === null ? {} : { encodings, epoch: epoch.recipient }),
      out,
    },
    { ...context, today: day },
  );
  // What was sealed is not kept.
  if (encodings !== null) await rm(encodings);
  const identity = await loadAgeIdentity(keysOf(keys, steward.id).ageKey);
  const store = await openStore(join(folder, 'store'));
  const receipt = await store.receive(await readFile(out), { day, identity });
  context.output.line(
    `  ${contributor.name}: ${summary.rowsKept} of ${summary.rowsRead} rows sealed, signed and ${receipt.status}`,
  );
}

async function signature(organisation: string, role: ApprovalRole, keys: Keys): Promise<Signature> {
  const key = await loadSigningKey(keysOf(keys, organisation).signingKey);
  return { signer: signerFromSeed(key.organisation, key.seed), role };
}

async function copyWhole(from: string, to: string): Promise<void> {
  const temporary = `${to}.part`;
  await rm(temporary, { recursive: true, force: true });
  await cp(from, temporary, { recursive: true });
  await rm(to, { recursive: true, force: true });
  await rename(temporary, to);
}

function keysOf(keys: Keys, organisation: string): OrganisationKeys {
  const found = keys.get(organisation);
  if (!found) throw new RangeError(`no keys for ${organisation}`);
  return found;
}
