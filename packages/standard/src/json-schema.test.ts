import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { columnsOf, domainOf, toJsonSchema, variables } from './index.ts';

type Node = Readonly<Record<string, unknown>>;
const schema = toJsonSchema();
const properties = schema.properties as Readonly<Record<string, Node>>;
const definitions = schema.$defs as Readonly<Record<string, Node>>;

/** The few keywords the schema uses, enough to test what it accepts. */
function accepts(node: Node, value: string): boolean {
  if (typeof node.$ref === 'string')
    return accepts(definitions[node.$ref.replace('#/$defs/', '')] ?? { enum: [] }, value);
  if (Array.isArray(node.anyOf)) return node.anyOf.some((part: Node) => accepts(part, value));
  if (Array.isArray(node.oneOf)) return node.oneOf.filter((part: Node) => accepts(part, value)).length === 1;
  if (Array.isArray(node.enum)) return node.enum.includes(value);
  if (node.const !== undefined) return node.const === value;
  if (typeof node.pattern === 'string') return new RegExp(node.pattern, 'u').test(value);
  throw new Error(`unexpected schema ${JSON.stringify(node)}`);
}

describe('toJsonSchema', () => {
  it('has one property per column that may leave a contributor', () => {
    const expected = variables.filter(({ held }) => held !== 'edge').flatMap(({ id }) => columnsOf(id));
    expect(Object.keys(properties)).toEqual(expected);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).toContain('exploitation_type.known');
    expect(JSON.stringify(schema)).not.toMatch(/"(birth_date|free_text|registration_date)"/);
  });

  it('accepts exactly the declared domain of a column that has one', () => {
    for (const [column, node] of Object.entries(properties)) {
      let domain: readonly string[];
      try {
        domain = domainOf(column);
      } catch {
        continue;
      }
      for (const value of domain) expect(accepts(node, value), `${column} ${value}`).toBe(true);
      for (const value of ['', 'nonsense', '?because', 'Yes'])
        expect(accepts(node, value), `${column} '${value}'`).toBe(false);
    }
  });

  it.each([
    ['registration_year', ['2015', '?unknown'], ['15', '']],
    ['age_at_registration', ['0', '17', '?not_asked'], ['-1', '016', '17.5']],
    ['duration_months', ['0', '26', '12.5'], ['1e3', '5.25', '01']],
    ['citizenship', ['KHM', 'KHM THA', 'XXA'], ['KH', 'KHM,THA', 'KHM  THA']],
    ['registration_quarter', ['2015-Q1'], ['2015-Q5', '2015']],
    ['guardian_consent', ['yes', 'no', '?not_applicable'], ['true']],
  ])('tells right from wrong cells of %s', (column, right, wrong) => {
    for (const value of right) expect(accepts(properties[column] ?? {}, value), value).toBe(true);
    for (const value of wrong) expect(accepts(properties[column] ?? {}, value), value).toBe(false);
  });

  it('is the schema published in docs/api', () => {
    const file = new URL('../../../docs/api/standard-record.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(schema);
  });
});
