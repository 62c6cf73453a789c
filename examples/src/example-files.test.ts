import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAgreement, parseCoverage } from '@casebridge/submission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleContributors } from './contributors.ts';
import { casesOf } from './example-cases.ts';
import { type ExampleSubmission, writeExampleFiles } from './example-files.ts';
import { seeded } from './random.ts';
import { refusedFiles } from './refused.ts';

let folder: string;
let submissions: readonly ExampleSubmission[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-examples-'));
  submissions = await writeExampleFiles(join(folder, 'once'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writeExampleFiles', () => {
  it('writes the same bytes every time', async () => {
    const again = await writeExampleFiles(join(folder, 'again'));
    const sums = (list: readonly ExampleSubmission[]) =>
      Promise.all(
        list.map(async ({ path }) =>
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ),
      );
    expect(await sums(again)).toEqual(await sums(submissions));
  });

  it('has four contributors in the first round and four in the second: one stopped, one joined', () => {
    const ids = (round: number) =>
      submissions.filter((one) => one.round === round).map(({ contributor }) => contributor.id);
    expect(ids(1)).toEqual(['agency', 'hotline', 'shelter-ngo', 'register']);
    expect(ids(2)).toEqual(['agency', 'hotline', 'shelter-ngo', 'shelter-network']);
  });

  it('declares agreements and coverage that parse, all of them about example data', async () => {
    for (const { agreement, coverage, contributor } of submissions) {
      expect(parseAgreement(await readFile(agreement, 'utf8'), agreement)).toMatchObject({
        contributor: contributor.id,
        example: true,
      });
      expect(parseCoverage(await readFile(coverage, 'utf8'), coverage)).toMatchObject({
        id: contributor.id,
        example: true,
      });
    }
  });

  it('declares for the large agency what the public report says', () => {
    const agency = exampleContributors.find(({ id }) => id === 'agency');
    expect(agency?.assisted).toMatchObject({ 2014: 6413, 2015: 6990 });
    expect(agency?.countries['2015']).toHaveLength(115);
    expect(agency?.assistedSince).toEqual({ year: 1994, total: 70_000, relation: 'over' });
  });
});

describe('casesOf', () => {
  it('gives the hotline late cases of 2014 in the second round, and nobody else', () => {
    for (const contributor of exampleContributors) {
      const years = new Set(casesOf(contributor, 2, seeded(1)).map(({ year }) => year));
      years.delete(2015);
      expect([...years]).toEqual(contributor.id === 'hotline' ? [2014] : []);
    }
  });

  it('never says of a smaller contributor more than it declares to have assisted', () => {
    for (const contributor of exampleContributors) {
      const cases = [...casesOf(contributor, 1, seeded(1)), ...casesOf(contributor, 2, seeded(2))];
      for (const [year, assisted] of Object.entries(contributor.assisted)) {
        const held = cases.filter((entry) => entry.year === Number(year)).length;
        expect(held, `${contributor.id} ${year}`).toBeLessThanOrEqual(assisted);
      }
    }
  });
});

describe('refusedFiles', () => {
  it('gives the same bytes every time, one file for each fault', async () => {
    const [once, again] = [await refusedFiles(), await refusedFiles()];
    expect(once.filter(({ bytes }, at) => Buffer.compare(bytes, again[at]?.bytes ?? new Uint8Array()) !== 0)).toEqual(
      [],
    );
    expect(new Set(once.map(({ fault }) => fault)).size).toBe(once.length);
  });
});
