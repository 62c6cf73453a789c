import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindRowRule } from './row-rule.ts';
import type { RowSource } from './row-sources.ts';
import type { RecordView } from './rule.ts';

/** A source over texts that arrive block by block; its dictionary grows as they are met. */
function growingSource(name: string) {
  const dictionary: string[] = [];
  let codes: number[] = [];
  const source: RowSource = {
    name,
    size: () => dictionary.length,
    epoch: () => 0,
    codes: () => codes,
    cell: (code) => dictionary[code] ?? '',
    set: () => [],
  };
  return {
    source,
    use(texts: readonly string[]) {
      codes = texts.map((text) => {
        const at = dictionary.indexOf(text);
        return at < 0 ? dictionary.push(text) - 1 : at;
      });
    },
  };
}

/** A rule with no pattern a cache could get right by luck. */
function test(record: RecordView): { readonly sum: number } | null {
  const sum = ['a', 'b', 'c'].reduce((total, name, place) => total + (place + 1) * Number(record.cell(name)), 0);
  return sum % 7 === 3 ? { sum: sum % 5 } : null;
}

describe('bindRowRule', () => {
  it('decides every row as the rule itself does, however many combinations there are', () => {
    const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4000 })).map(String);
    const block = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const sources = ['a', 'b', 'c'].map(growingSource);
        const rule = bindRowRule(
          { code: 'X', severity: 'warn', about: null, test },
          sources.map(({ source }) => source),
          2016,
        );
        for (const rows of blocks) {
          for (const [place, source] of sources.entries()) source.use(rows.map((row) => row[place] ?? ''));
          const found: (readonly [number, unknown])[] = [];
          rule.check(rows.length, (row, args) => found.push([row, args]));
          const expected = rows.flatMap((row, at) => {
            const args = test({
              cell: (name) => row['abc'.indexOf(name)] ?? '',
              yes: () => [],
              scopeSource: 0,
              year: 2016,
            });
            return args ? [[at, args] as const] : [];
          });
          expect(found).toEqual(expected);
        }
      }),
    );
  });
});
