import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { crosswalkOf } from './crosswalk.ts';
import { parseMapping } from './parse-mapping.ts';

const folder = fileURLToPath(new URL('../../../../mappings/', import.meta.url));

const mapping = (fields: string) =>
  parseMapping(
    `mapping: invented
contributor: invented
fields:
  - { to: record_key, from: No, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: hotline }
  - { to: registration_year, from: Day, operation: date_to_year }
${fields}
`,
    'invented.yaml',
  );
const lineOf = (fields: string, to: string) => crosswalkOf(mapping(fields)).lines.filter((line) => line.to === to);

describe('crosswalkOf', () => {
  it('marks what is given up on purpose and what is the same for all', () => {
    const { lines } = crosswalkOf(mapping(''));
    expect(lines.map(({ losses }) => losses)).toEqual([['one_way'], ['constant'], ['coarser']]);
  });

  it('marks values that become one, and a value without a place', () => {
    const [line] = lineOf(
      '  - { to: sex, from: S, operation: recode, values: { M: male, H: male, F: female, X: "?unknown" } }',
      'sex',
    );
    expect(line?.losses).toEqual([]);
    expect(line?.pairs).toEqual([
      { theirs: 'M', ours: ['male'], losses: ['merged'] },
      { theirs: 'H', ours: ['male'], losses: ['merged'] },
      { theirs: 'F', ours: ['female'], losses: [] },
      { theirs: 'X', ours: ['?unknown'], losses: ['dropped'] },
    ]);
  });

  it('marks a column that says two things, and a source that stands in', () => {
    const fields = `  - to: exploitation_type
    operation: flags
    "yes": ["1"]
    "no": ["0"]
    columns: { both: [forced_labour, sexual_exploitation], work: forced_labour }
  - to: country_of_exploitation
    operation: first_of
    basis: country_of_exploitation_basis
    chain:
      - { from: Where, operation: country, basis: stated }
      - { from: Office, operation: country, basis: proxy_screening }`;
    const [flags] = lineOf(fields, 'exploitation_type');
    expect(flags?.pairs.map(({ losses }) => losses)).toEqual([['combined'], []]);
    expect(lineOf(fields, 'country_of_exploitation').map(({ from, losses }) => [from, losses])).toEqual([
      [['Where'], []],
      [['Office'], ['stand_in']],
    ]);
  });

  it('is what mappings/crosswalks.json holds for every shipped mapping', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'canonical.yaml');
    const made = names.sort().map((name) => crosswalkOf(parseMapping(readFileSync(`${folder}${name}`, 'utf8'), name)));
    expect(JSON.parse(readFileSync(`${folder}crosswalks.json`, 'utf8'))).toEqual(made);
  });
});
