import { describe, expect, it } from 'vitest';
import { textTable } from '../readers/text-table.ts';
import { cells, head, run } from './fixture-run.ts';
import { mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

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
