// From a published file to a verified bundle: map, seal, receive, release, verify. Prints the seconds of every phase and the
// peak memory of the process. The data stay outside the repository: give the folder that holds them, or set
// CASEBRIDGE_SHARED.
//
//   node bench/dist/end-to-end.js [--tables figures|pairs] [--engine memory|duckdb] [--keep DIR]
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { parseMapping } from '@casebridge/intake';
import { mapPath } from '@casebridge/intake/node';
import { buildRelease } from '@casebridge/release';
import { parseAgreement, sealParcel } from '@casebridge/submission';
import { createKeys, loadAgeIdentity, loadRecordKey, loadSigningKey } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const day = '2026-06-01';
const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: 'figures' },
    engine: { type: 'string', default: 'memory' },
    keep: { type: 'string' },
  },
});
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '../shared');
const csv = join(shared, 'data/ctdc-global-synthetic-2021/ctdc_global_synthetic_2021.csv.gz');

async function run(): Promise<void> {
  const dir = values.keep ?? (await mkdtemp(join(tmpdir(), 'casebridge-bench-')));
  const phases: [string, number][] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    phases.push([name, (performance.now() - start) / 1000]);
    return result;
  };
  const steward = await createKeys(join(dir, 'keys/steward'), 'steward');
  const source = await createKeys(join(dir, 'keys/published'), 'published');
  const approvers = [await createKeys(join(dir, 'keys/one'), 'one'), await createKeys(join(dir, 'keys/two'), 'two')];

  const parcel = await timed('map and seal', async () => {
    const mappingText = await readFile(join(root, 'mappings/ctdc-synthetic-2021.yaml'), 'utf8');
    const mapping = parseMapping(mappingText, 'ctdc-synthetic-2021.yaml');
    const mapped = await mapPath([csv], mapping, {
      today: day,
      contributor: 'published',
      recordKeySecret: await loadRecordKey(source.recordKey),
    });
    return sealParcel(
      {
        records: mapped.blocks,
        summary: mapped.summary,
        agreement,
        coverage,
        mapping: mappingText,
        period: { from: '2002-01-01', to: '2021-12-31' },
        sequence: 1,
      },
      { recipients: [steward.recipient, source.recipient], signingKey: await loadSigningKey(source.signingKey), day },
    );
  });
  await timed('receive', async () => {
    const store = await openStore(join(dir, 'store'));
    const { organisation, publicKey } = source;
    await store.registerContributor({ organisation, publicKey, agreement: parseAgreement(agreement, 'agreement') });
    await store.receive(parcel, { day, identity: await loadAgeIdentity(steward.ageKey) });
  });

  const recipePath = join(dir, 'recipe.json');
  const party = ({ organisation, publicKey }: typeof source) => ({ organisation, publicKey });
  await writeFile(
    recipePath,
    JSON.stringify({
      ...recipe,
      steward: {
        organisation: 'steward',
        signingKey: steward.signingKey,
        identity: steward.ageKey,
        marksKey: steward.recordKey,
      },
      contributors: [{ id: 'published', publicKey: source.publicKey }],
      approval: { approvals: 2, approvers: approvers.map(party) },
      tables: values.tables === 'pairs' ? { figures: 'places', all: 2 } : { figures: 'places', all: 1 },
      engine: values.engine,
    }),
  );
  const out = join(dir, 'bundle');
  const result = await buildRelease({ recipePath, out, day });
  for (const { phase, seconds } of result.phases) phases.push([`release: ${phase}`, seconds]);
  const report = await timed('verify', () => verifyBundle(directorySource(out)));

  const total = phases.reduce((sum, [, seconds]) => sum + seconds, 0);
  for (const [name, seconds] of phases) console.log(`${name.padEnd(20)} ${seconds.toFixed(2).padStart(8)} s`);
  console.log(`${'total'.padEnd(20)} ${total.toFixed(2).padStart(8)} s   (goal 60 s)`);
  const { user, system } = process.cpuUsage();
  const cpu = (user + system) / 1e6;
  console.log(`${'processor time'.padEnd(20)} ${cpu.toFixed(2).padStart(8)} s   (all threads; tells a busy machine)`);
  console.log(
    `${'peak memory'.padEnd(20)} ${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(8)} MB  (goal 1,024 MB)`,
  );
  console.log(`${report.tableCells} table cells, ${result.manifest.files.length} files, ${report.bytes} bytes`);
  if (values.keep === undefined) await rm(dir, { recursive: true, force: true });
}

const agreement = JSON.stringify({
  format: 'casebridge-agreement-1',
  example: true,
  id: 'published-files',
  contributor: 'published',
  parties: [
    { organisation: 'published', role: 'separate' },
    { organisation: 'steward', role: 'separate' },
  ],
  purposes: ['statistics', 'public_release'],
  bases: ['already published'],
  attribution: 'unnamed',
  retentionMonths: 60,
  breach: { contact: 'none', hours: 72 },
  assistanceIndependent: true,
  validFrom: '2020-01-01',
  signedOn: '2020-01-01',
});

const coverage = JSON.stringify({
  format: 'casebridge-coverage-1',
  example: true,
  id: 'published',
  sourceKind: 'legacy',
  firstYear: 2002,
  lastYear: 2021,
});

const recipe = {
  format: 'casebridge-recipe-1',
  title: 'A published file, released again with protection',
  licence: 'not for publication',
  status: 'provisional',
  example: true,
  store: 'store',
  ledger: 'ledger.jsonl',
  marks: 'marks',
  previous: 'none',
  variables: [
    'sex_or_gender',
    'age_band',
    'majority_at_registration',
    'majority_at_exploitation',
    'duration_band',
    'region_of_origin',
    'region_of_identification',
    'trafficking_scope',
    'purpose_summary',
    'means_of_control',
    ...['forced_labour', 'sexual_exploitation', 'other'].map((code) => `exploitation_type.${code}`),
    ...['known', 'agriculture', 'construction', 'domestic_work', 'hospitality', 'other'].map(
      (code) => `labour_sector.${code}`,
    ),
    ...['known', 'prostitution', 'pornography', 'other'].map((code) => `sexual_form.${code}`),
    ...['known', 'intimate_partner', 'friend', 'family', 'other'].map((code) => `recruiter_relation.${code}`),
  ],
  protection: { epsilon: 4, delta: 0.000001 },
  cohorts: { years: [2002, 2021], undated: true },
  activityFlags: 'none',
};

if (existsSync(csv)) await run();
else console.log(`end-to-end: skipped, ${csv} is not there; set CASEBRIDGE_SHARED to the folder that holds data/`);
