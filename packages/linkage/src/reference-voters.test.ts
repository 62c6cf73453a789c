// T4: published accuracy on two extracts of a register of voters, 50,000 a side, 33,122 people in both (anonlink-entity-service,
// issue 246). Such extracts name real people and are not kept here. Who may hold them lays them down as a.csv.gz and b.csv.gz with
// the columns person_id, given_name, family_name, date_of_birth and sex; otherwise the tests are skipped and say so.
import { beforeAll, describe, expect, it } from 'vitest';
import { recordFilterEncoder, usualRecordFilter } from './encode/record-filter.ts';
import { atLeast, hasSet, pairsOf, rowsOf, scope, secretOf } from './fixture-reference.ts';
import type { ScoredPairs } from './host/clusters.ts';
import { sampledCandidates } from './host/sampled-candidates.ts';
import { readPerson } from './person/read-person.ts';

const present = hasSet('linkage-nc-voters');

describe.skipIf(!present)('T4: registers of voters', () => {
  let truth: string[] = [];
  let pairs: ScoredPairs = pairsOf([]);
  beforeAll(() => {
    const sides = ['a', 'b'].map((side) => rowsOf(`linkage-nc-voters/${side}.csv.gz`));
    const rows = sides.flat();
    const encode = recordFilterEncoder(secretOf(1), scope, { ...usualRecordFilter, birthAsWritten: true });
    truth = rows.map(({ person_id = '' }) => person_id);
    const filters = rows.map(({ given_name = '', family_name = '', date_of_birth = '', sex = '' }, at) =>
      encode(
        readPerson({ given_name, family_name, birth: date_of_birth, sex }, { order: 'mdy', place: `${at}` }).person,
      ),
    );
    const groupOf = sides.flatMap((side, at) => side.map(() => at));
    pairs = sampledCandidates(filters, 'voters', { threshold: 0.8, groupOf });
  }, 600_000);

  it.each([
    [0.8, 0.657, 0.935],
    [0.85, 0.948, 0.969],
    [0.9, 0.995, 0.823],
  ])('at %d: precision %d, recall %d', (threshold, precision, recall) => {
    const found = atLeast(pairs, threshold);
    const right = [...found.first].filter((a, at) => truth[a] === truth[found.second[at] as number]).length;
    expect(Math.abs(right / found.first.length - precision)).toBeLessThan(0.05);
    expect(Math.abs(right / 33_122 - recall)).toBeLessThan(0.05);
  });
});
