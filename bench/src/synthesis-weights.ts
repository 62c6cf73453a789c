/**
 * Weights of measurements in the fit: 1/σ², as least squares asks for, against 1/σ, as private-pgm has them. AIM measures Adult
 * once per seed; the same measurements are then fitted with both weights, by both optimisers, until they converge. Weights 1/σ are
 * scaled so that all add up to as much: only what measurements weigh against each other differs. Seeds 201 to 203 serve
 * nothing else.
 *
 * npm run bench synthesis-weights [-- --epsilon 1 --seeds 201,202,203]
 */
import { parseArgs } from 'node:util';
import {
  driveSynthesis,
  type FitOptions,
  memoryLedgerStorage,
  memoryMarginals,
  openLedger,
  planSynthesisJob,
  readProtected,
  runSynthesisJob,
  unsafeTestRandom,
} from '@casebridge/privacy';
import { type SynthesisMeasurements, synthesisModel, syntheticTable } from '@casebridge/privacy/synthesis';
import { caseTableOf } from './synthesis/coded-case-table.ts';
import { type CodedTable, readCodedTable } from './synthesis/coded-table.ts';
import { adult } from './synthesis/datasets.ts';
import { marginalErrors } from './synthesis/marginal-error.ts';
import { heading, machineLine, median, number, printTable } from './synthesis/tables.ts';

const { values } = parseArgs({ options: { epsilon: { type: 'string' }, seeds: { type: 'string' } } });
const epsilon = Number(values.epsilon ?? 1);
const seeds = (values.seeds ?? '201,202,203').split(',');
const weightings = ['precision', 'inverse-deviation'] as const;
const optimisers: Readonly<Record<string, FitOptions>> = {
  // The settings of synthesis but for the point at which it stops.
  dual: { method: 'dual', entropyWeight: 0.001, singleEntropyWeight: 0.0007, tolerance: 0.01, steps: 4000 },
  mirror: { method: 'mirror', stopAtNoise: false, tolerance: 1e-5, steps: 2500 },
};

console.log(machineLine());
const dataset = adult();
if (dataset !== null) {
  const coded = readCodedTable(dataset.table, dataset.domain);
  const rows: string[][] = [];
  for (const seed of seeds) {
    const published = await measure(coded, dataset.delta, seed);
    const deviations = published.measurements.map(({ variance }) => Math.sqrt(Number(variance)));
    const spread = `${number(Math.min(...deviations))} … ${number(median(deviations))} … ${number(Math.max(...deviations))}`;
    for (const [optimiser, fit] of Object.entries(optimisers)) {
      for (const weighting of weightings) {
        const model = synthesisModel(published, { fit: { ...fit, weighting } });
        const made = syntheticTable(model, published, new TextEncoder().encode(seed));
        const columns = coded.names.map((name) => Uint16Array.from(made.columns[made.variables.indexOf(name)] ?? []));
        const errors = marginalErrors(coded, { ...coded, columns, rows: made.rows });
        const { evaluations = 0, stopped = '' } = model.start?.fit ?? {};
        rows.push([
          ...[weighting === 'precision' ? '1/σ²' : '1/σ', optimiser, seed],
          ...errors.map(({ mean }) => mean.toFixed(5)),
          ...[`${evaluations}, ${stopped}`, spread],
        ]);
      }
    }
  }
  heading(`Adult, ε ${epsilon}, AIM: mean total-variation distance by weights of the same measurements`);
  printTable(['weights', 'fit', 'seed', '1-way', '2-way', '3-way', 'steps', 'σ least … median … most'], rows);
}
console.log(`\n${machineLine()}`);

async function measure(coded: CodedTable, delta: number, seed: string): Promise<SynthesisMeasurements> {
  const table = caseTableOf(coded);
  const random = unsafeTestRandom(`weights ${seed}`);
  const job = planSynthesisJob({
    declared: { domains: table.domains, structuralZeros: [], hierarchies: [] },
    epsilon,
    delta,
    method: 'aim',
  });
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'bench',
    random,
    now: () => '2016-05-20T00:00:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const facts = { recipe: '0'.repeat(64), snapshot: '0'.repeat(64), purpose: 'bench' };
  return readProtected(await runSynthesisJob(job, driveSynthesis, memoryMarginals(table), ledger, random, facts));
}
