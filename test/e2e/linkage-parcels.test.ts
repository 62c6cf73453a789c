// One person, two records: from a file with names at the contributor to a release that counts people, through sealed parcels and
// the command line alone.
import { mkdtemp, readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, done } from './command-line.ts';
import { type SmallWorld, smallWorld } from './small-world.ts';

let world: SmallWorld;
const at = (path: string) => world.at(path);
const syllables = ['ba', 'de', 'fi', 'go', 'lu', 'me', 'na', 'po', 'ri', 'su', 'ta', 'vo', 'ze', 'ka', 'ne', 'mi'];

/** Names and births of the shelter's cases: of those of 2014, fifty are people who were there before. */
function clients(): string {
  const lines = Array.from({ length: 400 }, (_, case_) => {
    const person = case_ % 2 === 0 && case_ >= 100 && case_ < 200 ? case_ - 100 : case_;
    const name = (seed: number) =>
      [seed, seed * 7 + 3, seed * 13 + 5].map((part) => syllables[part % syllables.length]).join('');
    const born = `19${60 + (person % 40)}-${String(1 + (person % 12)).padStart(2, '0')}-${String(2 + (person % 26)).padStart(2, '0')}`;
    return [`S-${String(case_ + 1).padStart(4, '0')}`, name(person), name(Math.floor(person / 3) + 11), born, 'F'].join(
      ',',
    );
  });
  return `case,first,last,born,sex\n${lines.join('\n')}\n`;
}

beforeAll(async () => {
  world = await smallWorld(await mkdtemp(join(tmpdir(), 'casebridge-linkage-')));
  await writeFile(at('clients.csv'), clients());
  await done(['link', 'secret', '--out', at('secret.txt')]);
  const { recipient } = (await done(['link', 'epoch', '--out', at('epoch.key')])) as { recipient: string };
  await done([
    ...['link', 'encode', at('clients.csv'), '--secret', at('secret.txt'), '--organisation', 'shelter'],
    ...['--project', 'example', '--epoch', 'e1', '--given-name', 'first', '--family-name', 'last', '--birth', 'born'],
    ...['--sex', 'sex', '--record-key', 'case', '--out', at('shelter.encodings')],
  ]);
  const parcel = at('second.parcel');
  await done([
    ...['submit', ...world.submitting, '--sequence', '2', at('cases.csv'), '--out', parcel],
    ...['--encodings', at('shelter.encodings'), '--epoch', recipient],
  ]);
  await done(['receive', parcel, '--store', at('store'), '--identity', at('keys/steward/age.key')]);
});
afterAll(async () => {
  if (world) await rm(world.folder, { recursive: true, force: true });
});

const take = (out: string) => [
  ...['link', 'take', '--store', at('store'), '--identity', at('keys/steward/age.key')],
  ...['--epoch-key', at('epoch.key'), '--out', at(out)],
];

describe('linkage through parcels', () => {
  it('gives the steward encodings under record keys, and neither names nor case numbers', async () => {
    const taken = await done(take('encodings'));
    expect(taken).toMatchObject({ files: [{ organisation: 'shelter', records: 400 }], without: [] });
    const text = await readFile(at('encodings/shelter.encodings'), 'utf8');
    expect(text).not.toMatch(/S-\d{4}|"first"/);
    expect(text.split('\n')[1]).toMatch(/"record":"[0-9a-f]{64}"/);
  });

  it('resolves persons, and a release counts each of them once', async () => {
    await done([
      ...['link', 'compare', at('encodings/shelter.encodings'), '--method', 'linkKeys', '--out', at('linked')],
      '--delete-encodings',
    ]);
    expect(await readdir(at('encodings'))).toEqual([]);
    const protection = { epsilon: 4, delta: 0.000001 };
    const common = { protection, cohorts: { years: [2014, 2014] } };
    const linkage = { persons: '../linked/persons.csv' };
    const ended = await world.release('people', { ...common, linkage });
    expect(ended.stderr).toBe('');
    expect(ended.exit).toBe(0);
    const { figures, privacy } = await readBundle(directorySource(at('bundles/people')));
    const held = figures.find(({ id }) => id === 'victims.2014');
    // 200 records of 150 people; six half-widths of the noise lie between the two.
    const half = ((held?.interval?.[1] ?? 0) - (held?.interval?.[0] ?? 0)) / 2;
    expect(Math.abs((held?.value ?? 0) - 150)).toBeLessThan(Math.min(25, 3 * half));
    expect(privacy.unit).toBe('person');
  });

  it('cannot open them again once the key of the epoch is gone', async () => {
    await unlink(at('epoch.key'));
    await done(['link', 'epoch', '--out', at('epoch.key')]);
    const { exit, stderr } = await casebridge(take('again'));
    expect(exit).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('sealed to other keys');
  });

  it('takes encodings and the epoch together or not at all', async () => {
    const { exit, stderr } = await casebridge([
      ...['submit', ...world.submitting, '--sequence', '3', at('cases.csv'), '--out', at('third.parcel')],
      ...['--encodings', at('shelter.encodings')],
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('--encodings and --epoch together');
  });
});
