import type { Measurements } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { checkBudget, measuredCost } from './budget.ts';
import type { LedgerExtractEntry, PrivacyStatement } from './types.ts';

const measurements: Measurements = {
  format: 'casebridge-measurements-1',
  domains: { a: ['x', 'y'], b: ['p', 'q', 'r'] },
  tables: [['a', 'b']],
  structuralZeros: {},
  cohorts: [{ id: '2015.1', period: '2015', batch: 1, late: false }],
  measurements: [
    { cohort: '2015.1', set: [], kind: 'residual', values: Float64Array.of(5), variance: '10' },
    { cohort: '2015.1', set: ['a'], kind: 'residual', values: Float64Array.of(1, -1), variance: '20' },
    { cohort: '2015.1', set: ['a', 'b'], kind: 'residual', values: new Float64Array(6), variance: '120' },
  ],
};
const entry = (num: string, den: string): LedgerExtractEntry => ({
  id: '000001',
  cohort: '2015.1',
  mechanism: 'discrete-gaussian',
  sets: 3,
  rho: { num, den },
  day: '2016-05-20',
  commitment: 'c',
  hash: 'a'.repeat(64),
});
const statement = (num: string, den: string): PrivacyStatement => ({
  unit: 'record',
  personBound: 1,
  adjacency: 'add-remove',
  mechanism: 'm',
  cohorts: [{ cohort: '2015.1', rho: { num, den }, epsilon: 1, delta: 1e-6, lifetimeReserve: { num: '0', den: '1' } }],
  persons: [],
  notProtected: [],
  conditionalOnInternalCheck: false,
});

describe('measuredCost', () => {
  it('adds up what each residual cost, in exact fractions', () => {
    // 1/20 + 2/40 + (2·1·3·2)/240 = 3/20
    const { num, den } = measuredCost(measurements, '2015.1');
    expect(num * 20n).toBe(den * 3n);
  });
});

describe('checkBudget', () => {
  it('accepts measurements that cost exactly what was paid', () => {
    expect(() => checkBudget(measurements, statement('3', '20'), [entry('3', '20')])).not.toThrow();
  });

  it('refuses measurements that cost one part in a billion more than was paid', () => {
    const less = ['2999999999', '20000000000'] as const;
    expect(() => checkBudget(measurements, statement(...less), [entry(...less)])).toThrow(/cost more than was paid/);
  });

  it('refuses a statement that differs from the ledger', () => {
    expect(() => checkBudget(measurements, statement('4', '20'), [entry('3', '20')])).toThrow(
      /differ on cohort 2015.1/,
    );
  });

  it('refuses a cohort that nobody paid for', () => {
    expect(() => checkBudget(measurements, statement('3', '20'), [])).toThrow(/differ on cohort/);
  });

  it('refuses debits for a cohort that was not measured', () => {
    const other = { ...entry('1', '1'), cohort: '2014.1' };
    expect(() => checkBudget(measurements, statement('3', '20'), [entry('3', '20'), other])).toThrow(/2014.1/);
  });

  it('refuses a measurement without noise', () => {
    const bare = { ...measurements, measurements: measurements.measurements.map((one) => ({ ...one, variance: '0' })) };
    expect(() => checkBudget(bare, statement('3', '20'), [entry('3', '20')])).toThrow(/no noise/);
  });
});
