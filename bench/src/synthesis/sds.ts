/**
 * The examples that Synthetic Data Showcase publishes, at the same ε, δ and R: how far counts of combinations of one to four
 * values are off, what is lost and what is made up, by its own numbers and by numbers that leave no case out.
 */
import { type CombinationError, type Combinations, combinationError, presentValues } from '@casebridge/privacy/utility';
import { readCodedTable } from './coded-table.ts';
import { type SdsExample, sdsExample } from './datasets.ts';
import { caseTableOf } from './nist.ts';
import type { BenchOptions } from './options.ts';
import { type Example, longest, ours, pacSynth, publishedFiles, type Source } from './sds-sources.ts';
import { costOf, earlierNote, heading, median, number, percent, printTable, verdict } from './tables.ts';

const traps = [
  'SDS’s error leaves out what is lost and what is made up, so that suppressing hard cases improves it; the mean count beside it does not.',
  'Lost and made up are shares of combinations in its notebook and web app, shares of counts in the Intelligence Toolkit: never mix them.',
  'Made up: its notebook divides by published combinations, its web app by real ones.',
  'Its values are those it saw, less those under a threshold; ours are declared, so that none can be lost for being rare.',
  'Most combinations of four values hold one to three records: publishing nothing has the mean count for its error over all real ones.',
];

export function benchSds(options: BenchOptions): void {
  const parts: readonly [SdsExample, readonly number[]][] = [
    ['complaints', [12, 4, 1]],
    ['notebook', [4]],
  ];
  for (const [name, epsilons] of parts) {
    const dataset = sdsExample(name);
    if (dataset === null) continue;
    // Records of SDS leave out values that every real one has, so that all columns may be empty where counts are compared.
    const values = dataset.values?.map((codes) => (codes.includes('') ? codes : [...codes, '']));
    const real = caseTableOf(readCodedTable(dataset.table, dataset.domain), values);
    const example: Example = {
      ...dataset,
      values: values ?? [],
      example: name,
      real,
      present: presentValues(real.domains),
    };
    for (const epsilon of options.epsilons ?? epsilons) {
      if (epsilons.includes(epsilon)) benchExample(example, epsilon, options);
    }
  }
  console.log('\nTraps in comparing with SDS:');
  for (const trap of traps) console.log(`- ${trap}`);
}

function benchExample(example: Example, epsilon: number, options: BenchOptions): void {
  heading(
    `${example.name}: ${example.real.rows} rows × ${example.real.variables.length}, ε ${epsilon}, δ ${number(example.delta)}, R ${longest}`,
  );
  const sources = [
    ...(example.example === 'complaints' && epsilon === 12 ? publishedFiles(example) : []),
    ...pacSynth(example, epsilon, options),
    ours(example, 'casebridge-aim', epsilon, options),
    ours(example, 'casebridge-mst', epsilon, options),
  ];
  const judged = sources.map((source) => ({ source, errors: source.draws.map((draw) => combinationError(draw)) }));
  printTable(
    [
      ...['product', 'length', 'draws', 'mean count', 'error: shared', 'all real', 'union'],
      ...['lost: number', 'count', 'made up: notebook', 'web app', 'count'],
    ],
    judged.flatMap(({ source, errors }) =>
      errors.length === 0 ? [[source.name, source.missing ?? 'none']] : lengthRows(source.name, errors),
    ),
  );
  printGoals(judged);
  for (const { source, errors } of judged) {
    if (source.runs.length === 0 || errors.length === 0) continue;
    const { seconds, cpuSeconds, peakMb } = costOf(source.runs);
    console.log(`${source.name}: ${number(seconds)} s, ${number(cpuSeconds)} s of processor, ${number(peakMb)} MB`);
    const note = earlierNote(source.runs);
    if (note) console.log(`  ${note}`);
  }
}

function lengthRows(name: string, errors: readonly CombinationError[]): string[][] {
  return (errors[0] as CombinationError).lengths.map(({ length, meanCount }, at) => {
    const over = (pick: (one: CombinationError['lengths'][number]) => number | null) =>
      median(errors.map(({ lengths }) => pick(lengths[at] as CombinationError['lengths'][number]) ?? Number.NaN));
    return [
      ...[name, String(length), String(errors.length), number(meanCount)],
      ...[
        over((one) => one.sds.meanErrorSharedOnly),
        over((one) => one.ours.errorOverReal),
        over((one) => one.ours.errorOverUnion),
      ].map((value) => number(value)),
      ...[
        over((one) => one.sds.suppressedByNumber),
        over((one) => one.sds.suppressedByCount),
        over((one) => one.sds.fabricatedNotebook),
        over((one) => one.sds.fabricatedWebApp),
        over((one) => one.sds.fabricatedByCount),
      ].map(percent),
    ];
  });
}

type Judged = readonly { readonly source: Source; readonly errors: readonly CombinationError[] }[];

/** AIM-TS against each product of SDS: errors by length, values lost, combinations made up beyond the noise. */
function printGoals(judged: Judged): void {
  const own = judged.find(({ source, errors }) => source.name.includes('AIM-TS') && errors.length > 0);
  if (!own) return;
  const rows: string[][] = [];
  const errorsOf = (errors: readonly CombinationError[], at: number) => {
    const over = (pick: (one: CombinationError['lengths'][number]) => number | null) =>
      median(errors.map(({ lengths }) => pick(lengths[at] as CombinationError['lengths'][number]) ?? Number.NaN));
    return [
      over((one) => one.sds.meanErrorSharedOnly),
      over((one) => one.ours.errorOverReal),
      over((one) => one.ours.errorOverUnion),
    ] as const;
  };
  for (const { source, errors } of judged) {
    if (!source.name.startsWith('SDS') || errors.length === 0) continue;
    for (let at = 0; at < longest; at++) {
      const mine = errorsOf(own.errors, at);
      const ratios = errorsOf(errors, at).map((theirs, which) => (mine[which] ?? Number.NaN) / theirs);
      rows.push([
        `${source.name}, length ${at + 1}`,
        ...ratios.map((ratio) => number(ratio)),
        '≤ 0.5',
        ...ratios.map((ratio) => verdict(ratio <= 0.5)),
      ]);
    }
  }
  console.log('');
  printTable(
    ['AIM-TS error / that of', 'shared', 'all real', 'union', 'wanted', 'shared met', 'all real met', 'union met'],
    rows,
  );
  const lost = own.source.draws.map(valuesLost);
  console.log(
    `single values lost: ${median(lost)} (most in one draw ${Math.max(...lost)}); wanted 0: ${verdict(Math.max(...lost) === 0)}`,
  );
  const { noiseSd } = own.source;
  if (noiseSd !== null) {
    const made = own.source.draws.map((draw) => madeUpAbove(draw, 2 * noiseSd));
    console.log(
      `combinations made up above 2 sd (${number(2 * noiseSd)} records): ${median(made)} (most in one draw ${Math.max(...made)}); ` +
        `wanted 0: ${verdict(Math.max(...made) === 0)}`,
    );
  }
}

function valuesLost(draw: Combinations): number {
  const { real, target } = draw.sides();
  let lost = 0;
  for (let node = 1; node < draw.count(); node++) {
    if (draw.length(node) === 1 && (real[node] ?? 0) > 0 && (target[node] ?? 0) <= 0) lost++;
  }
  return lost;
}

function madeUpAbove(draw: Combinations, limit: number): number {
  const { real, target } = draw.sides();
  let made = 0;
  for (let node = 1; node < draw.count(); node++) {
    if ((real[node] ?? 0) === 0 && (target[node] ?? 0) > limit) made++;
  }
  return made;
}
