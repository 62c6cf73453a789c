import type { DeclaredDomain } from '../columns/declared-domain.ts';
import { fitModel } from '../pgm/fit-model.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import { rationalToNumber } from '../rational.ts';
import { sizesOf } from '../results/sets.ts';
import { type MarginalOracle, runAim } from './aim.ts';
import { bandingFor, bandsFor } from './bands.ts';
import { measureSingles, noiseShare } from './measure-singles.ts';
import { modelSpace } from './model-space.ts';
import { hasParent, mstShare, placedSingles, rareTogether, runMst } from './mst.ts';
import {
  axisNames,
  columnNumbers,
  type InheritedMeasurements,
  inheritedMeasurements,
  type SynthesisMethod,
  spaceOf,
  zeroCells,
} from './published.ts';
import { oracleOver, type SynthesisPort } from './synthesis-port.ts';
import { inheritedFit, roundFit } from './synthetic-table.ts';
import { allSets, axisVersions, type WeightedSet, weighedClosure } from './workload.ts';

/** What a driver is told: public facts alone. */
export interface SynthesisPlan {
  /** With a column for every parent. */
  readonly declared: DeclaredDomain;
  readonly method: SynthesisMethod;
  /** Largest model in MB. */
  readonly modelSize: number;
  /** Sets whose counts matter, by name, and how much; all pairs alike when absent. */
  readonly workload?: readonly { readonly set: readonly string[]; readonly weight: number }[];
}

export interface DriveOptions {
  /** Table measurements of the same records, used again at no cost. */
  readonly inherited?: InheritedMeasurements | null;
  readonly signal?: AbortSignal;
}

/** Rounds that AIM's budget is cut into at first: sixteen a column as in the paper, but never more than this. */
const mostRounds = 140;
/** Columns for each set of a round: with few columns the model is fitted after every set. */
const columnsPerPick = 9;

/**
 * Chooses and measures what synthetic records are made of, until the budget of the port is spent. AIM: single columns first,
 * then bands of those with many codes, then sets of columns one by one. MST: single columns, then a tree of pairs.
 */
export async function driveSynthesis(
  plan: SynthesisPlan,
  port: SynthesisPort,
  options: DriveOptions = {},
): Promise<void> {
  return plan.method === 'mst' ? driveMst(plan, port, options) : driveAim(plan, port, options);
}

async function driveAim({ declared, modelSize, workload }: SynthesisPlan, port: SynthesisPort, options: DriveOptions) {
  const { domains, hierarchies } = declared;
  const { inherited = null, signal } = options;
  const columns = Object.keys(domains);
  const sizes = sizesOf(domains, columns);
  const { known, singles, independent } = await learnSingles(declared, port, options, (oracle) =>
    measureSingles(oracle, sizes),
  );
  const estimates = sizes.map((_, column) => independent.marginal([column]));
  const banding = bandingFor(noiseShare(sizes, singles, independent.total));
  for (const band of bandsFor(domains, hierarchies, estimates, banding)) port.group(band);
  const domain = { ...declared, bands: port.groups() };
  const space = spaceOf(domain);
  await runAim(oracleOver(port, axisNames(domain, space)), {
    space,
    candidates: axisVersions(weighedClosure(workloadOf(workload, columns, sizes)), space),
    modelSizeMb: modelSize,
    zeros: zeroCells(domain, space),
    initial: [...inheritedMeasurements(domains, inherited, space), ...placedSingles(space, singles)],
    rounds: Math.min(mostRounds, (known ? 4 : 16) * columns.length),
    batch: Math.max(1, Math.floor(columns.length / columnsPerPick)),
    measureShare: 0.9,
    fit: inherited ? inheritedFit : roundFit,
    ...(signal ? { signal } : {}),
  });
}

async function driveMst({ declared, modelSize }: SynthesisPlan, port: SynthesisPort, options: DriveOptions) {
  const { domains, hierarchies } = declared;
  const columns = Object.keys(domains);
  const sizes = sizesOf(domains, columns);
  const rho = rationalToNumber(port.remaining());
  const { singles, sigma, independent } = await learnSingles(declared, port, options, async (oracle) => {
    const sets = sizes.map((_, column) => [column]);
    const measured = await oracle.measure(sets, sizes.length / (2 * mstShare * rho));
    return measured.map((one, column) => ({ set: [column], ...one }));
  });
  const counts =
    singles.length > 0 ? singles.map(({ values }) => values) : sizes.map((_, at) => independent.marginal([at]));
  for (const group of rareTogether(domains, hierarchies, counts, sigma)) port.group(group);
  const domain = { ...declared, bands: port.groups() };
  const space = spaceOf(domain);
  const names = axisNames(domain, space);
  const nodes = columns
    .filter((column) => !hasParent(domains, hierarchies, column))
    .map((column) => names.indexOf(domain.bands.find((band) => band.column === column)?.parent ?? column));
  const initial = inheritedMeasurements(domains, options.inherited ?? null, space);
  await runMst(oracleOver(port, names), {
    space,
    nodes,
    singles: [...initial.filter(({ set }) => set.length === 1), ...placedSingles(space, singles)],
    mostCells: (modelSize * 2 ** 20) / 8,
    rho: rationalToNumber(port.remaining()) / 2,
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

/** Single columns: measured, or known from tables; the noise of one code and a model of independent columns. */
async function learnSingles(
  { domains }: DeclaredDomain,
  port: SynthesisPort,
  { inherited = null, signal }: DriveOptions,
  measure: (oracle: MarginalOracle) => Promise<LinearMeasurement[]>,
) {
  const columns = Object.keys(domains);
  const sizes = sizesOf(domains, columns);
  const axis = inherited?.axis == null ? -1 : columns.indexOf(inherited.axis);
  const simple = inheritedMeasurements(domains, inherited, modelSpace(sizes, [])).filter(({ set }) =>
    set.every((column) => column === axis || set.filter((other) => other !== axis).length === 1),
  );
  const known = sizes.every((_, column) => simple.some(({ set }) => set.includes(column)));
  const singles = known ? [] : await measure(oracleOver(port, columns));
  const all = [...simple, ...singles];
  const independent = fitModel(sizes, all, { ...roundFit, ...(signal ? { signal } : {}) });
  const sigma = Math.sqrt(Math.max(0, ...all.map(({ variance }) => variance)));
  return { known, singles, sigma, independent };
}

function workloadOf(
  workload: SynthesisPlan['workload'],
  columns: readonly string[],
  sizes: readonly number[],
): WeightedSet[] {
  if (!workload) return columns.length === 1 ? allSets(sizes, 1) : allSets(sizes, 2);
  return workload.map(({ set, weight }) => ({ set: columnNumbers(columns, set).sort((a, b) => a - b), weight }));
}
