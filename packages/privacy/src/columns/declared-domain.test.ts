import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTable } from './case-table.ts';
import { tableFromCsv } from './csv-table.ts';
import { firstDeclaredZero, type StructuralZero, zeroCellsOf } from './declared-domain.ts';
import { parseDeclaredDomain, parseDomainFile } from './domain-file.ts';

fc.configureGlobal({ seed: 20_160_520 });

const columns = {
  age: ['child', 'adult'],
  married: ['yes', 'no'],
  type: ['sexual', 'labour', 'other'],
  means: ['force', 'debt', 'none'],
  code: 3,
};

const parse = (extra: object, base: object = columns) =>
  parseDeclaredDomain(JSON.stringify({ ...base, ...extra }), 'D.json');
const zeros = (...rules: readonly unknown[]) => parse({ $structuralZeros: rules }).structuralZeros;

describe('$structuralZeros', () => {
  it('says that one column has one code whenever another has some', () => {
    // Row-major over type × means.
    expect(zeros({ when: { type: 'other' }, only: { means: 'none' } })).toEqual([
      { set: ['type', 'means'], cells: [6, 7] },
    ]);
    expect(zeros({ when: { means: ['none'] }, only: { type: ['other', 'labour'] } })).toEqual([
      { set: ['type', 'means'], cells: [2] },
    ]);
  });

  it('says it of several columns at once', () => {
    expect(zeros({ when: { age: 'child', type: 'labour' }, only: { married: 'no', means: ['debt', 'none'] } })).toEqual(
      [
        { set: ['age', 'married', 'type'], cells: [1] },
        { set: ['age', 'type', 'means'], cells: [3] },
      ],
    );
  });

  it('forbids combinations, whatever order the columns are named in', () => {
    const expected = [{ set: ['age', 'married'], cells: [0] }];
    expect(zeros({ never: { married: 'yes', age: ['child'] } })).toEqual(expected);
    expect(zeros({ columns: ['married', 'age'], cells: [['yes', 'child']] })).toEqual(expected);
    expect(
      zeros({
        columns: ['code', 'age'],
        cells: [
          [2, 'adult'],
          ['0', 'child'],
        ],
      }),
    ).toEqual([{ set: ['age', 'code'], cells: [0, 5] }]);
  });

  it('joins rules over the same columns', () => {
    const joined = zeros(
      { never: { age: 'child', married: 'yes' } },
      {
        columns: ['age', 'married'],
        cells: [
          ['child', 'yes'],
          ['adult', 'no'],
        ],
      },
    );
    expect(joined).toEqual([{ set: ['age', 'married'], cells: [0, 3] }]);
  });

  it.each<[string, unknown, RegExp]>([
    ['rules that are no list', { $structuralZeros: {} }, /D\.json: \$structuralZeros is a list of rules; write/],
    ['a rule that is no object', { $structuralZeros: ['a'] }, /rule 1: it is not an object; write/],
    ['a rule of no known form', { $structuralZeros: [{ if: {} }] }, /rule 1: it is of no known form; write/],
    ['half a rule', { $structuralZeros: [{ when: { age: 'child' } }] }, /of no known form/],
    [
      'an unknown column',
      { $structuralZeros: [{ never: { age: 'child', sex: 'f' } }] },
      /column 'sex', which the domain/,
    ],
    [
      'an unknown code',
      { $structuralZeros: [{ never: { age: 'old', married: 'yes' } }] },
      /a code of the column 'age'/,
    ],
    [
      'a code that is no text',
      { $structuralZeros: [{ never: { age: [null], married: 'yes' } }] },
      /a code of the column/,
    ],
    ['no code', { $structuralZeros: [{ never: { age: [], married: 'yes' } }] }, /no code of the column 'age'/],
    ['one column', { $structuralZeros: [{ never: { age: 'child' } }] }, /one column only; leave a code/],
    [
      'a column twice',
      { $structuralZeros: [{ columns: ['age', 'age'], cells: [['child', 'child']] }] },
      /a column twice/,
    ],
    [
      'a column on both sides',
      { $structuralZeros: [{ when: { age: 'child' }, only: { age: 'child' } }] },
      /both "when"/,
    ],
    ['a short cell', { $structuralZeros: [{ columns: ['age', 'married'], cells: [['child']] }] }, /exactly one code/],
    ['no cell', { $structuralZeros: [{ columns: ['age', 'married'], cells: [] }] }, /"cells" as a list/],
    [
      'everything forbidden',
      { $structuralZeros: [{ never: { age: ['child', 'adult'], married: ['yes', 'no'] } }] },
      /no combination of 'age', 'married' possible; take a rule back/,
    ],
    [
      'more cells than can be listed',
      { a: 2000, b: 1000, $structuralZeros: [{ never: { a: 1, b: 1 } }] },
      /more than 1048576 cells; name fewer columns/,
    ],
  ])('refuses %s, naming file and rule', (_what, extra, says) => {
    expectRefusal(() => parse(extra as object), says);
  });
});

describe('$hierarchies', () => {
  const groups = { worse: ['sexual', 'labour'], better: ['other'] };

  it('puts every code into one group of a parent', () => {
    const { hierarchies, structuralZeros } = parse({ $hierarchies: { type: { parent: 'kind', groups } } });
    expect(hierarchies).toEqual([{ column: 'type', parent: 'kind', groups: ['worse', 'better'], groupOf: [0, 0, 1] }]);
    expect(structuralZeros).toEqual([]);
  });

  it('forbids a code beside another group than its own where the parent is a column', () => {
    const after = parse({ kind: ['better', 'worse', 'unknown'], $hierarchies: { type: { parent: 'kind', groups } } });
    expect(after.structuralZeros).toEqual([{ set: ['type', 'kind'], cells: [0, 2, 3, 5, 7, 8] }]);
    const before = parseDeclaredDomain(
      JSON.stringify({ kind: ['better', 'worse'], ...columns, $hierarchies: { type: { parent: 'kind', groups } } }),
      'D.json',
    );
    expect(before.structuralZeros).toEqual([{ set: ['kind', 'type'], cells: [0, 1, 5] }]);
  });

  it.each<[string, unknown, RegExp]>([
    ['what is no object', [], /D\.json: \$hierarchies is an object; write/],
    ['an unknown column', { sex: { parent: 'kind', groups } }, /column 'sex': the domain does not declare/],
    ['no groups', { type: { parent: 'kind' } }, /column 'type': write \{"parent"/],
    ['a further member', { type: { parent: 'kind', groups, level: 1 } }, /write \{"parent"/],
    ['itself as its parent', { type: { parent: 'type', groups } }, /needs a name of its own/],
    ['an empty group', { type: { parent: 'kind', groups: { ...groups, none: [] } } }, /group 'none' is not a list/],
    ['an unknown code', { type: { parent: 'kind', groups: { all: ['else'] } } }, /'all' has a code that the domain/],
    ['a code in two groups', { type: { parent: 'kind', groups: { ...groups, more: ['other'] } } }, /'other' is in two/],
    ['a code in none', { type: { parent: 'kind', groups: { worse: ['sexual'] } } }, /'labour' is in no group/],
    ['groups that the parent lacks', { type: { parent: 'age', groups } }, /'age' has no code 'worse'/],
    [
      'a ring',
      {
        age: { parent: 'married', groups: { yes: ['child'], no: ['adult'] } },
        married: { parent: 'age', groups: { child: ['yes'], adult: ['no'] } },
      },
      /its own parent in the end/,
    ],
    [
      'one parent of two columns',
      { type: { parent: 'kind', groups }, age: { parent: 'kind', groups: { all: ['child', 'adult'] } } },
      /two columns have the parent 'kind'/,
    ],
  ])('refuses %s, naming file and column', (_what, $hierarchies, says) => {
    expectRefusal(() => parse({ $hierarchies }), says);
  });
});

describe('parseDomainFile', () => {
  it('gives the columns alone of a file that says more', () => {
    const text = JSON.stringify({ a: 2, b: 2, $structuralZeros: [{ never: { a: 0, b: 1 } }] });
    expect(parseDomainFile(text, 'D.json')).toEqual({ a: ['0', '1'], b: ['0', '1'] });
  });

  it('refuses a rule that is wrong all the same', () => {
    expectRefusal(() => parseDomainFile('{"a": 2, "$structuralZeros": 3}', 'D.json'), /list of rules/);
    expectRefusal(() => parseDomainFile('{"a": 2, "$structuralZero": [{}]}', 'D.json'), /column '\$structuralZero'/);
  });
});

describe('zeroCellsOf', () => {
  it('gives the cells of a larger table that a smaller rule forbids', () => {
    const sizes = [2, 3, 2];
    const domains = Object.fromEntries(
      sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, c) => `${c}`)]),
    );
    const names = Object.keys(domains);
    const rule = fc
      .tuple(fc.uniqueArray(fc.nat(2), { minLength: 2, maxLength: 3 }), fc.array(fc.nat(11), { minLength: 1 }))
      .map(([axes, cells]): StructuralZero => {
        const set = names.filter((_, at) => axes.includes(at));
        const count = axes.reduce((product, axis) => product * (sizes[axis] as number), 1);
        return { set, cells: [...new Set(cells.map((cell) => cell % count))] };
      });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), (structuralZeros) => {
        // Every record of the domain, one after the other, tried by the check that data go through.
        const forbidden: number[] = [];
        for (let cell = 0; cell < 12; cell++) {
          const codes = [Math.floor(cell / 6), Math.floor(cell / 2) % 3, cell % 2];
          const table = caseTable(
            domains,
            Object.fromEntries(names.map((name, at) => [name, Uint8Array.of(codes[at] as number)])),
          );
          if (firstDeclaredZero(table, structuralZeros)) forbidden.push(cell);
        }
        expect(zeroCellsOf(domains, structuralZeros, names)).toEqual(forbidden);
      }),
    );
    expect(zeroCellsOf(domains, [{ set: ['v0', 'v2'], cells: [1] }], ['v0', 'v1'])).toEqual([]);
  });
});

describe('tableFromCsv', () => {
  it('refuses a record that the domain declares impossible, by its row and without its values', async () => {
    const { domains, structuralZeros } = parseDeclaredDomain(
      JSON.stringify({
        age: columns.age,
        married: columns.married,
        $structuralZeros: [{ never: { age: 'child', married: 'yes' } }],
      }),
      'D.json',
    );
    const read = (csv: string) => tableFromCsv([csv], 'cases.csv', domains, { structuralZeros });
    expect((await read('age,married\nadult,yes\nchild,no\n')).table.rows).toBe(2);
    const refused = read('age,married\nadult,yes\nchild,no\nchild,yes\n');
    await expect(refused).rejects.toThrow("cases.csv, row 4: columns 'age', 'married' hold a combination");
    await expect(refused).rejects.not.toThrow('child');
  });
});

function expectRefusal(work: () => unknown, says: RegExp): void {
  expect(work).toThrow(Refusal);
  expect(work).toThrow(says);
}
