import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMapping } from '../mapping/parse-mapping.ts';
import { foldedText } from '../readers/header.ts';
import { textTable } from '../readers/text-table.ts';
import type { RawTable } from '../table.ts';
import { suggestMapping } from './suggest-mapping.ts';

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): RawTable {
  return textTable(
    header,
    async function* () {
      for (const [at, cells] of rows.entries()) yield { row: at + 2, cells };
    },
    { name: 'file', format: 'csv' },
  );
}

describe('suggestMapping', () => {
  it('drafts something that parses from any table', async () => {
    for (const [header, rows] of [
      [['a'], []],
      [['NE'], []],
      [['Name'], [['x'], ['y']]],
      [['a', 'b'], [['1', '2']]],
      [
        ['yes', 'no: "x"', "it's # odd"],
        [
          ['y', 'n', '{a}'],
          ['y', 'n', '[b]'],
        ],
      ],
      [
        ['Sexe', 'Sexe (2)', 'Sexo'],
        [
          ['F', 'F', 'F'],
          ['H', 'H', 'H'],
        ],
      ],
    ] as const) {
      const { mapping } = await suggestMapping(tableOf(header, rows), 'x: y');
      expect(() => parseMapping(mapping, 'x'), mapping).not.toThrow();
    }
  });

  it('drafts something that parses from whatever a file holds', async () => {
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('yes', 'no', '1', 'F', 'Sexe', '2015-01-02', 'age', 'Type', '#', ': ', '"', '?x'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          text.map(foldedText).filter((name) => name !== ''),
          { minLength: 1, maxLength: 6 },
        ),
        fc.array(fc.array(text, { minLength: 6, maxLength: 6 }), { maxLength: 8 }),
        async (header, rows) => {
          const { mapping } = await suggestMapping(tableOf(header, rows), 'any');
          parseMapping(mapping, 'any');
        },
      ),
      { numRuns: 60 },
    );
  });
});
