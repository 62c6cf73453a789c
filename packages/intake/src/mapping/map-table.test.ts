import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTable } from '../readers/text-table.ts';
import { run } from './fixture-run.ts';
import { mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

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
