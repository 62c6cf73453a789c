import { describe, expect, it } from 'vitest';
import { type MappedBlock, type RuleContext, scopeSource } from '../validation-port.ts';
import { compileRules } from './compile-rules.ts';
import { check, one, type Row, right, summaryOf } from './fixture-rows.ts';

describe('compileRules', () => {
  it('finds nothing in a right record', () => {
    expect(one({})).toMatchObject({ findings: [], held: [0] });
  });

  it.each<[string, 'error' | 'warn' | 'note', Row]>([
    ['P01', 'error', { legal_basis: '?unknown' }],
    ['P01', 'error', { legal_basis: 'consent' }],
    ['P01', 'error', { legal_basis: 'consent', 'consent_scope.assistance': 'yes' }],
    [
      'P02',
      'error',
      {
        legal_basis: 'consent',
        'consent_scope.shared_pseudonymised': 'yes',
        age_at_registration: '?unknown',
        age_band: '9-17',
        majority_at_registration: 'child',
        guardian_consent: 'no',
      },
    ],
    ['P03', 'error', { withdrawn_on: '2016-01-31' }],
    ['C01', 'error', { source_kind: 'gossip' }],
    ['C01', 'error', { 'labour_sector.mining': '1' }],
    ['C01', 'error', { trafficking_status: '?because' }],
    ['C01', 'error', { trafficking_status: '' }],
    ['C02', 'error', { country_of_recruitment: 'KH' }],
    ['D01', 'error', { registration_year: '1989' }],
    ['D01', 'error', { registration_year: '2017' }],
    ['D02', 'error', { entry_date: '2014-06', exit_date: '2014-05-31' }],
    ['D03', 'warn', { entry_date: '2014-06', exit_date: '2016-01', duration_months: '19', duration_band: '13-24' }],
    ['D04', 'warn', { entry_date: '2010-01-01', exit_date: '2012-07-01' }],
    ['D05', 'error', { duration_months: '601', age_at_registration: '60', age_band: '48+' }],
    ['D05', 'error', { duration_months: '-1', duration_band: '0-12' }],
    ['D06', 'warn', { age_at_entry: '25', duration_months: '26' }],
    ['D07', 'error', { age_at_registration: '1', age_band: '0-8', majority_at_registration: 'child' }],
    ['D08', 'error', { duration_band: '0-12' }],
    ['A01', 'error', { age_at_entry: '-2' }],
    ['A01', 'error', { age_at_registration: '111', age_band: '48+' }],
    ['A02', 'error', { age_band: '27-29' }],
    ['A03', 'error', { majority_at_registration: 'child' }],
    ['A03', 'error', { age_at_registration: '?unknown', age_band: '9-17' }],
    ['A04', 'error', { age_at_entry: '27', duration_months: '0', duration_band: '0-12' }],
    [
      'A05',
      'error',
      {
        age_at_registration: '?unknown',
        age_band: '9-17',
        majority_at_registration: 'child',
        majority_at_entry: 'adult',
      },
    ],
    [
      'A06',
      'warn',
      { age_at_registration: '17', age_band: '9-17', majority_at_registration: 'child', marital_status: 'married' },
    ],
    [
      'A07',
      'warn',
      {
        age_at_registration: '7',
        age_band: '0-8',
        majority_at_registration: 'child',
        'exploitation_type.sexual_exploitation': 'yes',
        'sexual_form.pornography': 'yes',
      },
    ],
    ['E01', 'error', { 'exploitation_type.known': '?suppressed' }],
    ['E02', 'error', { 'exploitation_type.forced_labour': 'no', 'exploitation_type.sexual_exploitation': 'yes' }],
    ['E03', 'error', { 'sexual_form.prostitution': 'yes' }],
    ['E04', 'error', { 'exploitation_type.child_labour': 'yes', majority_at_exploitation: 'adult' }],
    ['E05', 'warn', { 'exploitation_type.servitude': 'yes', 'labour_sector.fishing': 'no' }],
    ['M01', 'warn', { trafficking_status: 'confirmed', 'means_of_control.threats': 'no' }],
    [
      'M02',
      'note',
      {
        age_at_registration: '12',
        age_band: '9-17',
        majority_at_registration: 'child',
        'means_of_control.threats': '?unknown',
      },
    ],
    ['M03', 'warn', { 'means_of_control.threats_all': 'yes' }],
    ['M03', 'warn', { 'recruiter_relation.other': 'yes', 'recruiter_relation.broker': 'yes' }],
    ['S01', 'error', { trafficking_scope: 'internal' }],
    ['S02', 'warn', { country_of_origin: 'THA' }],
    ['S04', 'error', { trafficking_scope: 'internal', country_of_origin: 'THA', countries_of_transit: 'MYS VNM' }],
    ['G01', 'error', { trafficking_status: 'not_victim' }],
    ['G02', 'warn', { source_kind: 'hotline', trafficking_status: 'confirmed' }],
  ])('%s (%s) fires on %o', (code, severity, change) => {
    const { findings, held } = one(change);
    const mine = findings.filter((finding) => finding.code === code);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ severity, row: 2 });
    if (severity === 'error') expect(held).toEqual([1]);
  });

  it.each<[string, Row]>([
    ['a child on a guardian’s assent', { legal_basis: 'assent_guardian', 'consent_scope.shared_pseudonymised': 'yes' }],
    ['a missing year', { registration_year: '?unknown' }],
    [
      'dates that only overlap',
      { entry_date: '2014', exit_date: '2014-02', duration_months: '3', duration_band: '0-12' },
    ],
    ['twelve months in the first band', { duration_months: '12', duration_band: '0-12' }],
    [
      'street selling with begging',
      {
        'exploitation_type.forced_labour': 'no',
        'exploitation_type.forced_begging': 'yes',
        'labour_sector.fishing': 'no',
        'labour_sector.peddling': 'yes',
      },
    ],
    [
      'scams with criminality',
      {
        'exploitation_type.forced_labour': 'no',
        'exploitation_type.forced_criminality': 'yes',
        'labour_sector.fishing': 'no',
        'labour_sector.online_scams': 'yes',
      },
    ],
    [
      'an unknown type',
      {
        'exploitation_type.known': '?unknown',
        'exploitation_type.forced_labour': '?unknown',
        'labour_sector.fishing': '?unknown',
      },
    ],
    ['a proxy country that differs', { trafficking_scope: 'internal', country_of_exploitation_basis: 'proxy_mission' }],
    ['zero months', { duration_months: '0', duration_band: '0-12' }],
  ])('accepts %s', (_, change) => {
    expect(one(change).findings).toEqual([]);
  });

  it('does not hold a derived scope against the countries it came from', () => {
    expect(one({ trafficking_scope: 'internal' }, { scopes: [scopeSource.fromOrigin] }).codes).toEqual([]);
    expect(one({}, { scopes: [scopeSource.fromCitizenship] }).codes).toEqual(['S03']);
  });

  it('turns rules between variables into warnings for published files, and skips keys and consent', () => {
    const { findings, held } = check(
      [
        { ...right, record_key: 'same', legal_basis: '?unknown', duration_band: '0-12' },
        { ...right, record_key: 'same', legal_basis: '?unknown', duration_band: '0-12' },
        { ...right, source_kind: 'gossip' },
      ],
      { context: { origin: 'published' } },
    );
    expect(findings.map(({ code, severity, row }) => [code, severity, row])).toEqual([
      ['C01', 'error', 4],
      ['D08', 'warn', 2],
      ['D08', 'warn', 3],
    ]);
    expect(held).toEqual([0, 0, 1]);
  });

  it('reports what it cannot check', () => {
    expect(one({}).rules.notChecked).toEqual(['F04', 'F05', 'P03', 'Q01', 'Q02']);
    expect(one({}, { context: { origin: 'published' } }).rules.notChecked).toEqual(['F05', 'P03', 'Q01', 'Q02']);
    const previous = summaryOf({}, 1);
    const agreement = { contributor: 'example', validFrom: null, validTo: null, dataCategories: null };
    expect(one({}, { context: { previous, agreement } }).rules.notChecked).toEqual([]);
  });

  it('holds every row of a file without legal basis or type of exploitation, and says so once', () => {
    const { findings, held } = check([right, right], { without: ['legal_basis', 'exploitation_type'] });
    expect(findings.filter(({ row }) => row === null).map(({ code }) => code)).toEqual(['P01', 'E01']);
    expect(held).toEqual([1, 1]);
  });

  it('finds a repeated key across blocks and holds the later row', () => {
    const rows = Array.from({ length: 5 }, (_, n) => ({
      ...right,
      age_at_entry: String(n),
      record_key: n === 4 ? 'key-1' : '',
    }));
    const { findings, held } = check(rows, { size: 2 });
    expect(findings).toEqual([
      { code: 'K01', severity: 'error', row: 6, variable: 'record_key', args: { problem: 'key_repeats', first: 3 } },
    ]);
    expect(held).toEqual([0, 0, 0, 0, 1]);
  });

  it('warns of records equal but for the key', () => {
    const rows = [right, { ...right, duration_months: '27' }, right];
    const { findings } = check(rows, { size: 1 });
    expect(findings).toEqual([{ code: 'K02', severity: 'warn', row: 4, variable: null, args: { first: 2 } }]);
  });

  it('keeps the cells a rule read only where values are kept', () => {
    expect(one({ age_band: '27-29' }).findings[0]).not.toHaveProperty('value');
    expect(one({ age_band: '27-29' }, { context: { keepValues: true } }).findings[0]?.value).toBe(
      'age_at_registration=26 age_band=27-29',
    );
  });

  it('keeps its verdicts right while dictionaries grow', () => {
    const rows = Array.from({ length: 400 }, (_, n) => ({
      ...right,
      age_at_registration: String(n % 111),
      age_band: '24-26',
      majority_at_registration: n % 111 < 18 ? 'child' : 'adult',
      duration_months: '0',
      duration_band: '0-12',
      age_at_entry: String(n % 7),
    }));
    const { findings } = check(rows, { size: 3 });
    const wrong = rows.flatMap(({ age_at_registration: age }, n) =>
      Number(age) < 24 || Number(age) > 26 ? [n + 2] : [],
    );
    expect(findings.filter(({ code }) => code === 'A02').map(({ row }) => row)).toEqual(wrong);
  });

  it('forgets its verdicts where a dictionary starts afresh', () => {
    const context: RuleContext = {
      columns: ['age_at_registration', 'age_band'],
      sourceColumns: [],
      fedColumns: [],
      origin: 'published',
      contributor: null,
      mappedVariables: new Set(),
      checks: [],
      today: '2016-07-01',
      keepValues: false,
    };
    const rules = compileRules(context);
    const codes = Uint32Array.of(0);
    const rows = (age: string): MappedBlock => ({
      rows: 1,
      sourceRows: Uint32Array.of(2),
      columns: [
        { id: 'age_at_registration', dictionary: [age], codes },
        { id: 'age_band', dictionary: ['24-26'], codes },
      ],
      raw: [],
      scopeSource: Uint8Array.of(0),
      findings: [],
    });
    expect(['26', '30', '24'].map((age) => rules.check(rows(age)).findings.some(({ code }) => code === 'A02'))).toEqual(
      [false, true, false],
    );
  });

  it('runs a contributor’s own checks', () => {
    const checks = [
      {
        id: 'X01',
        severity: 'error' as const,
        message: 'Fishing is only recorded for men here.',
        when: [
          { column: 'labour_sector.fishing', is: ['yes'] },
          { column: 'sex', is: ['female'] },
        ],
      },
    ];
    const { findings, held, rules } = check(
      [
        { ...right, sex: 'female' },
        { ...right, sex: 'male' },
      ],
      { context: { checks } },
    );
    expect(findings).toMatchObject([
      { code: 'X01', row: 2, args: { message: 'Fishing is only recorded for men here.' } },
    ]);
    expect(held).toEqual([1, 0]);
    expect(rules.severityOf('X01')).toBe('error');
  });
});
