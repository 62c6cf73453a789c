// Example data, not real: one invented shelter, its steward and two approvers, made with the command line alone.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agreementFile, coverageFile, exampleContributors } from '@casebridge/examples';
import { casebridge, done, type Ended } from './command-line.ts';

const organisations = ['shelter', 'steward', 'audit-office', 'partner'] as const;
type Organisation = (typeof organisations)[number];

/** Paths and public keys of a small world on disk. */
export interface SmallWorld {
  readonly folder: string;
  readonly at: (path: string) => string;
  readonly publicKey: (organisation: Organisation) => string;
  /** The steward's age recipient. */
  readonly recipient: string;
  /** What `submit` needs besides files and `--out`. */
  readonly submitting: readonly string[];
  /** Writes a recipe below `recipes/` with some fields replaced and gives its path. */
  readonly recipe: (name: string, fields?: Readonly<Record<string, unknown>>) => Promise<string>;
  /** Runs `release` from a recipe to `bundles/NAME`. */
  readonly release: (
    name: string,
    fields?: Readonly<Record<string, unknown>>,
    more?: readonly string[],
  ) => Promise<Ended>;
  /** The same world in another folder. */
  readonly copy: (folder: string) => Promise<SmallWorld>;
}

/** Makes keys, a file of cases, an agreement, a registered contributor and an accepted parcel. */
export async function smallWorld(folder: string): Promise<SmallWorld> {
  await mkdir(join(folder, 'recipes'), { recursive: true });
  await mkdir(join(folder, 'bundles'));
  const made = organisations.map(async (organisation) => {
    const own = await done(['keys', '--organisation', organisation, '--out', join(folder, 'keys', organisation)]);
    return [organisation, own as { publicKey: string; recipient: string }] as const;
  });
  const world = worldIn(folder, new Map(await Promise.all(made)));
  await writeFile(world.at('cases.csv'), casesFile());
  await writeFile(world.at('mapping.yaml'), JSON.stringify(mapping));
  // Room for measuring a cohort again, and a last day.
  const agreement = agreementFile(contributor)
    .replace('epsilon: "4"', 'epsilon: "8"')
    .replace('validTo: null', 'validTo: 2049-12-31');
  await writeFile(world.at('agreement.yaml'), agreement);
  await writeFile(world.at('coverage.yaml'), coverageFile(contributor, '2015-05-04'));
  await done([
    ...['register', '--store', world.at('store'), '--agreement', world.at('agreement.yaml')],
    ...['--public-key', world.publicKey('shelter')],
  ]);
  const parcel = world.at('first.parcel');
  await done(['submit', ...world.submitting, '--sequence', '1', world.at('cases.csv'), '--out', parcel]);
  const identity = world.at('keys/steward/age.key');
  await done(['receive', parcel, '--store', world.at('store'), '--identity', identity]);
  return world;
}

const example = exampleContributors.find(({ id }) => id === 'shelter-network') ?? exampleContributors[0];
if (!example) throw new Error('there are example contributors');
const contributor = { ...example, id: 'shelter', name: 'Example Shelter', activeYears: [2014, 2015] };

function worldIn(
  folder: string,
  keys: ReadonlyMap<string, { readonly publicKey: string; readonly recipient: string }>,
): SmallWorld {
  const at = (path: string) => join(folder, path);
  const publicKey = (organisation: Organisation) => keys.get(organisation)?.publicKey ?? '';
  const recipe: SmallWorld['recipe'] = async (name, fields = {}) => {
    const path = at(`recipes/${name}.yaml`);
    const party = (organisation: Organisation) => ({ organisation, publicKey: publicKey(organisation) });
    await writeFile(
      path,
      JSON.stringify({
        format: 'casebridge-recipe-1',
        title: 'A small example release',
        licence: 'CC BY 4.0',
        status: 'final',
        example: true,
        store: '../store',
        ledger: '../ledger.jsonl',
        marks: '../marks',
        steward: {
          organisation: 'steward',
          signingKey: '../keys/steward/signing.key',
          identity: '../keys/steward/age.key',
          marksKey: '../keys/steward/record.key',
        },
        previous: 'none',
        contributors: [{ id: 'shelter', publicKey: publicKey('shelter') }],
        variables: ['sex_or_gender', 'purpose_summary', 'region_of_identification'],
        tables: { figures: 'pool', all: 1 },
        protection: { epsilon: 4, delta: 0.000001 },
        cohorts: { years: [2014, 2014], reserve: { epsilon: 1, delta: 0.000001 } },
        activityFlags: 'none',
        approval: { approvals: 2, approvers: [party('audit-office'), party('partner')] },
        ...fields,
      }),
    );
    return path;
  };
  const recipient = keys.get('steward')?.recipient ?? '';
  return {
    folder,
    at,
    publicKey,
    recipient,
    submitting: [
      ...['--mapping', at('mapping.yaml'), '--agreement', at('agreement.yaml'), '--coverage', at('coverage.yaml')],
      ...['--keys', at('keys/shelter'), '--steward', recipient],
    ],
    recipe,
    release: async (name, fields = {}, more = []) =>
      casebridge(['release', await recipe(name, fields), '--out', at(`bundles/${name}`), ...more]),
    copy: async (other) => {
      await cp(folder, other, { recursive: true });
      return worldIn(other, keys);
    },
  };
}

const mapping = {
  mapping: 'small-example',
  version: '1.0',
  standard: '1.0',
  description: 'One invented shelter.',
  source: { format: 'csv', date_order: 'ymd', missing: { '': 'unknown' } },
  fields: [
    { to: 'record_key', from: 'case', operation: 'keyed_hash' },
    { to: 'source_kind', operation: 'constant', value: 'case_management' },
    { to: 'registration_year', from: 'registered', operation: 'date_to_year' },
    { to: 'sex', from: 'sex', operation: 'recode', values: { F: 'female', M: 'male' } },
    { to: 'country_of_identification', from: 'found', operation: 'country' },
    {
      to: 'exploitation_type',
      from: 'type',
      operation: 'recode',
      values: { labour: 'forced_labour', sexual: 'sexual_exploitation' },
    },
    { to: 'trafficking_status', operation: 'constant', value: 'confirmed' },
    { to: 'legal_basis', operation: 'constant', value: 'public_interest' },
  ],
};

/** 400 invented cases, half of them of 2014: every cell by the case's number, nothing random. */
function casesFile(): string {
  const lines = Array.from({ length: 400 }, (_, at) =>
    [
      `S-${String(at + 1).padStart(4, '0')}`,
      `${at % 2 === 0 ? 2014 : 2015}-0${1 + (at % 9)}-1${at % 10}`,
      at % 20 === 19 ? '' : at % 5 < 2 ? 'M' : 'F',
      ['ROU', 'BGR', 'ITA', 'DEU', ''][at % 5],
      at % 7 === 6 ? '' : at % 3 === 0 ? 'sexual' : 'labour',
    ].join(','),
  );
  return `case,registered,sex,found,type\n${lines.join('\n')}\n`;
}

/** Replaces one text in a file by another; fails where it is not there. */
export async function replaceIn(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'latin1');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold what was to be changed`);
  await writeFile(path, changed, 'latin1');
}
