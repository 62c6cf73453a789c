import type { CaseTable } from '../columns/case-table.ts';
import { caseTable } from '../columns/case-table.ts';
import { fillDiscreteGaussian } from '../noise/samplers.ts';
import { type RandomBytes, unsafeTestRandom } from '../random/random-bytes.ts';
import { multiplyRational, rational } from '../rational.ts';
import { planTables, type TablePlan } from '../residual/plan.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import { exactMeasurement } from './canary-score.ts';
import { type MeasureWorld, practiceMeasurement } from './practice.ts';

// The measurement layer, broken in each of the ways that have happened to others. Built around the real one: nothing of it
// can be switched on in the product.

/** Every record counts twice. */
export function countedTwice(random: RandomBytes): MeasureWorld {
  const measure = practiceMeasurement(random);
  return (plan, world) => measure(plan, repeated(world, 2));
}

/** A quarter of the standard deviation that was paid for. */
export function quietNoise(random: RandomBytes): MeasureWorld {
  const measure = practiceMeasurement(random);
  const loudPlans = new Map<TablePlan, TablePlan>();
  return async (plan, world) => {
    const loud = loudPlans.get(plan) ?? planOf(plan, 16);
    loudPlans.set(plan, loud);
    const measured = await measure(loud, world);
    return measured.map((one, at) => ({ ...one, variance: String(plan.sets[at]?.variance) }));
  };
}

/** The same noise in every measurement. */
export function sameNoise(): MeasureWorld {
  return (plan, world) => practiceMeasurement(unsafeTestRandom('the same'))(plan, world);
}

/** The noise of one set again in the next. */
export function noiseOfTheSetBefore(random: RandomBytes): MeasureWorld {
  const measure = practiceMeasurement(random);
  return async (plan, world) => {
    const measured = await measure(plan, world);
    return measured.map((one, at) => {
      const before = measured[at - 1];
      if (!before || at % 2 === 0) return one;
      const [own, exact] = [exactMeasurement(world, one), exactMeasurement(world, before)];
      const scale = Math.sqrt(Number(one.variance) / Number(before.variance));
      const values = one.values.map((value, cell) =>
        cell < exact.length
          ? (own[cell] as number) + Math.round(((before.values[cell] as number) - (exact[cell] as number)) * scale)
          : value,
      );
      return { ...one, values };
    });
  };
}

/** What a second release shows beyond a first one of nobody: one less the other. Sound when each has noise of its own. */
export function increment(first: MeasureWorld, second: MeasureWorld): MeasureWorld {
  return async (plan, world) => {
    const before = await first(plan, nobody(world));
    const after = await second(plan, world);
    return after.map((one, set) => ({
      ...one,
      values: one.values.map((value, at) => value - (before[set]?.values[at] as number)),
    }));
  };
}

/** Codes taken from the records: what nobody has is left out. */
export function observedCodes(random: RandomBytes): MeasureWorld {
  const plans = new Map<string, TablePlan>();
  const measure = practiceMeasurement(random);
  return (plan, world) => {
    const seen = world.variables.map((_, at) => [...new Set(world.columns[at] as Uint8Array)].sort((a, b) => a - b));
    const key = JSON.stringify(seen);
    const domains = Object.fromEntries(
      world.variables.map((name, at) => [
        name,
        (seen[at] as number[]).map((code) => plan.domains[name]?.[code] as string),
      ]),
    );
    const own = plans.get(key) ?? planTables({ domains, tables: plan.tables.map((set) => ({ set })), rho: plan.rho });
    plans.set(key, own);
    const columns = world.variables.map((name, at): [string, Uint8Array] => [
      name,
      Uint8Array.from(world.columns[at] as Uint8Array, (code) => (seen[at] as number[]).indexOf(code)),
    ]);
    return measure(own, caseTable(domains, Object.fromEntries(columns)));
  };
}

/** Noise on the cells that a GROUP BY returns, and none on those it leaves out. */
export function noiseOnSeenCells(random: RandomBytes): MeasureWorld {
  return async (plan, world) =>
    plan.tables.map((set): PublishedMeasurement => {
      const kind = 'marginal';
      const exact = exactMeasurement(world, { set, kind });
      const variance = BigInt(Math.ceil((Number(plan.rho.den) / (2 * Number(plan.rho.num))) * plan.tables.length));
      const noise = new Float64Array(exact.length);
      fillDiscreteGaussian(random, variance, noise);
      const values = exact.map((count, at) => (count === 0 ? 0 : count + (noise[at] as number)));
      return { cohort: 'practice', set, kind, values, variance: variance.toString() };
    });
}

function planOf({ domains, tables, rho }: TablePlan, times: number): TablePlan {
  return planTables({ domains, tables: tables.map((set) => ({ set })), rho: multiplyRational(rho, rational(times)) });
}

function repeated(world: CaseTable, times: number): CaseTable {
  return {
    ...world,
    rows: world.rows * times,
    columns: world.columns.map((column) => {
      const all = new Uint16Array(column.length * times);
      for (let at = 0; at < times; at++) all.set(column, at * column.length);
      return all;
    }),
  };
}

function nobody(world: CaseTable): CaseTable {
  return { ...world, rows: 0, columns: world.columns.map(() => new Uint8Array(0)) };
}
