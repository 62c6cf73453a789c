/** Adult: error of 1-, 2- and 3-way marginals, time and memory of ours beside private-pgm's and SmartNoise's MST and AIM. */
import { type CodedTable, readCodedTable } from './coded-table.ts';
import { adult, type Dataset, shapeOf } from './datasets.ts';
import { marginalErrors } from './marginal-error.ts';
import { type Method, type MethodOptions, requestOf } from './methods.ts';
import { type BenchOptions, settingsOf } from './options.ts';
import { type Run, runOf } from './runs.ts';
import { costCells, costOf, earlierNote, heading, median, number, printTable, verdict } from './tables.ts';

const adultMethods: readonly Method[] = ['casebridge-mst', 'casebridge-aim', 'mbi-mst', 'mbi-aim', 'smartnoise-mst'];

/** Runs of one method at one ε, and the errors of each, measured here by one evaluator for all. */
export interface Measured {
  readonly method: Method;
  readonly epsilon: number;
  readonly runs: readonly Run[];
  /** Median over seeds by number of ways, 1 first. */
  readonly errors: readonly number[];
  /** Why seeds are missing, each reason once. */
  readonly missing: readonly string[];
}

export function benchAdult(options: BenchOptions): void {
  const dataset = adult();
  if (dataset === null) return;
  const real = readCodedTable(dataset.table, dataset.domain);
  heading(`Adult: ${real.rows} rows, ${shapeOf(dataset)}, δ ${dataset.delta}; AIM of pairs within 1 MB`);
  const all: Measured[] = [];
  for (const epsilon of options.epsilons ?? [0.1, 1, 10]) {
    for (const method of options.methods ?? adultMethods) {
      all.push(measured(dataset, real, method, epsilon, options));
    }
  }
  console.log('Medians over seeds. Error: mean total-variation distance of all marginals of at most 10,000 cells.');
  printTable(
    ['method', 'ε', 'seeds', '1-way', '2-way', '3-way', 'seconds', 'processor s', 'peak MB'],
    all.map(({ method, epsilon, runs, errors, missing }) =>
      runs.length === 0
        ? [method, String(epsilon), '0', missing.join('; ')]
        : [
            method,
            String(epsilon),
            String(runs.length),
            ...errors.map((e) => e.toFixed(4)),
            ...costCells(costOf(runs)),
          ],
    ),
  );
  printGoals(all);
  checkEvaluators(all);
  const note = earlierNote(all.flatMap(({ runs }) => runs));
  if (note) console.log(note);
}

export function measured(
  dataset: Dataset,
  real: CodedTable,
  method: Method,
  epsilon: number,
  options: BenchOptions,
  settings: MethodOptions = {},
): Measured {
  const runs: Run[] = [];
  const errors: number[][] = [];
  const missing = new Set<string>();
  for (let seed = 0; seed < options.seeds; seed++) {
    const request = requestOf(method, dataset, epsilon, seed, settingsOf(method, settings, options));
    const ours = method.startsWith('casebridge');
    const run =
      typeof request === 'string'
        ? request
        : runOf(request, {
            start: ours ? options.ours : options.peers,
            fresh: ours || options.fresh,
            timeoutSeconds: options.timeoutSeconds,
          });
    if (typeof run === 'string') {
      missing.add(run);
      if (run.startsWith('failed')) break;
      continue;
    }
    runs.push(run);
    const found = marginalErrors(real, readCodedTable(run.out, dataset.domain));
    for (const [at, { mean }] of found.entries()) {
      errors[at] ??= [];
      errors[at].push(mean);
    }
  }
  return { method, epsilon, runs, errors: errors.map(median), missing: [...missing] };
}

function printGoals(all: readonly Measured[]): void {
  const rows: string[][] = [];
  for (const epsilon of new Set(all.map((one) => one.epsilon))) {
    const at = (method: Method) =>
      all.find((one) => one.method === method && one.epsilon === epsilon && one.runs.length > 0);
    const ours = at('casebridge-aim');
    const peerMst = at('mbi-mst');
    const peerAim = at('mbi-aim');
    if (!ours) continue;
    for (const ways of [2, 3]) {
      const own = ours.errors[ways - 1] ?? Number.NaN;
      if (peerMst) {
        const ratio = own / (peerMst.errors[ways - 1] ?? Number.NaN);
        rows.push([
          `ε ${epsilon}: ${ways}-way error, AIM-TS / mbi MST`,
          number(ratio),
          '≤ 0.75',
          verdict(ratio <= 0.75),
        ]);
      }
      if (peerAim) {
        const ratio = own / (peerAim.errors[ways - 1] ?? Number.NaN);
        rows.push([`ε ${epsilon}: ${ways}-way error, AIM-TS / mbi AIM`, number(ratio), '≤ 1', verdict(ratio <= 1)]);
      }
    }
    if (!peerAim) continue;
    const mine = costOf(ours.runs);
    const peers = costOf(peerAim.runs);
    const times: [string, number, number][] = [
      ['time, mbi AIM / AIM-TS', peers.seconds / mine.seconds, 20],
      ['processor time, mbi AIM / AIM-TS', peers.cpuSeconds / mine.cpuSeconds, 20],
      ['peak memory, mbi AIM / AIM-TS', peers.peakMb / mine.peakMb, 10],
    ];
    for (const [name, ratio, goal] of times) {
      rows.push([`ε ${epsilon}: ${name}`, number(ratio), `≥ ${goal}`, verdict(ratio >= goal)]);
    }
  }
  if (rows.length === 0) return;
  console.log('');
  printTable(['goal', 'measured', 'wanted', 'met'], rows);
}

/** The Python evaluator's own figures, printed by each peer's run, against ours on the same file. */
function checkEvaluators(all: readonly Measured[]): void {
  let most = 0;
  let compared = 0;
  for (const { runs, errors } of all) {
    if (runs.length !== 1 && runs.length % 2 === 0) continue;
    for (const [at, error] of errors.entries()) {
      const theirs = median(runs.map(({ facts }) => Number(facts[`error${at + 1}`])));
      if (Number.isNaN(theirs)) continue;
      compared++;
      most = Math.max(most, Math.abs(theirs - error));
    }
  }
  if (compared > 0)
    console.log(`Both evaluators, written apart, agree within ${most.toExponential(1)} on ${compared} medians.`);
  if (most > 1e-9) throw new Error('the two evaluators disagree');
}
