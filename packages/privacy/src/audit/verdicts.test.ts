import { Refusal } from '@casebridge/refusal';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type CaseTable, caseTable } from '../columns/case-table.ts';
import { type GateVerdict, publishGates, refuseFailedGates, runGate } from './gate.ts';
import { type Inspection, readInspection, runInspection } from './inspection.ts';
import {
  declaredPublicTable,
  inventedTable,
  isPublicTable,
  lastReleaseTable,
  type PublicTable,
  publicRecords,
} from './public-table.ts';
import { type Finding, finding } from './verdicts.ts';

const records = caseTable({ colour: ['red', 'blue'] }, { colour: Uint8Array.of(0, 1, 1) });
const sound = finding('rows', 3, 3, 0);

describe('finding', () => {
  it('passes at its limit and fails above it', () => {
    expect(finding('rows', 3, 3, 0).passed).toBe(true);
    expect(finding('rows', 3.0001, 3, 0).passed).toBe(false);
  });
  it('fails when the check fell over', () => {
    expect(finding('rows', Number.NaN, 3, 0).passed).toBe(false);
  });
  it('refuses numbers that say nothing', () => {
    expect(() => finding('rows', 1, Number.NaN, 0)).toThrow(RangeError);
    expect(() => finding('rows', 1, 3, 1.5)).toThrow(RangeError);
    expect(() => finding('rows', 1, 3, 0, { rate: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => finding('The rows', 1, 3, 0)).toThrow(RangeError);
  });
});

describe('PublicTable', () => {
  it('says where its records came from', () => {
    expect(inventedTable(records, 'a').source).toEqual({ kind: 'invented', seed: 'a' });
    expect(declaredPublicTable(records, 'adult.csv').source).toEqual({ kind: 'declared-public', name: 'adult.csv' });
    expect(lastReleaseTable(records, 'a'.repeat(64)).source.kind).toBe('last-release');
    expect(publicRecords(inventedTable(records, 'a'))).toBe(records);
  });
  it('cannot be made by hand, nor named after nothing', () => {
    const forged = { source: { kind: 'invented', seed: 'a' } } as unknown as PublicTable;
    expect(isPublicTable(forged)).toBe(false);
    expect(() => publicRecords(forged)).toThrow(TypeError);
    expect(() => lastReleaseTable(records, 'last year')).toThrow(TypeError);
    expectTypeOf<CaseTable>().not.toExtend<PublicTable>();
  });
});

describe('runGate', () => {
  it('gives the records to the check, and its verdict to the bundle', async () => {
    const verdict = await runGate([inventedTable(records, 'a')], (table) => finding('rows', table?.rows ?? 0, 3, 0));
    expect(publishGates([verdict])).toEqual([{ ...sound, read: [{ kind: 'invented', seed: 'a' }] }]);
  });
  it('does not run on real records', async () => {
    const real = records as unknown as PublicTable;
    let ran = false;
    await expect(
      runGate([real], () => {
        ran = true;
        return sound;
      }),
    ).rejects.toThrow(TypeError);
    expect(ran).toBe(false);
  });
  it('blocks with exit code 3 and one line', async () => {
    const failed = await runGate([], () => finding('rows', 4, 3, 0));
    const caught = (() => {
      try {
        refuseFailedGates([failed]);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(caught).toBeInstanceOf(Refusal);
    expect((caught as Refusal).exit).toBe(3);
    expect((caught as Refusal).message).toContain('rows 4 > 3');
    expect((caught as Refusal).message).not.toContain('\n');
    expect(() => publishGates([failed])).toThrow(Refusal);
    expect(() => publishGates([])).toThrow(Refusal);
  });
});

describe('runInspection', () => {
  it('keeps what it found out of every bundle', async () => {
    const inspection = await runInspection(() => [sound]);
    expect(JSON.stringify(inspection)).toBe('{}');
    expect(readInspection(inspection)).toEqual([sound]);
    expectTypeOf<Inspection>().not.toExtend<GateVerdict>();
    expectTypeOf<Finding>().not.toExtend<GateVerdict>();
    expect(() => publishGates([inspection as unknown as GateVerdict])).toThrow(TypeError);
    expect(() => publishGates([{ ...sound, kind: 'gate', read: [] } as unknown as GateVerdict])).toThrow(TypeError);
    expect(() => readInspection({} as Inspection)).toThrow(TypeError);
  });
});
