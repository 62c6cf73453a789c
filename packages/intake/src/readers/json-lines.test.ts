import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonLinesOptions, readJsonLines } from './json-lines.ts';
import { parseJsonObject } from './json-text.ts';

async function read(content: string, options: Partial<JsonLinesOptions> = {}, chunk = 1000) {
  const bytes = new TextEncoder().encode(content);
  const source = async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };
  const table = await readJsonLines(source, { name: 'calls.jsonl', ...options });
  const rows: string[][] = [];
  const problems: unknown[] = [];
  for await (const block of table.rows) {
    for (let row = 0; row < block.rows; row++)
      rows.push(block.columns.map(({ dictionary, codes }) => dictionary[codes[row] as number] as string));
    problems.push(...block.findings.map(({ row, args }) => [row, args.problem]));
  }
  return { columns: table.columns, rows, problems };
}

describe('readJsonLines', () => {
  it('reads objects of different keys, keeping numbers as they are written', async () => {
    const result = await read(
      '{"case_id": 88213, "person_no": 1.10}\n\n{"level":"High","case_id":"é\\n😀","ok":true,"no":null}',
    );
    expect(result.columns).toEqual(['case_id', 'person_no', 'level', 'ok', 'no']);
    expect(result.rows).toEqual([
      ['88213', '1.10', '', '', ''],
      ['é\n😀', '', 'High', 'true', ''],
    ]);
  });

  it('joins declared lists and nothing else', async () => {
    const lists = { tactics: '; ' };
    const { rows, problems } = await read(
      '{"tactics":["a","b"],"x":1}\n{"tactics":["a; b"]}\n{"x":["a"]}\n{"x":{"y":1}}\n{"tactics":[["a"]]}\n{"tactics":[]}',
      { lists },
    );
    expect(rows).toEqual([
      ['a; b', '1'],
      ['', ''],
    ]);
    expect(problems).toEqual([
      [2, 'separator_in_list'],
      [3, 'nested_value'],
      [4, 'nested_value'],
      [5, 'nested_value'],
    ]);
  });

  it.each([
    ['{"a":1,"a":2}', 'duplicate_key'],
    ['{"__proto__":{"x":1}}', 'reserved_key'],
    ['{"a":{"constructor":1}}', 'reserved_key'],
    [`{"a":${'['.repeat(100_000)}`, 'too_deep'],
    ['{"a":01}', 'not_json'],
    ['{"a":1,}', 'not_json'],
    ["{'a':1}", 'not_json'],
    ['{"a":"\\ud800"}', 'not_json'],
    ['{"a":NaN}', 'not_json'],
    ['{"a":1} x', 'not_json'],
    ['{"a":"x', 'not_json'],
    ['[1]', 'not_an_object'],
    ['3', 'not_an_object'],
  ])('reports %.40s', async (line, problem) => {
    expect((await read(`{"a":1}\n${line}\n`)).problems).toEqual([[2, problem]]);
  });

  it('gives the same rows however the bytes are cut', async () => {
    const content = '{"a":"é😀"}\r\n{"b":"x"}\n';
    const whole = await read(content);
    for (let chunk = 1; chunk < 9; chunk++) expect(await read(content, {}, chunk)).toEqual(whole);
  });

  it('refuses a file without objects', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toThrow(Refusal);
  });
});

describe('parseJsonObject', () => {
  it('reads what JSON.parse reads', () => {
    const flat = fc.dictionary(
      fc.string().filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key)),
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
      ),
    );
    fc.assert(
      fc.property(flat, fc.constantFrom(undefined, 1), (object, indent) => {
        const parsed = parseJsonObject(JSON.stringify(object, null, indent), 16);
        if (!('entries' in parsed)) throw new Error(parsed.problem);
        for (const [key, value] of Object.entries(object)) {
          const entry = parsed.entries.get(key);
          const text = entry?.kind === 'text' ? entry.text : undefined;
          expect(text).toBe(value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
        }
        expect(parsed.entries.size).toBe(Object.keys(object).length);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `{"a":${text}}`),
        ),
        (text) => {
          const parsed = parseJsonObject(text, 16);
          let isObject = false;
          try {
            const value: unknown = JSON.parse(text);
            isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
          } catch {
            isObject = false;
          }
          if (!isObject) expect('problem' in parsed).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
