// What must be refused is refused by the real command line: with the exit code that scripts rely on, in one line that says
// what, where and what to do, without a cell of anybody's case, and with every file on disk as it was.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agreementFile, coverageFile, type Fault, type RefusedFile, writeRefusedFiles } from '@casebridge/examples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, contentsOf, done, type Ended, expectOneLine, start } from './command-line.ts';
import { expectNoCell, fill, headOf, refusal, until, withoutRecipes } from './refusal.ts';
import { replaceIn, type SmallWorld, smallWorld } from './small-world.ts';

let folder: string;
let world: SmallWorld;
let copies = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-refusals-'));
  world = await smallWorld(join(folder, 'world'));
  const { exit, stderr } = await world.release('one');
  expect(stderr).toBe('');
  expect(exit).toBe(0);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const copyOfWorld = async (): Promise<SmallWorld> => {
  copies += 1;
  return world.copy(join(folder, `copy-${copies}`));
};

// These leave the disk as it is, so that they can run side by side.
describe.concurrent('a contributor’s file', () => {
  let files: ReadonlyMap<Fault, RefusedFile & { readonly path: string }>;
  beforeAll(async () => {
    files = new Map((await writeRefusedFiles(world.at('faulty'))).map((file) => [file.fault, file]));
    for (const contributor of new Set([...files.values()].map((file) => file.contributor))) {
      const own = world.at(`faulty/${contributor.id}`);
      await writeFile(`${own}.agreement.yaml`, agreementFile(contributor));
      await writeFile(`${own}.coverage.yaml`, coverageFile(contributor, '2015-05-04'));
      await done(['keys', '--organisation', contributor.id, '--out', own]);
    }
    const changed = async (from: string, to: string, text: string, by: string): Promise<void> => {
      await cp(world.at(from), world.at(to));
      await replaceIn(world.at(to), text, by);
    };
    await changed('mapping.yaml', 'wrong-mapping.yaml', '"female"', '"lady"');
    await changed('agreement.yaml', 'expired.yaml', '2049-12-31', '2015-12-31');
  });
  const faulty = (fault: Fault) => {
    const file = files.get(fault);
    if (!file) throw new Error(`no file with the fault ${fault}`);
    return file;
  };
  const submitted = async ({ path, mapping, contributor }: RefusedFile & { readonly path: string }) => {
    const own = world.at(`faulty/${contributor.id}`);
    return casebridge([
      ...['submit', '--mapping', mapping, '--agreement', `${own}.agreement.yaml`, '--coverage', `${own}.coverage.yaml`],
      ...['--keys', own, '--steward', world.recipient, path, '--out', world.at('faulty.parcel')],
    ]);
  };

  it.each<[Fault, RegExp[]]>([
    ['cut-workbook', [/cut-workbook\.xlsx: /, /cut off/, /save it again/]],
    ['archive-bomb', [/archive-bomb\.xlsx: /, /inflates/, /save/]],
    ['wrong-encoding', [/wrong-encoding\.csv: /, /not valid utf-8/, /save it as UTF-8/]],
    ['ragged-row', [/ragged-row\.csv: /, /F01/, /run check/]],
    ['names-in-a-mapped-column', [/names-in-a-mapped-column\.csv: /, /F03/, /run check/]],
    ['column-missing', [/column-missing\.csv: /, /F02/, /run check/]],
  ])('is not sealed with the fault %s', async (fault, says) => {
    const file = faulty(fault);
    const ended = await refusal(world, () => submitted(file), { exit: 2, says });
    expectNoCell(ended, file);
  });

  it.each<[Fault, RegExp]>([
    ['ragged-row', /F01 {2}stop {2}1\n {4}.*8\b.*14 cells, 15 columns/],
    ['names-in-a-mapped-column', /F03 {2}stop {2}1\n.*prs_Gender.*people’s names.*drop/],
    ['column-missing', /F02 {2}stop {2}1\n.*prs_Gender/],
    ['unknown-code', /C01 {2}error {2}1\n {4}.*6\b.*prs_Gender/],
    ['no-consent', /P01 {2}error {2}1\n {4}.*6\b.*legal basis/],
  ])('has its fault %s found by check, with the row and without the cell', async (fault, shown) => {
    const file = faulty(fault);
    const before = await contentsOf(world.folder);
    const ended = await casebridge(['check', '--mapping', file.mapping, file.path]);
    expect(ended.exit).toBe(1);
    expect(ended.stderr).toBe('');
    expect(ended.stdout).toMatch(shown);
    expectNoCell(ended, file);
    expect(await contentsOf(world.folder)).toEqual(before);
  });

  it('shows a cell to its owner who asks for it', async () => {
    const file = faulty('unknown-code');
    const { stdout } = await casebridge(['check', '--mapping', file.mapping, file.path, '--show-values']);
    expect(stdout).toContain('X7');
  });

  it.each([
    ['that is not there', 'absent.csv', /absent\.csv.*check the path/],
    ['that is a folder', 'faulty', /faulty.*give the path/],
  ])('%s is refused', async (_what, name, says) => {
    const run = () => casebridge(['check', '--mapping', world.at('mapping.yaml'), world.at(name)]);
    await refusal(world, run, { exit: 2, says: [says] });
  });

  it('is not sealed where the mapping has a code that the standard does not', async () => {
    const run = () => casebridge(['check', '--mapping', world.at('wrong-mapping.yaml'), world.at('cases.csv')]);
    await refusal(world, run, { exit: 2, says: [/wrong-mapping\.yaml.*line 1/, /sex/] });
  });

  it('is not sealed under an agreement that expired', async () => {
    const run = () =>
      casebridge([
        ...['submit', ...world.submitting, '--agreement', world.at('expired.yaml'), world.at('cases.csv')],
        ...['--out', world.at('late.parcel')],
      ]);
    await refusal(world, run, { exit: 3, says: [/agreement-shelter/, /2015-12-31/, /renew/] });
  });

  it('is not sealed with a key that others can read', async () => {
    const other = await copyOfWorld();
    await rm(other.at('keys/shelter/record.key'));
    await writeFile(other.at('keys/shelter/record.key'), await readFile(world.at('keys/shelter/record.key')), {
      mode: 0o644,
    });
    const run = () =>
      casebridge(['submit', ...other.submitting, other.at('cases.csv'), '--out', other.at('second.parcel')]);
    await refusal(other, run, { exit: 2, says: [/record\.key/, /others can read/, /chmod 600/] });
  });
});

describe('a parcel', () => {
  const received = (at: SmallWorld, parcel: string) =>
    casebridge(['receive', parcel, '--store', at.at('store'), '--identity', at.at('keys/steward/age.key')]);

  it('whose bytes were changed is not taken in', async () => {
    const bytes = await readFile(world.at('first.parcel'));
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    await writeFile(world.at('changed.parcel'), bytes);
    await refusal(world, () => received(world, world.at('changed.parcel')), {
      exit: 2,
      says: [/parcel/, /sign|damaged|changed/, /ask|again|check/],
    });
  });

  it('that somebody else signed is not taken in', async () => {
    await done(['keys', '--organisation', 'shelter', '--out', world.at('keys/impostor')]);
    const parcel = world.at('impostor.parcel');
    const submitting = world.submitting.map((word) =>
      word === world.at('keys/shelter') ? world.at('keys/impostor') : word,
    );
    await done(['submit', ...submitting, '--sequence', '2', world.at('cases.csv'), '--out', parcel]);
    await refusal(world, () => received(world, parcel), {
      exit: 2,
      says: [/not signed with the key/, /shelter/, /check/],
    });
  });

  it('twice is harmless', async () => {
    const before = await contentsOf(world.folder);
    expect((await received(world, world.at('first.parcel'))).exit).toBe(0);
    expect(await contentsOf(world.folder)).toEqual(before);
  });
});

describe('a release', () => {
  it('is refused where an agreement has expired on its day', async () => {
    const run = () =>
      world.release('late', { previous: '../bundles/one', cohorts: { years: [2015, 2015] } }, ['--day', '2050-01-01']);
    await world.recipe('late');
    const before = { ...(await contentsOf(world.folder)) };
    const ended = await run();
    expectOneLine(ended, [/agreement-shelter of shelter/, /expired on 2049-12-31/, /renew/]);
    expect(ended.exit).toBe(3);
    expect(withoutRecipes(await contentsOf(world.folder))).toEqual(withoutRecipes(before));
  });

  it('is refused where the cohort was measured already', async () => {
    const recipe = world.at('recipes/one.yaml');
    const run = () => casebridge(['release', recipe, '--out', world.at('bundles/again')]);
    await refusal(world, run, { exit: 3, says: [/2014\.1/, /entry 000001/, /cohorts\.remeasure/] });
  });

  it('is refused where the reserve is exhausted, where the ledger is older, and where it is damaged', async () => {
    const other = await copyOfWorld();
    const older = await readFile(other.at('ledger.jsonl'));
    const remeasure = { years: [2014, 2014], reserve: { epsilon: 1, delta: 0.000001 }, remeasure: ['2014.1'] };
    const two = await other.release('two', { previous: '../bundles/one', cohorts: remeasure });
    expect(two.stderr).toBe('');
    // Measured again: no noise is shared, and nothing is spent by looking.
    const spent = await readFile(other.at('ledger.jsonl'));
    const bundles = ['--without', other.at('bundles/one'), '--with', other.at('bundles/two')];
    const preview = await done(['preview', ...bundles, '--out', other.at('with-us.html')]);
    expect(preview).toMatchObject({ example: true, sharedCohorts: [], contributors: { onlyWith: [], same: 1 } });
    expect(await readFile(other.at('ledger.jsonl'))).toEqual(spent);
    const three = await other.recipe('three', { previous: '../bundles/two', cohorts: remeasure });
    const run = () => casebridge(['release', three, '--out', other.at('bundles/three')]);
    await refusal(other, run, { exit: 3, says: [/reserve/, /2014\.1/, /cohorts\.reserve/] });

    const newer = await readFile(other.at('ledger.jsonl'));
    await writeFile(other.at('ledger.jsonl'), older);
    await refusal(other, run, { exit: 3, says: [/ledger\.jsonl/, /older|restore/i] });
    await refusal(other, () => casebridge(['ledger', 'verify', other.at('ledger.jsonl'), '--head', headOf(newer)]), {
      exit: 3,
      says: [/ledger\.jsonl/],
    });

    await writeFile(other.at('ledger.jsonl'), newer);
    await replaceIn(other.at('ledger.jsonl'), '"unit":"record"', '"unit":"person"');
    await refusal(other, run, { exit: 3, says: [/ledger\.jsonl/, /line 1|entry 000001/, /restore/i] });
    await refusal(other, () => casebridge(['ledger', 'verify', other.at('ledger.jsonl')]), {
      exit: 3,
      says: [/ledger\.jsonl/, /line 1|entry 000001/],
    });
  });

  it('is refused where the previous bundle is damaged', async () => {
    const other = await copyOfWorld();
    await replaceIn(other.at('bundles/one/data/figures.json'), 'sex.male.2014', 'sex.mole.2014');
    const recipe = await other.recipe('two', { previous: '../bundles/one', cohorts: { years: [2015, 2015] } });
    const run = () => casebridge(['release', recipe, '--out', other.at('bundles/two')]);
    await refusal(other, run, { exit: 2, says: [/data\/figures\.json was changed/] });
  });

  it('is refused while another one runs, and the other one ends well', async () => {
    const other = await copyOfWorld();
    const cohorts = { years: [2015, 2015] };
    const recipe = await other.recipe('two', { previous: '../bundles/one', cohorts });
    const first = start(['release', recipe, '--out', other.at('bundles/two')]);
    const lock = other.at('ledger.jsonl.release');
    await until(async () => (await readFile(lock, 'utf8').catch(() => '')).endsWith('\n'));
    process.kill(first.pid, 'SIGSTOP');
    try {
      const run = () => casebridge(['release', recipe, '--out', other.at('bundles/three')]);
      await refusal(other, run, { exit: 2, says: [/another release is running/, /ledger\.jsonl/, /wait/] });
    } finally {
      process.kill(first.pid, 'SIGCONT');
    }
    const { exit, stderr } = await first.ended;
    expect(stderr).toBe('');
    expect(exit).toBe(0);
    await done(['verify', other.at('bundles/two')]);
    await done(['ledger', 'verify', other.at('ledger.jsonl')]);
  });
});

describe('a bundle', () => {
  it('with any file changed, added or missing does not hold', async () => {
    const other = await copyOfWorld();
    const bundle = other.at('bundles/one');
    const names = (await readdir(bundle, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(bundle.length + 1));
    expect(names.length).toBeGreaterThan(8);
    const verify = () => casebridge(['verify', bundle]);
    for (const name of ['manifest.json', 'manifest.minisig', 'data/tables.parquet', 'docs/ledger-extract.jsonl']) {
      expect(names).toContain(name);
      const whole = await readFile(join(bundle, name));
      await writeFile(join(bundle, name), withOneByteChanged(name, whole));
      // What was changed no longer follows from the steward's signature, or from what it signed.
      const exit = name.startsWith('manifest') ? 3 : 2;
      await refusal(other, verify, { exit, says: [new RegExp(name.replaceAll('.', '\\.'))] });
      await writeFile(join(bundle, name), whole);
    }
    await writeFile(join(bundle, 'data/added.csv'), 'a,b\n');
    await refusal(other, verify, { exit: 2, says: [/data\/added\.csv/] });
    await rm(join(bundle, 'data/added.csv'));
    await rm(join(bundle, 'data/tables.csv'));
    await refusal(other, verify, { exit: 2, says: [/data\/tables\.csv/] });
  });

  it('that another key signed does not hold for the steward’s key', async () => {
    const run = () => casebridge(['verify', world.at('bundles/one'), '--key', world.publicKey('partner')]);
    await refusal(world, run, { exit: 3, says: [/manifest\.json/, /another key/, /do not use/] });
  });

  it('is not published without every consent and two approvals', async () => {
    const other = await copyOfWorld();
    const bundle = other.at('bundles/one');
    const publish = () => casebridge(['publish', bundle, '--out', other.at('site')]);
    const approve = (organisation: string, role: string) =>
      casebridge(['approve', bundle, '--key', other.at(`keys/${organisation}/signing.key`), '--role', role]);
    await refusal(other, publish, { exit: 3, says: [/consent of shelter/, /casebridge approve/] });
    expect((await approve('shelter', 'consent')).exit).toBe(0);
    await refusal(other, publish, { exit: 3, says: [/approval/, /casebridge approve/] });
    expect((await approve('partner', 'approval')).exit).toBe(0);
    await refusal(other, publish, { exit: 3, says: [/approval/, /casebridge approve/] });
    await refusal(other, () => approve('steward', 'approval'), { exit: 3, says: [/steward/] });
    expect((await approve('audit-office', 'approval')).exit).toBe(0);
  });
});

/** The middle byte changed in one bit; in the manifest, whose shape is checked first, a digit of a hash in another digit. */
function withOneByteChanged(name: string, whole: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(whole);
  const digits = Buffer.from(whole).toString('latin1');
  const at = name === 'manifest.json' ? digits.search(/(?<="sha256":"[0-9a-f]*)[0-9]/) : whole.length >> 1;
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** A small file system that can be filled to the last byte: only the superuser can make one. */
function mountable(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']);
  return probe.status === 0;
}
const canFillADisk = mountable();
if (!canFillADisk) process.stderr.write('full disks: skipped, mounting a small file system needs Linux and root\n');

describe.skipIf(!canFillADisk)('a full disk', () => {
  let disk: string;
  let full: SmallWorld;
  beforeAll(async () => {
    disk = join(folder, 'disk');
    await mkdir(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'tmpfs', disk]);
    expect(mounted.stderr.toString()).toBe('');
    full = await world.copy(join(disk, 'world'));
    await writeFile(full.at('cases-2.csv'), await readFile(full.at('cases.csv')));
    await full.recipe('two', { previous: '../bundles/one', cohorts: { years: [2015, 2015] } });
    await fill(join(disk, 'filling'));
  });
  afterAll(() => {
    spawnSync('umount', [disk]);
  });

  const parcel = () => world.at('second.parcel');
  const cases: [what: string, run: () => Promise<Ended>][] = [
    [
      'map',
      () => casebridge(['map', '--mapping', full.at('mapping.yaml'), full.at('cases.csv'), '--out', full.at('r.csv')]),
    ],
    [
      'map to Parquet',
      () =>
        casebridge(['map', '--mapping', full.at('mapping.yaml'), full.at('cases.csv'), '--out', full.at('r.parquet')]),
    ],
    ['keys', () => casebridge(['keys', '--organisation', 'shelter', '--out', full.at('keys/more')])],
    [
      'submit',
      () => casebridge(['submit', ...full.submitting, full.at('cases.csv'), '--out', full.at('second.parcel')]),
    ],
    [
      'receive',
      () =>
        casebridge(['receive', parcel(), '--store', full.at('store'), '--identity', full.at('keys/steward/age.key')]),
    ],
    ['release', () => casebridge(['release', full.at('recipes/two.yaml'), '--out', full.at('bundles/two')])],
    ['approve', () => casebridge(['approve', full.at('bundles/one'), '--key', full.at('keys/partner/signing.key')])],
  ];

  it.each(cases)('stops %s, and everything is as it was', async (what, run) => {
    if (what === 'receive') {
      await done(['submit', ...world.submitting, '--sequence', '3', world.at('cases.csv'), '--out', parcel()]);
    }
    const ended = await refusal(full, run, { exit: 2, says: [/full|no room/, /make room|try again/] });
    expect(ended.stdout).toBe('');
  });

  it('stops publish, and everything is as it was', async () => {
    const approved = await copyOfWorld();
    for (const [organisation, role] of [
      ['shelter', 'consent'],
      ['partner', 'approval'],
      ['audit-office', 'approval'],
    ] as const) {
      const key = approved.at(`keys/${organisation}/signing.key`);
      await done(['approve', approved.at('bundles/one'), '--key', key, '--role', role]);
    }
    const run = () => casebridge(['publish', approved.at('bundles/one'), '--out', full.at('site')]);
    await refusal(full, run, { exit: 2, says: [/disk is full/, /make room/] });
  });

  it('is no reason to lose a release once there is room', async () => {
    await rm(join(disk, 'filling'));
    const ended = await casebridge(['release', full.at('recipes/two.yaml'), '--out', full.at('bundles/two')]);
    expect(ended.stderr).toBe('');
    expect(ended.exit).toBe(0);
    await done(['verify', full.at('bundles/two')]);
  });
});
