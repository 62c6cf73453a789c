import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, type ExampleRecord, exampleRecord, recordsOf } from './fixture.ts';
import { describeRecords, readRecords, writeRecords } from './record-file.ts';

const cell = fc.constantFrom('yes', 'no', '?unknown', '?refused', 'é', '', 'a"b', '\u{1f40c}', '=1+1');
const table = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 6 }), fc.infiniteStream(cell))
  .map(([rows, columns, cells]) =>
    Array.from({ length: rows }, (_, row): ExampleRecord => {
      const values = Array.from({ length: columns }, (_value, at) => [`c${at}`, cells.next().value ?? '']);
      return { record_key: `k${row}`, ...Object.fromEntries(values) };
    }),
  );

describe('writeRecords and readRecords', () => {
  it('give back every cell in order, however the records are cut into blocks', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (records, rowsPerBlock) => {
        const bytes = await writeRecords(blocksOf(records, rowsPerBlock));
        expect(await recordsOf(readRecords(bytes))).toEqual(records);
        expect(await writeRecords(blocksOf(records, 40))).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('keep rows and row groups apart beyond one group', async () => {
    const records = Array.from({ length: 40_000 }, (_, row) =>
      exampleRecord(`key-${row}`, { sex: row % 3 ? 'male' : 'female' }),
    );
    const bytes = await writeRecords(blocksOf(records, 7_001));
    let rows = 0;
    for await (const block of readRecords(bytes)) {
      expect(block.rows).toBeLessThanOrEqual(16_384);
      expect(block.sourceRows[0]).toBe(rows + 2);
      rows += block.rows;
    }
    expect(rows).toBe(40_000);
    expect((await recordsOf(readRecords(bytes)))[39_999]).toEqual(records[39_999]);
  });

  it('write a column of one value once, in the metadata', async () => {
    const records = Array.from({ length: 5000 }, (_, row) => exampleRecord(`key-${row}`));
    const bytes = await writeRecords(blocksOf(records, 5000));
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text.split('female').length - 1).toBe(1);
    expect(await recordsOf(readRecords(bytes))).toEqual(records);
  });

  it('hold one record', async () => {
    const bytes = await writeRecords(blocksOf([exampleRecord('only')]));
    expect(await recordsOf(readRecords(bytes))).toEqual([exampleRecord('only')]);
  });

  it('refuse bytes that are not such a file, wherever they are cut or changed', async () => {
    const records = Array.from({ length: 50 }, (_, row) =>
      exampleRecord(`key-${row}`, { sex: row % 2 ? 'male' : 'female' }),
    );
    const bytes = await writeRecords(blocksOf(records));
    for (let length = 0; length < bytes.length; length += 97)
      await expect(recordsOf(readRecords(bytes.subarray(0, length)))).rejects.toMatchObject({
        code: 'records-unreadable',
      });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        // Parquet has no checksum of its own: a changed byte may change a cell, but never breaks anything else.
        await recordsOf(readRecords(changed)).catch((error) =>
          expect(error).toMatchObject({ code: 'records-unreadable' }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('refuse blocks that differ in their columns', async () => {
    async function* blocks() {
      yield* blocksOf([exampleRecord('a')]);
      yield* blocksOf([{ record_key: 'b' }]);
    }
    await expect(writeRecords(blocks())).rejects.toThrow(TypeError);
  });
});

describe('describeRecords', () => {
  it('tells columns in their order and the number of records', async () => {
    const bytes = await writeRecords(blocksOf([exampleRecord('a'), exampleRecord('b')]));
    expect(await describeRecords(bytes)).toEqual({
      columns: ['record_key', 'registration_year', 'sex', 'exploitation_type.known'],
      rows: 2,
      standard: '1.0',
    });
  });
});
