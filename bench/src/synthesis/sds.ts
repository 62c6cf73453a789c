/**
 * The examples that Synthetic Data Showcase publishes, at the same ε, δ and R: how far counts of combinations of one to four
 * values are off, what is lost and what is made up, by its own numbers and by numbers that leave no case out.
 */
import {
  type CombinationError,
  type Combinations,
  combinationError,
  type LengthError,
  presentValues,
} from '@casebridge/privacy/utility';
import { caseTableOf } from './coded-case-table.ts';
import { readCodedTable } from './coded-table.ts';
import { type SdsExample, sdsExample } from './datasets.ts';
import type { BenchOptions } from './options.ts';
import { type Example, longest, ours, ourTables, pacSynth, publishedFiles, type Source } from './sds-sources.ts';
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
    const present = presentValues(real.domains);
    const itemOf = new Map(present.items.map(({ variable, value }, at) => [`${variable}:${value}`, at]));
    const example: Example = { ...dataset, values: values ?? [], example: name, real, present, itemOf };
    for (const epsilon of options.epsilons ?? epsilons) {
      if (epsilons.includes(epsilon)) benchExample(example, dataset.values ?? [], epsilon, options);
    }
  }
  console.log('\nTraps in comparing with SDS:');
  for (const trap of traps) console.log(`- ${trap}`);
}

function benchExample(
  example: Example,
  declared: readonly (readonly string[])[],
  epsilon: number,
  options: BenchOptions,
): void {
  heading(
    `${example.name}: ${example.real.rows} rows × ${example.real.variables.length}, ε ${epsilon}, δ ${number(example.delta)}, R ${longest}`,
  );
  const sources = [
    ...(example.example === 'complaints' && epsilon === 12 ? publishedFiles(example) : []),
    ...pacSynth(example, epsilon, options),
    ourTables(example, declared, epsilon, options),
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
    const over = (pick: (one: LengthError) => number | null) =>
      median(errors.map(({ lengths }) => pick(lengths[at] as LengthError) ?? Number.NaN));
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

/** Our products against each of SDS: errors by length, values lost, combinations made up beyond the noise. */
function printGoals(judged: Judged): void {
  const withErrors = judged.filter(({ errors }) => errors.length > 0);
  const rows = withErrors
    .filter(({ source }) => source.name.startsWith('Casebridge'))
    .flatMap((own) =>
      withErrors.filter(({ source }) => source.name.startsWith('SDS')).flatMap((peer) => ratioRows(own, peer)),
    );
  if (rows.length > 0) {
    console.log('\nErrors over those of SDS, by length; wanted: at most 0.5');
    printTable(
      ['ours', 'theirs', 'length', 'shared', 'all real', 'union', 'shared met', 'all real met', 'union met'],
      rows,
    );
  }
  for (const { source } of withErrors) {
    if (!source.name.startsWith('Casebridge')) continue;
    const lost = source.draws.map(valuesLost);
    console.log(
      `${source.name}: single values lost: ${median(lost)}, most ${Math.max(...lost)}; wanted 0: ${verdict(Math.max(...lost) === 0)}`,
    );
    if (source.madeUp === null) continue;
    const most = Math.max(...source.madeUp);
    console.log(
      `${source.name}: made up above 2 sd: ${median(source.madeUp)}, most ${most}; wanted 0: ${verdict(most === 0)}`,
    );
  }
}

function ratioRows(own: Judged[number], peer: Judged[number]): string[][] {
  return Array.from({ length: longest }, (_, at) => {
    const mine = errorsOf(own.errors, at);
    const ratios = errorsOf(peer.errors, at).map((theirs, which) => (mine[which] ?? Number.NaN) / theirs);
    const names = [own.source.name, peer.source.name, String(at + 1)];
    return [...names, ...ratios.map((ratio) => number(ratio)), ...ratios.map((ratio) => verdict(ratio <= 0.5))];
  });
}

/** Medians over draws at one length: over shared combinations, all real ones, the union. */
function errorsOf(errors: readonly CombinationError[], at: number): readonly number[] {
  const over = (pick: (one: LengthError) => number | null) =>
    median(errors.map(({ lengths }) => pick(lengths[at] as LengthError) ?? Number.NaN));
  return [
    over((one) => one.sds.meanErrorSharedOnly),
    over((one) => one.ours.errorOverReal),
    over((one) => one.ours.errorOverUnion),
  ];
}

function valuesLost(draw: Combinations): number {
  const { real, target } = draw.sides();
  let lost = 0;
  for (let node = 1; node < draw.count(); node++) {
    if (draw.length(node) === 1 && (real[node] ?? 0) > 0 && (target[node] ?? 0) <= 0) lost++;
  }
  return lost;
}
