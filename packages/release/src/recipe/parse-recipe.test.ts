import { describe, expect, it } from 'vitest';
import { parseRecipe } from './parse-recipe.ts';

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
  variables: ['sex_or_gender', 'purpose_summary'],
  tables: { figures: 'none', all: 1 },
  protection: { epsilon: 4, delta: 0.000001 },
  cohorts: { years: [2014, 2015] },
  activityFlags: 'none',
  approval: {
    approvals: 2,
    approvers: [
      { organisation: 'university', publicKey: key('B') },
      { organisation: 'ministry', publicKey: key('C') },
    ],
  },
};
const parse = (fields: Readonly<Record<string, unknown>> = {}) =>
  parseRecipe(JSON.stringify({ ...base, ...fields }, null, 1), 'recipe.yaml');
const setApart = {
  variable: 'contributor_group',
  code: 'agency',
  contributor: 'agency',
  label: { en: 'a', fr: 'b', es: 'c', ar: 'd' },
};

describe('parseRecipe', () => {
  it('declares the domain of every published column, never from data', () => {
    const { domains } = parse({ variables: ['sex_or_gender', 'labour_sector.known', 'labour_sector.fishing'] });
    expect(Object.keys(domains)).toEqual(['sex_or_gender', 'labour_sector.known', 'labour_sector.fishing']);
    expect(domains['labour_sector.fishing']?.slice(0, 2)).toEqual(['yes', 'no']);
  });

  it('spells a many-valued variable out into its columns', () => {
    expect(Object.keys(parse({ variables: ['sexual_form'] }).domains)).toContain('sexual_form.known');
  });

  it('adds the column that sets a contributor apart and the activity flags', () => {
    const { domains, contributorColumns } = parse({ setApart, activityFlags: 'consented' });
    expect(domains.contributor_group).toEqual(['agency', 'others']);
    expect(contributorColumns).toHaveLength(3);
  });

  it('lists every pair once, but no pair of columns worked out from one another', () => {
    const { tables } = parse({
      variables: ['sex_or_gender', 'region_of_origin', 'country_of_origin'],
      tables: { figures: 'none', all: 2 },
    });
    const sets = tables.map(({ set }) => set.join('+'));
    expect(sets).toContain('sex_or_gender+region_of_origin');
    expect(sets).not.toContain('region_of_origin+country_of_origin');
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('keeps the larger weight of a set that is named twice, in the order of the domains', () => {
    const sets = [{ set: ['purpose_summary', 'sex_or_gender'], weight: 5 }];
    const { tables } = parse({ tables: { figures: 'none', all: 2, sets } });
    expect(tables.find(({ set }) => set.length === 2)).toEqual({
      set: ['sex_or_gender', 'purpose_summary'],
      weight: 5,
    });
  });

  it('adds the tables of figures as far as their columns are published', () => {
    const { tables } = parse({ tables: { figures: 'pool' } });
    expect(tables.length).toBeGreaterThan(0);
    for (const { set } of tables)
      for (const column of set) expect(['sex_or_gender', 'purpose_summary']).toContain(column);
  });

  it('leaves a variable that is held back out of the tables', () => {
    const { domains } = parse({ heldBack: { variables: ['purpose_summary'] } });
    expect(Object.keys(domains)).toEqual(['sex_or_gender']);
  });

  it.each([
    ['an unknown variable', { variables: ['shoe_size'] }, /line \d+: variables\.0 shoe_size is not a variable/],
    ['a variable that is never published', { variables: ['age_at_registration'] }, /never published by itself/],
    ['a variable without a finite list', { variables: ['country_of_assistance'] }, /no finite list of codes/],
    ['a field that recipes do not have', { tabels: {} }, /recipe\.yaml/],
    ['an epsilon that protects nobody', { protection: { epsilon: 50, delta: 0.000001 } }, /at most 20/],
    ['no approvers but one', { approval: { approvers: [base.approval.approvers[0]] } }, /name two approvers/],
    [
      'the builder as approver',
      { approval: { approvers: [{ organisation: 'steward', publicKey: key('D') }, base.approval.approvers[0]] } },
      /builds the release and cannot approve it/,
    ],
    [
      'two approvers of one organisation',
      { approval: { approvers: [base.approval.approvers[0], { organisation: 'university', publicKey: key('D') }] } },
      /names 1 organisation/,
    ],
    [
      'a table of columns worked out from one another',
      {
        variables: ['country_of_origin', 'region_of_origin'],
        tables: { figures: 'none', sets: [{ set: ['country_of_origin', 'region_of_origin'] }] },
      },
      /worked out from one another/,
    ],
    [
      'a table of a column that is not published',
      { tables: { sets: [{ set: ['age_band'] }] } },
      /age_band is not published/,
    ],
    ['years that end before they begin', { cohorts: { years: [2015, 2014] } }, /ends before it begins/],
    [
      'measuring again without a reserve',
      { cohorts: { years: [2014, 2015], remeasure: ['2014.1'] } },
      /needs cohorts\.reserve/,
    ],
    [
      'a contributor set apart that is not included',
      { setApart: { ...setApart, contributor: 'x' } },
      /not one of the contributors/,
    ],
    ['a label missing in a language', { setApart: { ...setApart, label: { en: 'a' } } }, /no label in fr/],
    ['a contributor named twice', { contributors: [...base.contributors, ...base.contributors] }, /named twice/],
    ['no table at all', { tables: { figures: 'none' } }, /gives no table/],
  ])('refuses %s in one line', (_name, fields, message) => {
    expect(() => parse(fields)).toThrow(
      expect.objectContaining({ name: 'Refusal', code: 'recipe', exit: 2, message: expect.stringMatching(message) }),
    );
    try {
      parse(fields);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });

  it('names the line of what is wrong in YAML', () => {
    const text = `${Object.entries(base)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join('\n')}\nengine: abacus\n`;
    expect(() => parseRecipe(text, 'recipe.yaml')).toThrow(/recipe\.yaml, line \d+: engine must be memory or duckdb/);
  });
});
