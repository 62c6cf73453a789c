/** What is compared on the examples of Synthetic Data Showcase: its published files, its synthesiser run here, and ours. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseTable } from '@casebridge/privacy';
import { type Combinations, combinations, type PresentValues } from '@casebridge/privacy/utility';
import { type CodedTable, codeTexts, readCodedTable, readTexts } from './coded-table.ts';
import type { Dataset, SdsExample } from './datasets.ts';
import { type Method, pythonOf, requestOf } from './methods.ts';
import { caseTableOf } from './nist.ts';
import type { BenchOptions } from './options.ts';
import { dataFile, outPath, peersFolder } from './places.ts';
import { type Run, type RunRequest, runOf } from './runs.ts';

/** Length of the longest combination, R in the tool's terms. */
export const longest = 4;

/** Several draws of one product: each an index that holds the real counts and the product's. */
export interface Source {
  readonly name: string;
  readonly draws: readonly Combinations[];
  readonly runs: readonly Run[];
  /** Median standard deviation of the noise that each draw rests on; null where a product does not say. */
  readonly noiseSd: number | null;
  readonly missing: string | null;
}

export interface Example extends Dataset {
  readonly example: SdsExample;
  readonly texts: string;
  readonly absent: string;
  readonly real: CaseTable;
  readonly present: PresentValues;
}

/** Aggregates and records that the Intelligence Toolkit's repository holds for the complaints; made at ε 12. */
export function publishedFiles(example: Example): Source[] {
  const aggregates = dataFile('sds-examples', 'customer_complaints_aggregate.csv.gz');
  const synthetic = dataFile('sds-examples', 'customer_complaints_synthetic.csv.gz');
  if (!aggregates || !synthetic) return [];
  const base = { runs: [], noiseSd: null, missing: null };
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
  const base = { runs, noiseSd: null, missing };
  return [
    { ...base, name: 'SDS aggregates (pac-synth)', draws: aggregates.map((path) => ofAggregates(example, path)) },
    { ...base, name: 'SDS records (pac-synth)', draws: runs.map(({ out }) => ofTexts(example, out)) },
  ];
}

/** Records of one of our methods. */
export function ours(example: Example, method: Method, epsilon: number, options: BenchOptions): Source {
  const runs: Run[] = [];
  let missing: string | null = null;
  for (let seed = 0; seed < options.seeds && missing === null; seed++) {
    const request = requestOf(method, example, epsilon, seed, { maxSizeMb: 4, degree: longest });
    const run =
      typeof request === 'string'
        ? request
        : runOf(request, { start: options.ours, fresh: true, timeoutSeconds: options.timeoutSeconds });
    if (typeof run === 'string') missing = run;
    else runs.push(run);
  }
  const deviations = runs.map(({ facts }) => Number(facts.noiseSd)).filter((value) => !Number.isNaN(value));
  return {
    name: `Casebridge records (${method === 'casebridge-aim' ? 'AIM-TS' : 'MST'})`,
    draws: runs.map(({ out }) => ofCodes(example, readCodedTable(out, example.domain))),
    runs,
    noiseSd: deviations.length > 0 ? Math.max(...deviations) : null,
    missing,
  };
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
  const items = new Map(example.present.items.map(({ variable, value }, at) => [`${variable}:${value}`, at]));
  const index = indexWithReal(example);
  for (const [selections = '', count = ''] of readTexts(path).texts) {
    if (selections === 'record_count') continue;
    const found = selections.split(';').map((selection) => items.get(selection) ?? -1);
    if (found.includes(-1)) throw new Error(`${path}: a value that the real file does not hold`);
    index.addCount(found, Number(count), 'target');
  }
  return index;
}
