import type { Finding, IntakeSummary } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import type { CompiledRules, RuleContext } from '../validation-port.ts';
import { check, one, right, summaryOf } from './fixture-rows.ts';

describe('compileRules on the whole file', () => {
  const agreement = {
    contributor: 'example',
    validFrom: '2016-01-01',
    validTo: '2016-12-31',
    dataCategories: null as readonly string[] | null,
  };
  const problems = (context: Partial<RuleContext>) =>
    one({}, { context })
      .findings.filter(({ code }) => code === 'F04')
      .map(({ severity, args }) => [severity, args.problem]);

  it('stops where the agreement is not in force, another’s, or does not cover a variable', () => {
    expect(problems({ agreement })).toEqual([]);
    expect(problems({ agreement, today: '2017-01-01' })).toEqual([['stop', 'expired']]);
    expect(problems({ agreement, today: '2015-12-31' })).toEqual([['stop', 'not_yet_valid']]);
    expect(problems({ agreement, contributor: 'another' })).toEqual([['stop', 'other_contributor']]);
    const narrow = { ...agreement, dataCategories: ['age_band', 'exploitation_type'] };
    const mappedVariables = new Set(['record_key', 'legal_basis', 'age_band', 'citizenship']);
    expect(problems({ agreement: narrow, mappedVariables })).toEqual([['stop', 'category_not_agreed']]);
  });

  it('stops where the size changed by more than half without a reason', () => {
    const at = (rows: number, reason?: string) =>
      finish({}, rows, {
        previous: summaryOf({}, 100),
        agreement: { ...agreement, ...(reason === undefined ? {} : { sizeChangeReason: reason }) },
      }).filter(({ code }) => code === 'F05');
    expect(at(50)).toEqual([]);
    expect(at(150)).toEqual([]);
    expect(at(49)).toMatchObject([{ severity: 'stop', args: { now: 49, before: 100 } }]);
    expect(at(151)).toHaveLength(1);
    expect(at(151, 'a new office')).toEqual([]);
  });

  it('warns when missing shares and codes move', () => {
    const previous = summaryOf(
      { sex: { female: 60, male: 38, intersex: 2 }, gender: { woman: 80, '?unknown': 20 } },
      100,
    );
    const now = { sex: { female: 60, male: 40 }, gender: { woman: 45, man: 14, '?unknown': 41 } };
    expect(finish(now, 100, { previous }).map(({ code, variable, args }) => [code, variable, args])).toEqual([
      ['Q01', 'gender', { now: 41, before: 20 }],
      ['Q02', 'sex', { value: 'intersex', problem: 'gone' }],
      ['Q02', 'gender', { value: 'man', problem: 'new' }],
    ]);
  });

  it('warns when one value is over 95% of the known ones', () => {
    const fedColumns = ['sex', 'gender', 'marital_status'].map((id) => ({ column: id, variables: [id] }));
    const counts = {
      sex: { female: 96, male: 4, '?unknown': 500 },
      gender: { woman: 95, man: 5 },
      marital_status: { single: 19 },
      source_kind: { hotline: 100 },
    };
    expect(finish(counts, 600, { fedColumns }).map(({ code, variable }) => [code, variable])).toEqual([['Q03', 'sex']]);
  });

  it('warns when more than a fifth of the rows are only “other”', () => {
    const other = {
      ...right,
      'exploitation_type.forced_labour': 'no',
      'exploitation_type.other': 'yes',
      'labour_sector.fishing': 'no',
    };
    const share = (others: number) => {
      const rows = Array.from({ length: 10 }, (_, n) => (n < others ? other : right));
      const { rules } = check(rows, { size: 4 });
      return rules.finish(summaryOf({}, 10)).filter(({ code }) => code === 'E06');
    };
    expect(share(2)).toEqual([]);
    expect(share(3)).toMatchObject([{ severity: 'warn', args: { percent: 30 } }]);
  });

  it('tells the share of proxies per country', () => {
    const rows = [
      right,
      { ...right, country_of_exploitation_basis: 'proxy_mission' },
      { ...right, country_of_exploitation: 'MYS' },
      { ...right, country_of_exploitation: '?unknown', country_of_exploitation_basis: '?unknown' },
    ];
    const { rules } = check(rows);
    expect(rules.finish(summaryOf({}, 4)).filter(({ code }) => code === 'Q04')).toEqual([
      {
        code: 'Q04',
        severity: 'note',
        row: null,
        variable: 'country_of_exploitation',
        args: { country: 'THA', percent: 50 },
      },
    ]);
  });

  function finish(counts: IntakeSummary['counts'], rows: number, context: Partial<RuleContext>): readonly Finding[] {
    const rules: CompiledRules = one({}, { context }).rules;
    return rules.finish(summaryOf(counts, rows)).filter(({ code }) => code !== 'Q04');
  }
});

describe('compileRules on source columns', () => {
  const kinds = (raw: Readonly<Record<string, readonly string[]>>) => {
    const rows = Math.max(...Object.values(raw).map(({ length }) => length));
    const { findings } = check(
      Array.from({ length: rows }, () => right),
      { raw },
    );
    return findings
      .filter(({ code }) => code === 'F03' || code === 'F06')
      .map(({ code, variable, row, args }) => [code, variable, row, args.kind ?? args.problem]);
  };

  it('stops at identifiers in headers and cells, once per column', () => {
    expect(kinds({ 'Nom de la victime': ['x'] })).toEqual([['F03', 'Nom de la victime', null, 'names']]);
    expect(kinds({ Contact: ['', 'a.b@example.org', 'c@example.org'] })).toEqual([['F03', 'Contact', 3, 'emails']]);
    expect(kinds({ Sexe: ['F', '+216 20 123 456'] })).toEqual([['F03', 'Sexe', 3, 'phones']]);
    expect(kinds({ Lieu: ['36.8065, 10.1815'] })).toEqual([['F03', 'Lieu', 2, 'coordinates']]);
  });

  it('stops at a column of names whatever its header says, and not at categories', () => {
    const names = ['Aaa Bbb', 'Ccc Ddd', 'Eee Fff', 'Ggg Hhh', 'Iii Jjj', ''];
    expect(kinds({ Source: names })).toEqual([['F03', 'Source', null, 'names']]);
    const categories = Array.from(
      { length: 60 },
      (_, n) => ['Domestic Work', 'Sex Work', 'Forced Begging', 'Debt Bondage', 'Street Selling'][n % 5] ?? '',
    );
    expect(kinds({ Source: categories })).toEqual([]);
    expect(
      kinds({ Origin: ['Sierra Leone', 'South Africa', 'Costa Rica', 'Sri Lanka', 'Saudi Arabia', 'New Zealand'] }),
    ).toEqual([]);
  });

  it('warns of totals rows and repeated headers', () => {
    expect(kinds({ Sexe: ['F', 'Sexe', 'TOTAL 2'], 'Pays d’origine': ['Tunisie', 'Pays d’origine', ''] })).toEqual([
      ['F06', null, 3, 'repeated_header'],
      ['F06', null, 4, 'totals_row'],
    ]);
  });
});
