import { Refusal } from '@casebridge/refusal';
import type { Finding } from '@casebridge/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTable } from '../readers/text-table.ts';
import { type MapOptions, mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

const head = `
mapping: test
contributor: example-agency
source: { date_order: dmy, locale: fr, missing: { "-99": unknown, NSP: unknown, refus: refused } }
`;
const basics = `
  - { to: record_key, from: Id, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: case_management }
  - { to: legal_basis, operation: constant, value: public_interest }
  - { to: trafficking_status, operation: constant, value: confirmed }
  - { to: registration_year, operation: constant, value: "2015" }
`;

interface Result {
  readonly records: readonly Readonly<Record<string, string>>[];
  readonly findings: readonly Finding[];
  readonly summary: Awaited<ReturnType<typeof mapTable>['summary']> | Refusal;
  readonly discarded: readonly string[];
}

async function run(
  fields: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: Partial<MapOptions> & { readonly head?: string; readonly tail?: string } = {},
): Promise<Result> {
  const mapping = parseMapping(
    `${options.head ?? head}\nfields:${basics}${fields}\n${options.tail ?? ''}`,
    'test.yaml',
  );
  const table = textTable(
    header,
    async function* () {
      for (const [at, cells] of rows.entries()) yield { row: at + 2, cells };
    },
    { name: 'cases.csv', format: 'csv' },
  );
  const mapped = mapTable(table, mapping, { today: '2026-01-31', onStop: 'report', ...options });
  const records: Record<string, string>[] = [];
  const findings: Finding[] = [];
  try {
    for await (const block of mapped.blocks) {
      for (let row = 0; row < block.rows; row++)
        records.push(
          Object.fromEntries(
            block.columns.map(({ id, dictionary, codes }) => [id, dictionary[codes[row] as number] as string]),
          ),
        );
      findings.push(...block.findings);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const summary = await mapped.summary.catch((error: unknown) => error as Refusal);
  return { records, findings, summary, discarded: mapped.discarded };
}

/** The cells of one variable, one per source text; null for a row that was held back. */
async function cells(field: string, texts: readonly string[], column: string, options: Parameters<typeof run>[3] = {}) {
  const { records, findings } = await run(
    field,
    ['Id', 'X'],
    texts.map((text, at) => [`case ${at}`, text]),
    options,
  );
  const held = new Set(findings.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const kept = [...records];
  return texts.map((_, at) => (held.has(at + 2) ? null : (kept.shift()?.[column] ?? 'lost')));
}

describe('operations', () => {
  it('recode: a closed table, whatever the case and the spaces around', async () => {
    const field = `  - { to: sex, from: X, operation: recode, values: { F: female, "Non dit": ?refused } }`;
    expect(await cells(field, ['F', ' f ', 'non  dit', 'NSP', 'refus', '', 'W'], 'sex')).toEqual([
      'female',
      'female',
      '?refused',
      '?unknown',
      '?refused',
      '?unknown',
      null,
    ]);
  });

  it('recode: a default', async () => {
    const field = `  - { to: gender, from: X, operation: recode, values: { F: woman }, default: ?unknown }`;
    expect(await cells(field, ['F', 'anything'], 'gender')).toEqual(['woman', '?unknown']);
  });

  it('country: codes, names in four languages, aliases, former and special codes, and what is none', async () => {
    const field = `  - { to: citizenship, from: X, operation: country, aliases: { Ivoirienne: CIV }, missing: {} }`;
    const texts = [
      'NA',
      'no',
      'CIV',
      '384',
      "Côte d'Ivoire",
      'Birmanie',
      'Ivoirienne',
      'XXA',
      'ROM',
      'ZZ',
      '00',
      'Atlantis',
      'RDC',
      'مصر',
      'España',
      'UK',
    ];
    expect(await cells(field, texts, 'citizenship')).toEqual([
      'NAM',
      'NOR',
      'CIV',
      'CIV',
      'CIV',
      'MMR',
      'CIV',
      'XXA',
      'ROU',
      '?unknown',
      '?unknown',
      null,
      'COD',
      'EGY',
      'ESP',
      'GBR',
    ]);
    const { findings } = await run(
      field,
      ['Id', 'X'],
      [
        ['1', 'ROM'],
        ['2', 'ZZ'],
        ['3', 'ATA'],
      ],
    );
    expect(findings.filter(({ code }) => code.startsWith('C')).map(({ code, severity }) => [code, severity])).toEqual([
      ['C02', 'warn'],
      ['C04', 'warn'],
      ['C03', 'warn'],
    ]);
  });

  it('country: several in one cell become one ascending set', async () => {
    const field = `  - { to: country_of_assistance, from: X, operation: country, separators: [";", ","] }`;
    expect(await cells(field, ['TH; KH, TH', 'KH', ''], 'country_of_assistance')).toEqual([
      'KHM THA',
      'KHM',
      '?unknown',
    ]);
  });

  it('number: unit words, completed years, and nothing else', async () => {
    const field = `  - { to: age_at_registration, from: X, operation: number, unit: years }`;
    expect(await cells(field, ['16 ans', '18 mois', '26', '26.9', 'seize', '-99'], 'age_at_registration')).toEqual([
      '16',
      '1',
      '26',
      '26',
      null,
      '?unknown',
    ]);
  });

  it('years_to_band: bands that nest, bands that only tell child from adult', async () => {
    const field = `  - { to: age_band, from: X, operation: years_to_band }`;
    expect(await cells(field, ['26', '15-17', '0-14', '18-25', '15-20', '9--17'], 'age_band')).toEqual([
      '24-26',
      '9-17',
      '?unknown',
      '?unknown',
      '?unknown',
      '9-17',
    ]);
    expect(await cells(field, ['26', '15-17', '0-14', '18-25', '15-20'], 'majority_at_registration')).toEqual([
      'adult',
      'child',
      'child',
      'adult',
      '?unknown',
    ]);
  });

  it('age_from_dates: what partial dates still tell', async () => {
    const field = `  - { to: age_at_registration, from: [X, At], operation: age_from_dates }`;
    const births = ['1988-07-02', '2000-03-18', '2000-03-19', '1990', '1997', '2010'];
    const { records } = await run(
      field,
      ['Id', 'X', 'At'],
      births.map((birth, at) => [`${at}`, birth, '18/03/2015']),
    );
    expect(
      records.map((record) => [record.age_at_registration, record.age_band, record.majority_at_registration]),
    ).toEqual([
      ['26', '24-26', 'adult'],
      ['15', '9-17', 'child'],
      ['14', '9-17', 'child'],
      ['?unknown', '24-26', 'adult'],
      ['?unknown', '?unknown', '?unknown'],
      ['?unknown', '0-8', 'child'],
    ]);
  });

  it('duration: units, words, bounds and bands', async () => {
    const field = `  - { to: duration_months, from: X, operation: duration, unit: months }`;
    expect(
      await cells(field, ['26', '0', '1 an et 3 mois', 'less than a month', 'over 2 years', 'long'], 'duration_months'),
    ).toEqual(['26', '0', '15', '0.5', '?unknown', null]);
    expect(await cells(field, ['26', '0', '12', '12.1', 'over 2 years', ''], 'duration_band')).toEqual([
      '25+',
      '0-12',
      '0-12',
      '13-24',
      '25+',
      '?unknown',
    ]);
  });

  it('duration: between two dates at the precision both have', async () => {
    const field = `  - { to: duration_months, from: [In, Out], operation: duration }`;
    const rows = [
      ['1', '2014-01-15', '2015-03-18'],
      ['2', '2014-01', '2015-03-18'],
      ['3', '2012', '2015-03'],
      ['4', '2016', '2015'],
    ];
    const { records, findings } = await run(field, ['Id', 'In', 'Out'], rows);
    expect(records.map((record) => record.duration_months)).toEqual(['14', '14', '36']);
    expect(findings.find(({ code }) => code === 'D02')?.row).toBe(5);
  });

  it('flags: a tick list says no, any other empty flag says nothing', async () => {
    const field = (unticked: string) =>
      `  - { to: means_of_control, operation: flags, columns: { X: threats }, yes: ["1", oui], no: ["0"]${unticked} }`;
    expect(await cells(field(''), ['1', 'OUI', '0', '', 'refus'], 'means_of_control.threats')).toEqual([
      'yes',
      'yes',
      'no',
      '?unknown',
      '?refused',
    ]);
    expect(await cells(field(', unticked: no'), ['1', '', '-99'], 'means_of_control.threats')).toEqual([
      'yes',
      'no',
      '?unknown',
    ]);
    expect(await cells(field(''), ['1', '0', ''], 'means_of_control.known')).toEqual(['yes', 'yes', '?unknown']);
    expect(await cells(field(''), ['1'], 'means_of_control.debt_bondage')).toEqual(['?not_asked']);
  });

  it('flags: a combined column fills both, and its yes beside a no is E07', async () => {
    const field = `  - { to: exploitation_type, operation: flags, columns: { L: forced_labour, S: sexual_exploitation, Both: [forced_labour, sexual_exploitation] }, yes: "1", no: "0" }`;
    const { records, findings } = await run(
      field,
      ['Id', 'L', 'S', 'Both'],
      [
        ['1', '', '', '1'],
        ['2', '1', '0', '0'],
        ['3', '1', '0', '1'],
      ],
    );
    expect(
      records.map((record) => [
        record['exploitation_type.forced_labour'],
        record['exploitation_type.sexual_exploitation'],
        record.purpose_summary,
      ]),
    ).toEqual([
      ['yes', 'yes', 'labour_and_sexual'],
      ['yes', 'no', 'labour'],
    ]);
    expect(findings.filter(({ code }) => code === 'E07').map(({ row, severity }) => [row, severity])).toEqual([
      [4, 'error'],
    ]);
  });

  it('first_of: records which source spoke', async () => {
    const field = `
  - to: country_of_exploitation
    operation: first_of
    basis: country_of_exploitation_basis
    chain:
      - { from: A, operation: country, basis: stated }
      - { from: B, operation: country, basis: proxy_mission }`;
    const { records } = await run(
      field,
      ['Id', 'A', 'B'],
      [
        ['1', 'TH', 'KH'],
        ['2', '', 'KH'],
        ['3', '', ''],
      ],
    );
    expect(records.map((record) => [record.country_of_exploitation, record.country_of_exploitation_basis])).toEqual([
      ['THA', 'stated'],
      ['KHM', 'proxy_mission'],
      ['?unknown', '?unknown'],
    ]);
  });

  it('when: one rule or another by a third column', async () => {
    const field = `
  - to: guardian_consent
    operation: when
    column: Child
    is: [oui]
    then: { from: X, operation: recode, values: { oui: yes, non: no } }`;
    const { records } = await run(
      field,
      ['Id', 'X', 'Child'],
      [
        ['1', 'oui', 'oui'],
        ['2', 'oui', 'non'],
        ['3', 'non', 'OUI'],
      ],
    );
    expect(records.map((record) => record.guardian_consent)).toEqual(['yes', '?not_applicable', 'no']);
  });

  it('copy: a raw case number never passes for a record key', async () => {
    const mapping = `${head}\nfields:\n  - { to: record_key, from: X, operation: copy }\n  - { to: source_kind, operation: constant, value: hotline }`;
    const table = textTable(
      ['X'],
      async function* () {
        yield { row: 2, cells: ['KH-2015-00417'] };
        yield { row: 3, cells: ['ab'.repeat(32)] };
      },
      { name: 'x', format: 'csv' },
    );
    const mapped = mapTable(table, parseMapping(mapping, 'm.yaml'), { today: '2026-01-31' });
    const codes: (string | number | null)[] = [];
    for await (const block of mapped.blocks) for (const { code, row } of block.findings) codes.push(code, row);
    expect(codes.slice(0, 2)).toEqual(['C01', 2]);
  });
});

describe('mapTable', () => {
  const sexField = '  - { to: sex, from: Sexe, operation: recode, values: { F: female, M: male } }';

  it('names columns that the mapping does not, and lets none of their cells through', async () => {
    const header = ['Id', 'Sexe', 'Nom', 'Couleur'];
    const result = await run(sexField, header, [['A-1', 'F', 'canary-name', 'canary-colour']], {
      tail: 'drop: [Nom]',
      keepValues: true,
    });
    expect(result.discarded).toEqual(['Couleur']);
    expect(JSON.stringify([result.records, result.findings, result.summary])).not.toMatch(/canary|A-1/);
    expect(result.records[0]?.record_key).toMatch(/^unkeyed-1$/);
  });

  it('keys records with the contributor’s secret, the same each time', async () => {
    const recordKeySecret = new Uint8Array(32).fill(3);
    const [first, second] = await Promise.all(
      [1, 2].map(() =>
        run(
          sexField,
          ['Id', 'Sexe'],
          [
            ['A-1', 'F'],
            ['A-2', 'F'],
          ],
          { recordKeySecret },
        ),
      ),
    );
    expect(first?.records.map((record) => record.record_key)).toEqual(
      second?.records.map((record) => record.record_key),
    );
    expect(new Set(first?.records.map((record) => record.record_key)).size).toBe(2);
    expect(first?.records[0]?.record_key).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds back a row with an error and counts it', async () => {
    const { records, summary, findings } = await run(
      sexField,
      ['Id', 'Sexe'],
      [
        ['1', 'F'],
        ['2', 'X'],
        ['', 'M'],
        ['4', 'M'],
      ],
    );
    expect(records.map((record) => record.sex)).toEqual(['female', 'male']);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, row }) => [code, row])).toEqual([
      ['C01', 3],
      ['K01', 4],
    ]);
    expect(summary).toMatchObject({ rowsRead: 4, rowsKept: 2, findings: { C01: { severity: 'error', count: 1 } } });
    expect((summary as { counts: Record<string, unknown> }).counts.sex).toEqual({ female: 1, male: 1 });
    expect((summary as { counts: Record<string, unknown> }).counts.record_key).toBeUndefined();
  });

  it('keeps a value in a finding only where asked, and masks what looks like text about a person', async () => {
    const rows = [
      ['1', 'W'],
      ['2', 'she was brought here by her uncle in May'],
    ];
    const shown = await run(sexField, ['Id', 'Sexe'], rows, { keepValues: true });
    expect(shown.findings.filter(({ code }) => code === 'C01').map(({ value }) => value)).toEqual([
      'W',
      '(40 characters)',
    ]);
    const hidden = await run(sexField, ['Id', 'Sexe'], rows);
    expect(hidden.findings.filter(({ code }) => code === 'C01').every((finding) => !('value' in finding))).toBe(true);
  });

  it('refuses a file without a mapped column once all findings were shown, and gives out no row', async () => {
    const rows = [['1', 'F']];
    const reported = await run(sexField, ['Id', 'Sex'], rows);
    expect(reported.findings[0]).toMatchObject({
      code: 'F02',
      severity: 'stop',
      args: { column: 'Sexe', problem: 'absent' },
    });
    expect(reported.records).toEqual([]);
    const refused = await run(sexField, ['Id', 'Sex'], rows, { onStop: 'refuse' });
    expect(refused.summary).toBeInstanceOf(Refusal);
    expect((refused.summary as Refusal).message).toMatch(/cases\.csv: nothing was taken, because of F02 × 1/);
  });

  it('stops where a mapped column comes twice', async () => {
    const { findings } = await run(sexField, ['Id', 'Sexe', 'Sexe (2)'], [['1', 'F', 'M']]);
    expect(findings[0]).toMatchObject({ code: 'F02', args: { problem: 'twice' } });
  });

  it('leaves variables of absent columns not asked where the mapping allows', async () => {
    const field =
      '  - { to: sex, from: Sexe, operation: recode, values: { F: female }, optional: true }\n  - { to: referral_source, from: Ref, operation: recode, values: { A: self }, absent: ?unknown }';
    const { records } = await run(field, ['Id'], [['1']]);
    expect(records[0]).toMatchObject({ sex: '?not_asked', 'referral_source.self': '?unknown' });
  });

  it('puts never asked and sometimes asked apart from unknown', async () => {
    const field = `${sexField}\n  - { to: gender, from: G, operation: recode, values: { W: woman } }\n  - { to: registration_quarter, from: D, operation: date_to_quarter }`;
    const tail = 'coverage:\n  never: [education_level, { variable: gender, before: 2017 }]\n  sometimes: [sex]';
    const { records } = await run(
      field,
      ['Id', 'Sexe', 'G', 'D'],
      [
        ['1', '', '', '2015'],
        ['2', 'NSP', 'W', '2015-04'],
      ],
      { tail },
    );
    expect(
      records.map(({ sex, gender, education_level, registration_quarter }) => [
        sex,
        gender,
        education_level,
        registration_quarter,
      ]),
    ).toEqual([
      ['?not_asked', '?not_asked', '?not_asked', '?unknown'],
      ['?unknown', 'woman', '?not_asked', '2015-Q2'],
    ]);
  });

  it('turns sectors into not applicable where every type that has sectors is no', async () => {
    const field = `
  - { to: exploitation_type, operation: flags, columns: { L: forced_labour, S: sexual_exploitation }, yes: "1", no: "0" }
  - { to: labour_sector, operation: flags, columns: { C: construction }, yes: "1", no: "0" }`;
    const { records } = await run(
      field,
      ['Id', 'L', 'S', 'C'],
      [
        ['1', '0', '1', '0'],
        ['2', '', '1', '0'],
        ['3', '1', '0', '0'],
      ],
    );
    expect(records.map((record) => [record['labour_sector.construction'], record['labour_sector.known']])).toEqual([
      ['?not_applicable', '?not_applicable'],
      ['no', 'yes'],
      ['no', 'yes'],
    ]);
  });

  it('keys published rows by their place and keeps what rules between variables doubt', async () => {
    const published = `mapping: open-file\norigin: published\nsource: { missing: { "": unknown } }`;
    const mapping = parseMapping(
      `${published}\nfields:\n  - { to: source_kind, operation: constant, value: legacy }\n  - { to: registration_year, from: Y, operation: date_to_year }`,
      'p.yaml',
    );
    const table = textTable(
      ['Y'],
      async function* () {
        yield { row: 2, cells: ['2015'] };
        yield { row: 3, cells: ['2015'] };
      },
      { name: 'open.csv', format: 'csv' },
    );
    const keys: string[] = [];
    for await (const block of mapTable(table, mapping, { today: '2026-01-31' }).blocks) {
      const column = block.columns.find(({ id }) => id === 'record_key');
      for (let row = 0; row < block.rows; row++) keys.push(column?.dictionary[column.codes[row] as number] as string);
    }
    expect(keys).toEqual(['row-1', 'row-2']);
  });

  it('refuses a mapping of another contributor, and a variable outside the agreement', async () => {
    const agreement = { contributor: 'other', validFrom: null, validTo: null, dataCategories: null };
    await expect(run(sexField, ['Id', 'Sexe'], [['1', 'F']], { agreement })).rejects.toThrow(/agreement is with other/);
    const narrow = {
      ...agreement,
      contributor: 'example-agency',
      dataCategories: ['source_kind', 'registration_year', 'trafficking_status', 'exploitation_type'],
    };
    await expect(run(sexField, ['Id', 'Sexe'], [['1', 'F']], { agreement: narrow })).rejects.toMatchObject({
      code: 'agreement-categories',
      exit: 3,
    });
    const { records } = await run('', ['Id'], [['1']], { agreement: narrow });
    expect(Object.keys(records[0] ?? {})).toEqual(expect.arrayContaining(['record_key', 'registration_year']));
    expect(Object.keys(records[0] ?? {})).not.toContain('sex');
  });

  it('stops when asked to', async () => {
    const reason = new Error('enough');
    await expect(run(sexField, ['Id', 'Sexe'], [['1', 'F']], { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('gives every cell a text of its column’s domain or a missing reason, whatever the file holds', async () => {
    const field = `${sexField}
  - { to: age_at_registration, from: Age, operation: number, unit: years }
  - { to: citizenship, from: Pays, operation: country, separators: [";"] }
  - { to: country_of_exploitation, from: Ou, operation: country }
  - { to: exploitation_type, from: Type, operation: split, separators: ["/"], values: { a: forced_labour, b: [servitude, sexual_exploitation], "-": ?unknown } }
  - { to: duration_months, from: Duree, operation: duration, unit: months }`;
    const header = ['Id', 'Sexe', 'Age', 'Pays', 'Ou', 'Type', 'Duree'];
    const pool = [
      '',
      'F',
      'M',
      '16 ans',
      '44',
      'TH',
      'Cambodge;TH',
      'a',
      'a/b',
      '-',
      '1 an',
      '7',
      'NSP',
      'zz',
      '"',
      '\u0000',
      '٣',
      '__proto__',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(...header.map(() => fc.oneof(fc.constantFrom(...pool), fc.string()))), { maxLength: 30 }),
        async (rows) => {
          const { records, summary } = await run(field, header, rows);
          if (summary instanceof Refusal) throw summary;
          expect(summary.rowsRead).toBe(rows.length);
          expect(summary.rowsKept).toBe(records.length);
          for (const record of records) {
            for (const [column, cell] of Object.entries(record))
              if (cell === '' || cell === undefined) throw new Error(`${column} is blank`);
            expect(record.sex_or_gender).toBe(record.sex);
            const isAged = !(record.age_at_registration as string).startsWith('?');
            if (isAged)
              expect(record.majority_at_registration).toBe(Number(record.age_at_registration) < 18 ? 'child' : 'adult');
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
