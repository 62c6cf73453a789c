import type { Finding, IntakeSummary, RecordColumn } from '@casebridge/standard';
import { columnsOf } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import { type CompiledRules, type MappedBlock, type RuleContext, scopeSource } from '../validation-port.ts';
import { compileRules } from './compile-rules.ts';

type Row = Readonly<Record<string, string>>;

/** A record that breaks no rule; tests change a cell or two of it. */
const right: Row = {
  record_key: '',
  legal_basis: 'public_interest',
  'consent_scope.known': '?not_asked',
  source_kind: 'case_management',
  registration_year: '2015',
  trafficking_status: 'possible',
  age_at_registration: '26',
  age_band: '24-26',
  majority_at_registration: 'adult',
  'exploitation_type.known': 'yes',
  'exploitation_type.forced_labour': 'yes',
  'labour_sector.known': 'yes',
  'labour_sector.fishing': 'yes',
  'means_of_control.known': 'yes',
  'means_of_control.threats': 'yes',
  country_of_origin: 'KHM',
  country_of_exploitation: 'THA',
  country_of_exploitation_basis: 'stated',
  trafficking_scope: 'cross_border',
  duration_months: '26',
  duration_band: '25+',
};

const flagged = [
  'consent_scope',
  'exploitation_type',
  'labour_sector',
  'means_of_control',
  'means_palermo',
  'sexual_form',
  'recruiter_relation',
];

interface Options {
  readonly context?: Partial<RuleContext>;
  readonly raw?: Readonly<Record<string, readonly string[]>>;
  readonly scopes?: readonly number[];
  readonly without?: readonly string[];
  /** Rows per block. */
  readonly size?: number;
}

/** Runs the rules over rows given as texts; `?not_asked` where a row says nothing. */
function check(rows: readonly Row[], options: Options = {}) {
  const columns = [
    ...new Set([...Object.keys(right), ...rows.flatMap(Object.keys), ...flagged.flatMap(columnsOf)]),
  ].filter((column) => !(options.without ?? []).includes(column.split('.')[0] ?? column));
  const fed = Object.keys(options.raw ?? {});
  const rules = compileRules({
    columns,
    sourceColumns: fed,
    fedColumns: fed.map((column) => ({ column, variables: ['sex'] })),
    origin: 'collected',
    contributor: 'example',
    mappedVariables: new Set(columns.map((column) => column.split('.')[0] ?? column)),
    checks: [],
    today: '2016-07-01',
    keepValues: false,
    ...options.context,
  });
  const dictionaries = columns.map(() => new Map<string, number>());
  const texts = columns.map((): string[] => []);
  const findings: Finding[] = [];
  const held: number[] = [];
  const size = options.size ?? Math.max(1, rows.length);
  for (let from = 0; from < Math.max(1, rows.length); from += size) {
    const block = blockOf(rows.slice(from, from + size), from);
    const outcome = rules.check(block);
    findings.push(...outcome.findings);
    held.push(...outcome.held);
  }
  return { rules, findings, held, codes: [...new Set(findings.map(({ code }) => code))].sort() };

  function blockOf(part: readonly Row[], from: number): MappedBlock {
    return {
      rows: part.length,
      sourceRows: Uint32Array.from(part, (_, n) => from + n + 2),
      columns: columns.map((id, place): RecordColumn => {
        const dictionary = dictionaries[place] as Map<string, number>;
        const known = texts[place] as string[];
        const codes = Uint32Array.from(part, (row, n) => {
          const cell = id === 'record_key' ? row[id] || `key-${from + n}` : (row[id] ?? '?not_asked');
          if (!dictionary.has(cell)) dictionary.set(cell, known.push(cell) - 1);
          return dictionary.get(cell) as number;
        });
        return { id, dictionary: known, codes };
      }),
      raw: fed.map((column) => {
        const cells = (options.raw?.[column] ?? []).slice(from, from + size);
        const dictionary = [...new Set(cells)];
        return { dictionary, codes: Uint32Array.from(cells, (cell) => dictionary.indexOf(cell)) };
      }),
      scopeSource: Uint8Array.from(part, (_, n) => options.scopes?.[from + n] ?? scopeSource.stated),
      findings: [],
    };
  }
}

const one = (change: Row, options?: Options) => check([{ ...right, ...change }], options);

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
    const previous = summary({}, 1);
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
        previous: summary({}, 100),
        agreement: { ...agreement, ...(reason === undefined ? {} : { sizeChangeReason: reason }) },
      }).filter(({ code }) => code === 'F05');
    expect(at(50)).toEqual([]);
    expect(at(150)).toEqual([]);
    expect(at(49)).toMatchObject([{ severity: 'stop', args: { now: 49, before: 100 } }]);
    expect(at(151)).toHaveLength(1);
    expect(at(151, 'a new office')).toEqual([]);
  });

  it('warns when missing shares and codes move', () => {
    const previous = summary(
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
      return rules.finish(summary({}, 10)).filter(({ code }) => code === 'E06');
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
    expect(rules.finish(summary({}, 4)).filter(({ code }) => code === 'Q04')).toEqual([
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
    return rules.finish(summary(counts, rows)).filter(({ code }) => code !== 'Q04');
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

function summary(counts: IntakeSummary['counts'], rows: number): IntakeSummary {
  return { rowsRead: rows, rowsKept: rows, findings: {}, notChecked: [], counts };
}
