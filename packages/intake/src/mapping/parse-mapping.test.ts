import { Refusal } from '@casebridge/refusal';
import { describe, expect, it } from 'vitest';
import { parseMapping } from './parse-mapping.ts';

const valid = `mapping: test
fields:
  - { to: record_key, from: Id, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: hotline }
`;

function message(text: string): string {
  try {
    parseMapping(text, 'agency.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).message;
  }
  throw new Error('the mapping was accepted');
}

describe('parseMapping', () => {
  it('keeps every scalar as the text it is', () => {
    const text = `${valid}  - { to: citizenship, from: C, operation: country, aliases: { NO: NOR, 010: NAM, null: FRA, 1e3: ITA } }\n`;
    expect(parseMapping(text, 'agency.yaml').fields.at(-1)?.rule).toMatchObject({
      aliases: { NO: 'NOR', '010': 'NAM', null: 'FRA', '1e3': 'ITA' },
    });
  });

  it('reads JSON as well', () => {
    const json = JSON.stringify({
      mapping: 'test',
      fields: [
        { to: 'record_key', from: ['A', 'B'], operation: 'keyed_hash' },
        { to: 'source_kind', operation: 'constant', value: 'hotline' },
      ],
    });
    expect(parseMapping(json, 'agency.json').fields[0]?.rule.from).toEqual(['A', 'B']);
  });

  it.each([
    ['mapping: x\nfields: [', /line \d+: this is not valid YAML/],
    ['mapping: x\nmapping: y\n', /line 2: a key is given twice/],
    ['- a\n', /line 1: a mapping is a list of named parts/],
    [`a: &x 1\nb: *x\n`, /line 2: anchors and aliases/],
    ['fields: []\n', /line 1: a mapping needs 'mapping'/],
    [`${valid}feilds: []\n`, /line 5: 'feilds' is not a part of a mapping; it may have .*fields/],
    [`${valid}  - { to: sexe, from: S, operation: copy }\n`, /line 5: the standard has no variable 'sexe'/],
    [
      `${valid}  - { to: sex, from: S, operation: recod }\n`,
      /line 5: 'operation' of a field is 'recod'; it must be one of copy/,
    ],
    [
      `${valid}  - { to: sex, from: S, operation: recode, values: { M: man } }\n`,
      /line 5: 'man' is not a code of 'sex' \(female, male, intersex\)/,
    ],
    [
      `${valid}  - { to: sex, from: S, operation: recode, values: { M: "?dunno" } }\n`,
      /'\?dunno' is not a missing reason/,
    ],
    [
      `${valid}  - { to: sex, from: S, operation: recode, values: { B: [male, female] } }\n`,
      /'sex' holds one value; the table gives it 2/,
    ],
    [`${valid}  - { to: sex, from: S, operation: recode, vales: { M: male } }\n`, /'vales' is not a part of a field/],
    [
      `${valid}  - { to: birth_date, from: DOB, operation: copy }\n`,
      /line 5: 'birth_date' identifies a person and is never mapped/,
    ],
    [
      `${valid}  - { to: purpose_summary, from: P, operation: copy }\n`,
      /'purpose_summary' is worked out from exploitation_type/,
    ],
    [`${valid}  - { to: exploitation_type.none, from: P, operation: copy }\n`, /no column 'exploitation_type.none'/],
    [
      `${valid}  - { to: record_key, from: P, operation: keyed_hash }\n`,
      /line 5: 'record_key' was filled in line 3 already/,
    ],
    [
      `${valid}  - { to: gender, from: P, operation: flags, columns: { A: woman } }\n`,
      /'flags' fills a many-valued variable/,
    ],
    [
      `${valid}  - { to: sex, from: [A, B], operation: recode, values: {} }\n`,
      /'recode' needs 1 column\(s\) under 'from', not 2/,
    ],
    [
      `${valid}  - { to: sex, from: N, operation: copy }\ndrop: [N]\n`,
      /line 5: the column 'N' is mapped here and listed under drop/,
    ],
    [
      `${valid}  - { to: sex, from: N, operation: copy }\ncoverage: { never: [sex] }\n`,
      /listed under coverage as never asked/,
    ],
    [`${valid}source: { missing: { x: dunno } }\n`, /line 5: 'dunno' is not a missing reason/],
    [`${valid}source: { header_row: 0 }\n`, /'header_row' of 'source' must be a whole number from 1/],
    [`${valid}standard: "2.0"\n`, /line 5: this is standard 1\.\d+, the mapping is for 2\.0/],
    [
      'mapping: x\nfields:\n  - { to: source_kind, operation: constant, value: hotline }\n',
      /no field fills 'record_key'/,
    ],
    [
      `${valid}  - { to: country_of_exploitation, operation: first_of, basis: country_of_exploitation_basis, chain: [{ from: A, operation: country, basis: guess }] }\n`,
      /'guess' is not a code of 'country_of_exploitation_basis'/,
    ],
  ])('refuses with file, line and what to do: %j', (text, expected) => {
    const found = message(text);
    expect(found).toMatch(/^agency\.yaml, line \d+: /);
    expect(found).toMatch(expected);
    expect(found).not.toContain('\n');
  });

  it('lets prototype names be plain names', () => {
    const text = `${valid}  - { to: sex, from: S, operation: recode, values: { __proto__: female, constructor: male } }\n`;
    const rule = parseMapping(text, 'agency.yaml').fields.at(-1)?.rule;
    expect(rule?.operation === 'recode' && Object.entries(rule.values)).toEqual([
      ['__proto__', ['female']],
      ['constructor', ['male']],
    ]);
  });
});
