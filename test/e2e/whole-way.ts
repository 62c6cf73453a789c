// A file that was published before goes from the command line's first step to its last, each in a process of its own.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordBlock } from '@casebridge/standard';
import { loadAgeIdentity } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';
import { done, repository } from './command-line.ts';

export interface WholeWay {
  readonly at: (path: string) => string;
  /** What `submit --json` printed. */
  readonly submitted: unknown;
  readonly records: () => AsyncIterable<RecordBlock>;
  /** Seconds by command, and the most memory any of them held. */
  readonly report: string;
  readonly peakMegabytes: number;
}

export interface PublishedFile {
  /** Folder for everything that is made; it must be there. */
  readonly folder: string;
  /** Path of the file. */
  readonly file: string;
  readonly mapping: string;
  readonly years: readonly [number, number];
  readonly variables: readonly string[];
  /** Tables beside those that figures are read from and those of one column. */
  readonly sets?: readonly { readonly set: readonly string[]; readonly weight: number }[];
}

/** From the file to a site: submit, receive, release, approve, publish, each by the command line in its own process. */
export async function throughTheCommandLine(name: string, input: PublishedFile): Promise<WholeWay> {
  const at = (path: string) => join(input.folder, name, path);
  const seconds: string[] = [];
  let total = 0;
  let peakMegabytes = 0;
  const timed = async (args: readonly string[]): Promise<unknown> => {
    const peakMemory = join(input.folder, 'peak');
    const start = performance.now();
    const result = await done(args, { peakMemory });
    const took = (performance.now() - start) / 1000;
    const megabytes = Number(await readFile(peakMemory, 'utf8')) / 1024;
    total += took;
    peakMegabytes = Math.max(peakMegabytes, megabytes);
    seconds.push(`${args[0]} ${took.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
    return result;
  };
  const keys = new Map<string, { readonly publicKey: string; readonly recipient: string }>();
  for (const id of ['source', 'steward', 'one', 'two']) {
    const own = await done(['keys', '--organisation', id, '--out', at(`keys/${id}`)]);
    keys.set(id, own as { publicKey: string; recipient: string });
  }
  const party = (organisation: string) => ({ organisation, publicKey: keys.get(organisation)?.publicKey ?? '' });
  const agreement = at('agreement.json');
  await writeFile(agreement, JSON.stringify(agreementOf('source')));
  await writeFile(at('coverage.json'), JSON.stringify(coverageOf('source', input.years)));
  await writeFile(at('site.json'), JSON.stringify(site));
  await writeFile(at('recipe.json'), JSON.stringify(recipeOf(input, party)));
  await done([
    ...['register', '--store', at('store'), '--agreement', agreement, '--public-key', party('source').publicKey],
  ]);
  const submitted = await timed([
    ...['submit', '--mapping', join(repository, input.mapping), '--agreement', agreement],
    ...['--coverage', at('coverage.json'), '--keys', at('keys/source'), '--sequence', '1'],
    ...['--steward', keys.get('steward')?.recipient ?? '', input.file, '--out', at('parcel')],
  ]);
  await timed(['receive', at('parcel'), '--store', at('store'), '--identity', at('keys/steward/age.key')]);
  await timed(['release', at('recipe.json'), '--out', at('bundle')]);
  for (const [id, role] of [
    ['source', 'consent'],
    ['one', 'approval'],
    ['two', 'approval'],
  ] as const) {
    await timed(['approve', at('bundle'), '--key', at(`keys/${id}/signing.key`), '--role', role]);
  }
  await timed(['verify', at('bundle'), '--key', party('steward').publicKey]);
  await timed(['publish', at('bundle'), '--site', at('site.json'), '--out', at('site')]);
  const identity = await loadAgeIdentity(at('keys/steward/age.key'));
  const store = await openStore(at('store'));
  return {
    at,
    submitted,
    records: () => store.records('source', identity),
    report: `${name}: ${seconds.join('; ')}; in all ${total.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB at most`,
    peakMegabytes,
  };
}

const agreementOf = (contributor: string) => ({
  format: 'casebridge-agreement-1',
  example: true,
  id: 'published-before',
  contributor,
  parties: [
    { organisation: contributor, role: 'separate' },
    { organisation: 'steward', role: 'separate' },
  ],
  purposes: ['statistics', 'public_release'],
  bases: ['published before'],
  attribution: 'unnamed',
  retentionMonths: 60,
  breach: { contact: 'none', hours: 72 },
  assistanceIndependent: true,
  validFrom: '2020-01-01',
  signedOn: '2020-01-01',
});

const coverageOf = (id: string, [firstYear, lastYear]: readonly [number, number]) => ({
  format: 'casebridge-coverage-1',
  example: true,
  id,
  sourceKind: 'legacy',
  firstYear,
  lastYear,
});

const site = {
  name: 'A published file, released again',
  languages: ['en'],
  defaultLanguage: 'en',
  contact: { organisation: 'A test' },
  quickExit: 'https://example.org/',
};

const recipeOf = (
  { years, variables, sets = [] }: PublishedFile,
  party: (organisation: string) => { readonly organisation: string; readonly publicKey: string },
) => ({
  format: 'casebridge-recipe-1',
  title: 'A published file, released again with protection',
  licence: 'not for publication',
  status: 'provisional',
  example: true,
  languages: ['en'],
  store: 'store',
  ledger: 'ledger.jsonl',
  marks: 'marks',
  steward: {
    organisation: 'steward',
    signingKey: 'keys/steward/signing.key',
    identity: 'keys/steward/age.key',
    marksKey: 'keys/steward/record.key',
  },
  previous: 'none',
  contributors: [{ id: 'source', publicKey: party('source').publicKey }],
  variables,
  tables: { figures: 'pool', all: 1, sets },
  protection: { epsilon: 4, delta: 0.000001 },
  cohorts: { years, undated: true },
  activityFlags: 'none',
  approval: { approvals: 2, approvers: [party('one'), party('two')] },
});
