/** What is compared on the examples of Synthetic Data Showcase: its published files, its synthesiser run here, and ours. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseTable } from '@casebridge/privacy';
import { type Combinations, combinations, type PresentValues } from '@casebridge/privacy/utility';
import { caseTableOf } from './coded-case-table.ts';
import { type CodedTable, codeTexts, readCodedTable, readTexts } from './coded-table.ts';
import type { Dataset, SdsExample } from './datasets.ts';
import { type Method, pythonOf, requestOf } from './methods.ts';
import { type BenchOptions, settingsOf } from './options.ts';
import { dataFile, outPath, peersFolder, root } from './places.ts';
import { type Run, type RunRequest, runOf } from './runs.ts';

/** Length of the longest combination, R in the tool's terms. */
export const longest = 4;

/** Several draws of one product: each an index that holds the real counts and the product's. */
export interface Source {
  readonly name: string;
  readonly draws: readonly Combinations[];
  readonly runs: readonly Run[];
  /** Per draw, combinations of real count 0 shown above two standard deviations; null where a product states none. */
  readonly madeUp: readonly number[] | null;
  readonly missing: string | null;
}

export interface Example extends Dataset {
  readonly example: SdsExample;
  readonly texts: string;
  readonly absent: string;
  readonly real: CaseTable;
  readonly present: PresentValues;
  /** Item of `column:value`. */
  readonly itemOf: ReadonlyMap<string, number>;
}

/** Aggregates and records that the Intelligence Toolkit's repository holds for the complaints; made at ε 12. */
export function publishedFiles(example: Example): Source[] {
  const aggregates = dataFile('sds-examples', 'customer_complaints_aggregate.csv.gz');
  const synthetic = dataFile('sds-examples', 'customer_complaints_synthetic.csv.gz');
  if (!aggregates || !synthetic) return [];
  const base = { runs: [], madeUp: null, missing: null };
  return [
    { ...base, name: 'SDS aggregates (published)', draws: [ofAggregates(example, aggregates)] },
    { ...base, name: 'SDS records (published)', draws: [ofTexts(example, synthetic)] },
  ];
}

/** Synthetic Data Showcase's DP synthesiser run here, with the settings behind its published figures. */
export function pacSynth(example: Example, epsilon: number, options: BenchOptions): Source[] {
  const fabrication = example.example === 'complaints' ? 'balanced' : 'uncontrolled';
  const runs: Run[] = [];
  const aggregates: string[] = [];
  let missing: string | null = null;
  for (let seed = 0; seed < options.seeds && missing === null; seed++) {
    const stem = outPath('synthetic', `${example.name}-pac-synth-${epsilon}-${seed}`);
    const python = pythonOf('.venv');
    if (python === null) {
      missing = 'not installed: bench/peers/install.sh';
      break;
    }
    const request: RunRequest = {
      ...{ dataset: example.name, method: 'pac-synth', epsilon, seed },
      settings: `length ${longest}, ${fabrication}`,
      command: python,
      args: [
        ...[join(peersFolder, 'run_pacsynth.py'), example.texts, String(epsilon), String(seed)],
        ...['--aggregates', `${stem}-aggregates.csv`, '--out', `${stem}.csv`, '--empty', example.absent],
        ...['--length', String(longest), '--fabrication', fabrication],
      ],
      out: `${stem}.csv`,
    };
    const run = runOf(request, { start: options.peers, fresh: options.fresh, timeoutSeconds: options.timeoutSeconds });
    if (typeof run === 'string' || !existsSync(`${stem}-aggregates.csv`)) missing = String(run);
    else {
      runs.push(run);
      aggregates.push(`${stem}-aggregates.csv`);
    }
  }
  const base = { runs, madeUp: null, missing };
  return [
    { ...base, name: 'SDS aggregates (pac-synth)', draws: aggregates.map((path) => ofAggregates(example, path)) },
    { ...base, name: 'SDS records (pac-synth)', draws: runs.map(({ out }) => ofTexts(example, out)) },
  ];
}

/** Our protected tables of up to four columns; what is shown above 0 counts as published. */
export function ourTables(
  example: Example,
  values: readonly (readonly string[])[],
  epsilon: number,
  options: BenchOptions,
): Source {
  const runs: Run[] = [];
  let missing: string | null = null;
  const valuesPath = outPath('data', `${example.name}-values.json`);
  writeFileSync(valuesPath, JSON.stringify(values));
  for (let seed = 0; seed < options.seeds && missing === null; seed++) {
    const out = outPath('synthetic', `${example.name}-casebridge-tables-${epsilon}-${seed}.csv`);
    const run = runOf(
      {
        ...{ dataset: example.name, method: 'casebridge-tables', epsilon, seed, settings: `ways ${longest}`, out },
        command: process.execPath,
        args: [
          ...[join(root, 'bench', 'dist', 'synthesis', 'ours-tables.js'), example.table, example.domain, valuesPath],
          ...[String(epsilon), String(example.delta), String(seed), '--out', out],
        ],
      },
      { start: options.ours, fresh: true, timeoutSeconds: options.timeoutSeconds },
    );
    if (typeof run === 'string') missing = run;
    else runs.push(run);
  }
  const draws = runs.map(({ out }) => ofAggregates(example, out));
  const madeUp = runs.map(({ out }, at) => madeUpOfTables(example, draws[at] as Combinations, out));
  return { name: 'Casebridge tables', draws, runs, madeUp, missing };
}

/** Records of one of our methods. */
export function ours(example: Example, method: Method, epsilon: number, options: BenchOptions): Source {
  const runs: Run[] = [];
  let missing: string | null = null;
  for (let seed = 0; seed < options.seeds && missing === null; seed++) {
    const request = requestOf(method, example, epsilon, seed, settingsOf(method, { maxSizeMb: 1, degree: 3 }, options));
    const run =
      typeof request === 'string'
        ? request
        : runOf(request, { start: options.ours, fresh: true, timeoutSeconds: options.timeoutSeconds });
    if (typeof run === 'string') missing = run;
    else runs.push(run);
  }
  const draws = runs.map(({ out }) => ofCodes(example, readCodedTable(out, example.domain)));
  const deviations = runs.map(({ facts }) => Number(facts.noiseSd));
  return {
    name: `Casebridge records (${method === 'casebridge-aim' ? 'AIM-TS' : 'MST'})`,
    draws,
    runs,
    madeUp: deviations.some(Number.isNaN)
      ? null
      : draws.map((draw, at) => madeUpAbove(draw, 2 * (deviations[at] as number))),
    missing,
  };
}

function madeUpAbove(draw: Combinations, limit: number): number {
  const { real, target } = draw.sides();
  let made = 0;
  for (let node = 1; node < draw.count(); node++) {
    if (real[node] === 0 && (target[node] as number) > limit) made++;
  }
  return made;
}

/** Each shown cell against its own standard deviation. */
function madeUpOfTables(example: Example, draw: Combinations, path: string): number {
  const { real } = draw.sides();
  return readTexts(path).texts.filter(([selections = '', count, sd]) => {
    const items = itemsOf(example, selections).sort((a, b) => a - b);
    return real[draw.find(items, items.length)] === 0 && Number(count) > 2 * Number(sd);
  }).length;
}

function indexWithReal({ present, real }: Example): Combinations {
  const index = combinations(present, longest);
  index.addTable(real, 'real');
  return index;
}

function ofCodes(example: Example, table: CodedTable): Combinations {
  const index = indexWithReal(example);
  index.addTable(caseTableOf(table, example.values), 'target');
  return index;
}

function ofTexts(example: Example, path: string): Combinations {
  const { names, texts } = readTexts(path);
  const places = example.real.variables.map((name) => names.indexOf(name));
  const rows = texts.map((row) => places.map((at) => row[at] ?? ''));
  const { table, values } = codeTexts(example.real.variables, rows);
  const columns = table.columns.map((column, at) => {
    const known = example.values?.[at] ?? [];
    const codes = (values[at] ?? []).map((value) => known.indexOf(value === example.absent ? '' : value));
    if (codes.includes(-1)) throw new Error(`${path}: a value that the real file does not hold`);
    return column.map((code) => codes[code] ?? 0);
  });
  const sizes = example.values?.map(({ length }) => length) ?? [];
  return ofCodes(example, { ...table, sizes, columns });
}

/** Published counts, one combination a line: `column:value;column:value,count`. */
function ofAggregates(example: Example, path: string): Combinations {
  const index = indexWithReal(example);
  for (const [selections = '', count = ''] of readTexts(path).texts) {
    if (selections !== 'record_count') index.addCount(itemsOf(example, selections), Number(count), 'target');
  }
  return index;
}

function itemsOf({ itemOf, name }: Example, selections: string): number[] {
  return selections.split(';').map((selection) => {
    const item = itemOf.get(selection);
    if (item === undefined) throw new Error(`${name}: a published value that the real file does not hold`);
    return item;
  });
}
