import { describe, expect, it } from 'vitest';
import { cohorts, inventedAnswers } from '../../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../../test/noisy-answers.ts';
import { joinedAnswers } from './joined-answers.ts';

const whole = noisyAnswers(residualsOf(inventedAnswers(), planned()), normals(2));
const part = (batch: number) => ({ ...whole, cohorts: cohorts.filter((cohort) => cohort.batch === batch) });
const joined = joinedAnswers(part(2), part(1));
const query = (code: string) => ({
  cohorts: ['2014.1', '2014.2', '2015.2'],
  selections: [{ table: ['contributor_group', 'sex_or_gender'], where: { sex_or_gender: code } }],
});

describe('joinedAnswers', () => {
  it('answers as one measurement file would', () => {
    const [a, b] = [whole.combine(query('male')), joined.combine(query('male'))];
    expect(b.value).toBeCloseTo(a.value, 6);
    expect(b.variance).toBeCloseTo(a.variance, 6);
    expect(joined.covariance(query('male'), query('female'))).toBeCloseTo(
      whole.covariance(query('male'), query('female')),
      6,
    );
    const tables = [whole, joined].map((from) =>
      from.table(['contributor_group', 'sex_or_gender'], query('male').cohorts),
    );
    expect([...(tables[1]?.estimate ?? [])]).toEqual(
      [...(tables[0]?.estimate ?? [])].map((cell) => expect.closeTo(cell, 6)),
    );
    expect(tables[1]?.sd[0]).toBeCloseTo(tables[0]?.sd[0] ?? 0, 9);
  });

  it('is the first file alone where the second adds nothing', () => {
    expect(joinedAnswers(whole, part(1))).toBe(whole);
  });
});
