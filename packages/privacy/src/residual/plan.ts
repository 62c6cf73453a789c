import { Refusal } from '@casebridge/refusal';
import { compareRational, type Rational, rational, rationalToNumber, zeroRational } from '../rational.ts';
import { plannedAnswers } from '../results/answers.ts';
import { centredShare } from '../results/linear.ts';
import { canonicalSet, cellCount, downwardClosure, joinNames, setKey, sizesOf, subsetsOf } from '../results/sets.ts';
import type { Answers, Cohort, Domains } from '../results/types.ts';
import { fittedVariances, type VarianceShare } from './fit.ts';

/**
 * The residual-basis Gaussian mechanism (ResidualPlanner: Xiao, He, Zhang and Kifer, NeurIPS 2023, arXiv 2305.08175).
 * For every set B in the downward closure of the published tables one residual is measured,
 * `z_B = Ξ_B M_B + N_Z(0, g_B²)` with `Ξ_B = ⊗ (c I − 1 1ᵀ)`, at the cost `ρ_B = Π c(c−1) / 2 g_B²`. With
 * `s_B = g_B² / Π c²` and `p_B = Π (c−1)/c` a cell of table A then has variance `Σ_{B ⊆ A} s_B p_B Π_{A∖B} c⁻²`, and the
 * weighted sum of cell variances is least at `s_B = (T / 2ρ) √(p_B / v_B)`, `T = Σ √(v_B p_B)`,
 * `v_B = Σ_{A ⊇ B} w_A p_B Π_{A∖B} c⁻²`.
 */
export interface TablePlan {
  readonly domains: Domains;
  /** Published tables, variables in domain order, each once. */
  readonly tables: readonly (readonly string[])[];
  readonly structuralZeros: Readonly<Record<string, readonly number[]>>;
  /** The residuals to measure, in the order in which they are measured. */
  readonly sets: readonly PlannedSet[];
  /** What is charged to a cohort. The exact sum of the sets' costs is this or less. */
  readonly rho: Rational;
  /** Answers of value zero and the variances the plan will give; over one cohort `planned` unless others are named. */
  expected(cohorts?: readonly Cohort[]): Answers;
}

export interface PlannedSet {
  readonly set: readonly string[];
  /** `g_B²`, the integer noise variance of every value. */
  readonly variance: bigint;
  /** Exact zCDP cost. */
  readonly rho: Rational;
}

export interface TableRequest {
  readonly domains: Domains;
  /** Published tables. The weight multiplies the variance of each of the table's cells; 1 when absent, and adds up. */
  readonly tables: readonly { readonly set: readonly string[]; readonly weight?: number }[];
  /** zCDP budget of each cohort. */
  readonly rho: Rational;
  /** Cells that are zero by declaration, per published table (`setKey`), as row-major indices. */
  readonly structuralZeros?: Readonly<Record<string, readonly number[]>>;
}

/**
 * Most cells of a published table. Counts stay below 2^32, so every value of `Ξ_B M_B` and every partial sum on the way
 * to it stays below 2^32 · Π c ≤ 2^52 and is exact in a double.
 */
export const mostTableCells = 2 ** 20;

/**
 * The optimal noise for a list of tables under a budget. Looks at declared facts only.
 * RangeError: unknown variable, weight or zero. Refusal: nothing to publish, a table too large, a budget that is not
 * positive or too small for noise to be drawn.
 */
export function planTables(request: TableRequest): TablePlan {
  const { domains, rho, structuralZeros = {} } = request;
  if (compareRational(rho, zeroRational) <= 0)
    throw new Refusal('budget-zero', 'The budget is not above zero; raise it.');
  const weights = weightsByTable(request);
  const tables = [...weights.values()].map(({ set }) => set);
  checkZeros(domains, weights, structuralZeros);
  const sets = downwardClosure(domains, tables).filter((set) => !sizesOf(domains, set).includes(1));
  const shares = noiseShares(domains, sets, [...weights.values()], rationalToNumber(rho));
  const planned = fittedVariances(shares, rho).map((variance, at) => ({
    set: sets[at] as readonly string[],
    variance,
    rho: rational((shares[at] as VarianceShare).sensitivitySquared, 2n * variance),
  }));
  return {
    domains,
    tables,
    structuralZeros,
    sets: planned,
    rho,
    expected: (cohorts = [{ id: 'planned', period: 'planned', batch: 1, late: false }]) =>
      plannedAnswers({ domains, tables, structuralZeros, cohorts, sets: planned }),
  };
}

function weightsByTable({ domains, tables }: TableRequest): Map<string, { set: readonly string[]; weight: number }> {
  const weights = new Map<string, { set: readonly string[]; weight: number }>();
  for (const { set: names, weight = 1 } of tables) {
    const set = canonicalSet(domains, names);
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new RangeError(`the weight of ${joinNames(set)} is not positive`);
    if (cellCount(sizesOf(domains, set)) > mostTableCells) {
      throw new Refusal(
        'table-too-large',
        `The table ${joinNames(set)} has more than ${mostTableCells} cells; leave a column out or group its codes.`,
      );
    }
    weights.set(setKey(set), { set, weight: (weights.get(setKey(set))?.weight ?? 0) + weight });
  }
  if (weights.size === 0) throw new Refusal('no-tables', 'No table is to be published; name at least one.');
  return weights;
}

function checkZeros(
  domains: Domains,
  tables: ReadonlyMap<string, { readonly set: readonly string[] }>,
  zeros: Readonly<Record<string, readonly number[]>>,
): void {
  for (const [key, cells] of Object.entries(zeros)) {
    const table = tables.get(key);
    if (!table) throw new RangeError(`structural zeros are declared for ${key}, which is not published`);
    const size = cellCount(sizesOf(domains, table.set));
    if (cells.some((cell) => !Number.isInteger(cell) || cell < 0 || cell >= size)) {
      throw new RangeError(`a structural zero of ${key} is outside the table`);
    }
  }
}

function noiseShares(
  domains: Domains,
  sets: readonly (readonly string[])[],
  tables: readonly { readonly set: readonly string[]; readonly weight: number }[],
  rho: number,
): VarianceShare[] {
  const reach = new Map<string, number>();
  for (const { set, weight } of tables) {
    const cells = cellCount(sizesOf(domains, set));
    for (const subset of subsetsOf(set)) {
      const outside = cells / cellCount(sizesOf(domains, subset));
      reach.set(setKey(subset), (reach.get(setKey(subset)) ?? 0) + weight / outside ** 2);
    }
  }
  const parts = sets.map((set) => {
    const sizes = sizesOf(domains, set);
    const p = centredShare(sizes);
    return { sizes, p, v: p * (reach.get(setKey(set)) as number) };
  });
  const total = parts.reduce((sum, { p, v }) => sum + Math.sqrt(p * v), 0);
  return parts.map(({ sizes, p, v }) => ({
    variance: (total / (2 * rho)) * Math.sqrt(p / v) * cellCount(sizes) ** 2,
    sensitivitySquared: sizes.reduce((product, size) => product * BigInt(size) * BigInt(size - 1), 1n),
  }));
}
