import { describe, expect, it } from 'vitest';
import { cohortBudget } from '../build/cohort-budget.ts';
import { parseRecipe } from './parse-recipe.ts';
import { impossiblePairs } from './region-of-country.ts';

const key = (letter: string) => `RW${letter.repeat(54)}`;
const base = {
  format: 'casebridge-recipe-1',
  title: 'Example',
  licence: 'CC-BY-4.0',
  status: 'final',
  store: 'store',
  ledger: 'ledger.jsonl',
  marks: 'marks',
  steward: { organisation: 'steward', signingKey: 'a', identity: 'b', marksKey: 'c' },
  previous: 'none',
  contributors: [{ id: 'agency', publicKey: key('A') }],
  variables: ['sex_or_gender', 'majority_at_registration', 'purpose_summary', 'country_of_origin', 'region_of_origin'],
  tables: { figures: 'places', all: 1 },
  protection: { epsilon: 4, delta: 0.000001 },
  cohorts: { years: [2014, 2015] },
  activityFlags: 'none',
  approval: {
    approvers: [
      { organisation: 'university', publicKey: key('B') },
      { organisation: 'ministry', publicKey: key('C') },
    ],
  },
};
const parse = (fields: Readonly<Record<string, unknown>> = {}) =>
  parseRecipe(JSON.stringify({ ...base, ...fields }, null, 1), 'recipe.yaml');
const synthetic = (fields: Readonly<Record<string, unknown>> = {}) =>
  parse({ synthetic: { epsilon: 1, ...fields } }).synthetic;

describe('the synthetic block of a recipe', () => {
  it('is absent unless it is asked for', () => {
    expect(parse().synthetic).toBeNull();
    expect(cohortBudget(parse()).total).toEqual(cohortBudget(parse()).tables);
  });

  it('takes all published variables, with pairs weighted by what they are for', () => {
    const planned = synthetic();
    expect(Object.keys(planned?.domains ?? {})).toEqual(base.variables);
    const weightOf = (...set: string[]) => planned?.workload.find((entry) => entry.set.join() === set.join())?.weight;
    expect(planned?.workload).toHaveLength(10);
    expect(weightOf('majority_at_registration', 'purpose_summary')).toBe(4);
    expect(weightOf('sex_or_gender', 'country_of_origin')).toBe(2);
    expect(weightOf('sex_or_gender', 'majority_at_registration')).toBe(1);
    expect(planned?.periodWeight).toBe(2);
  });

  it('adds chosen triples at half the weight', () => {
    const set = ['sex_or_gender', 'purpose_summary', 'majority_at_registration'];
    expect(synthetic({ triples: [set] })?.workload.at(-1)).toEqual({
      set: ['sex_or_gender', 'majority_at_registration', 'purpose_summary'],
      weight: 0.5,
    });
  });

  it('keeps columns in the order of publication, many-valued ones spelled out', () => {
    const recipe = parse({
      variables: ['labour_sector', 'sex_or_gender', 'purpose_summary'],
      synthetic: { epsilon: 1, columns: ['sex_or_gender', 'labour_sector.fishing', 'labour_sector.known'] },
    });
    expect(Object.keys(recipe.synthetic?.domains ?? {})).toEqual([
      'labour_sector.known',
      'labour_sector.fishing',
      'sex_or_gender',
    ]);
  });

  it('rules out a stated country in another region, and leaves open what may be held back', () => {
    const planned = synthetic();
    const [origin] = planned?.regions ?? [];
    expect(origin).toMatchObject({ country: 'country_of_origin', region: 'region_of_origin', isPublished: true });
    if (!planned || !origin) return;
    const { set, cells } = impossiblePairs(origin, planned.domains);
    expect(set).toEqual(['country_of_origin', 'region_of_origin']);
    const countries = planned.domains.country_of_origin as readonly string[];
    const cell = (country: string, region: string) =>
      countries.indexOf(country) * origin.regions.length + origin.regions.indexOf(region);
    const own = origin.regions[origin.regionOf[countries.indexOf('KHM')] as number] as string;
    const other = origin.regions.find((region) => region !== own && !region.startsWith('?')) as string;
    expect(cells).toContain(cell('KHM', other));
    expect(cells).not.toContain(cell('KHM', own));
    expect(cells).not.toContain(cell('KHM', '?suppressed'));
    expect(cells).not.toContain(cell('?unknown', other));
  });

  it('makes a region of its own for a country whose region is not published', () => {
    const planned = parse({
      variables: ['sex_or_gender', 'country_of_identification'],
      tables: { figures: 'none', all: 1 },
      synthetic: { epsilon: 1 },
    }).synthetic;
    expect(planned?.regions[0]).toMatchObject({ region: 'country_of_identification.region', isPublished: false });
    expect(planned?.regions[0]?.regions).toContain('?unknown');
  });

  it('adds its cost to the budget of a cohort, exactly', () => {
    const { tables, synthetic: own, total, epsilon } = cohortBudget(parse({ synthetic: { epsilon: 1 } }));
    expect(total.num * tables.den * own.den).toBe((tables.num * own.den + own.num * tables.den) * total.den);
    expect(epsilon).toBeGreaterThan(4);
    expect(epsilon).toBeLessThan(4.3);
  });

  it.each([
    ['no epsilon', {}, /synthetic\.epsilon must be a number/],
    [
      'a column that is not published',
      { epsilon: 1, columns: ['sex_or_gender', 'age_band'] },
      /age_band is not published/,
    ],
    ['a column that does not exist', { epsilon: 1, columns: ['sex_or_gender', 'x'] }, /x is not a variable/],
    ['one column', { epsilon: 1, columns: ['sex_or_gender'] }, /two columns or more/],
    ['a column named twice', { epsilon: 1, columns: ['sex_or_gender', 'sex_or_gender'] }, /names sex_or_gender twice/],
    ['an unknown method', { epsilon: 1, method: 'magic' }, /must be aim or mst/],
    ['a model without room', { epsilon: 1, modelSize: 0 }, /at least 0\.1 megabytes/],
    ['one replicate', { epsilon: 1, replicates: 1 }, /must be 2 or more/],
    ['a hierarchy of what is no country', { epsilon: 1, hierarchies: ['sex_or_gender'] }, /is not a country/],
    ['a triple of two', { epsilon: 1, triples: [['sex_or_gender', 'purpose_summary']] }, /must name three columns/],
    [
      'a triple of a column left out',
      { epsilon: 1, triples: [['sex_or_gender', 'purpose_summary', 'age_band']] },
      /age_band is not a column of the synthetic records/,
    ],
  ])('refuses %s, with its line', (_name, block, message) => {
    expect(() => parse({ synthetic: block })).toThrow(
      expect.objectContaining({ code: 'recipe', exit: 2, message: expect.stringMatching(message) }),
    );
  });

  it('refuses k-anonymous records unless the recipe says that the guarantee ends', () => {
    const block = { file: 'k.csv', quasi: ['sex_or_gender'], k: 11 };
    expect(() => parse({ kanonymous: block })).toThrow(/kanonymous\.statement must be guarantee-ends/);
    expect(parse({ kanonymous: { ...block, statement: 'guarantee-ends' } }).recipe.kanonymous?.k).toBe(11);
  });
});
