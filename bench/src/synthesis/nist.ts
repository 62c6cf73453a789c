/**
 * NIST's k-marginal on the three feature sets of its Collaborative Research Cycle, against the scores that its archive states
 * for SmartNoise's MST (nist-crc-k-marginal.csv), and against the same MST run here.
 */
import { type CaseTable, memoryMarginals } from '@casebridge/privacy';
import { kMarginal, nistTable, type TextColumns } from '@casebridge/privacy/utility';
import { type CodedTable, readCodedTable, readTexts } from './coded-table.ts';
import { type Dataset, type NistFeatureSet, nist, nistFeatureSets } from './datasets.ts';
import { counts, subsetsOf } from './marginal-error.ts';
import { type Method, requestOf } from './methods.ts';
import { type BenchOptions, settingsOf } from './options.ts';
import { dataFile } from './places.ts';
import { type Run, runOf } from './runs.ts';
import { costCells, costOf, earlierNote, heading, median, number, printTable, verdict } from './tables.ts';

const methods: readonly Method[] = ['casebridge-aim', 'casebridge-mst', 'mbi-mst', 'smartnoise-mst'];

export async function benchNist(options: BenchOptions): Promise<void> {
  const archive = archiveScores();
  if (archive === null) return;
  heading('NIST k-marginal (1000 is perfect), Massachusetts 2019: 7,634 rows; δ 1e-9');
  console.log(
    'Score: 500 × (2 − mean L1 distance of the densities of all pairs, with PUMA where it is a feature), after SDNist’s bins. ' +
      'By area: the mean over PUMAs of the score within each. The archive’s MST spent 30 % of ε on finding bins; here domains are public.',
  );
  const rows: string[][] = [];
  const runs: Run[] = [];
  for (const set of Object.keys(nistFeatureSets) as NistFeatureSet[]) {
    const dataset = nist(set);
    if (dataset === null) return;
    const target = textColumns(readCodedTable(dataset.table, dataset.domain), dataset);
    const binned = nistTable(nistFeatureSets[set], target);
    for (const epsilon of options.epsilons ?? [1, 5, 10]) {
      const stated = archive.get(`${set}-focused ${epsilon}`) ?? null;
      for (const method of options.methods ?? methods) {
        const found = runsOf(dataset, method, epsilon, options);
        if (typeof found === 'string') {
          rows.push([set, String(epsilon), method, '0', found]);
          continue;
        }
        runs.push(...found);
        const scores: number[] = [];
        const byArea: number[] = [];
        for (const run of found) {
          const synthetic = textColumns(readCodedTable(run.out, dataset.domain), dataset);
          const other = nistTable(nistFeatureSets[set], target, synthetic);
          scores.push(densityScore(coded(binned), coded(other)));
          if (binned.variables.includes('PUMA')) {
            byArea.push((await kMarginal(memoryMarginals(binned), memoryMarginals(other), 'PUMA')).score);
          }
        }
        const score = median(scores);
        rows.push([
          ...[set, String(epsilon), method, String(found.length), number(score), number(median(byArea))],
          stated === null ? '–' : String(stated),
          stated === null || !method.startsWith('casebridge') ? '' : verdict(score > stated),
          ...costCells(costOf(found)),
        ]);
      }
    }
  }
  printTable(
    [
      'features',
      'ε',
      'method',
      'seeds',
      'score',
      'by area',
      'archive MST',
      'above',
      'seconds',
      'processor s',
      'peak MB',
    ],
    rows,
  );
  const note = earlierNote(runs);
  if (note) console.log(note);
}

function runsOf(dataset: Dataset, method: Method, epsilon: number, options: BenchOptions): Run[] | string {
  const runs: Run[] = [];
  let why = 'not run';
  for (let seed = 0; seed < options.seeds; seed++) {
    const request = requestOf(method, dataset, epsilon, seed, settingsOf(method, { maxSizeMb: 1 }, options));
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
      why = run;
      break;
    }
    runs.push(run);
  }
  return runs.length > 0 ? runs : why;
}

/** 500 × (2 − mean L1 distance) over all pairs, each with PUMA where that is a column: the score of SDNist 2.3. */
function densityScore(real: CodedTable, other: CodedTable): number {
  const group = real.names.indexOf('PUMA');
  const others = real.names.map((_, at) => at).filter((at) => at !== group);
  const distances: number[] = [];
  for (const pair of subsetsOf(others.length, 2)) {
    const set = [...(group < 0 ? [] : [group]), ...pair.map((at) => others[at] ?? 0)];
    const cells = set.reduce((product, at) => product * (real.sizes[at] ?? 0), 1);
    const [a, b] = [counts(real, set, cells), counts(other, set, cells)];
    distances.push(a.reduce((sum, count, cell) => sum + Math.abs(count / real.rows - (b[cell] ?? 0) / other.rows), 0));
  }
  return 500 * (2 - distances.reduce((sum, distance) => sum + distance, 0) / distances.length);
}

function coded({ variables, domains, columns, rows }: CaseTable): CodedTable {
  const sizes = variables.map((name) => domains[name]?.length ?? 0);
  return { names: variables, sizes, columns: columns.map((column) => Uint16Array.from(column)), rows };
}

function textColumns(table: CodedTable, { values }: Dataset): TextColumns {
  return Object.fromEntries(
    table.names.map((name, at) => [
      name,
      Array.from(table.columns[at] ?? [], (code) => values?.[at]?.[code] ?? String(code)),
    ]),
  );
}

/** Scores of MST as the archive states them, by feature set and ε. */
function archiveScores(): Map<string, number> | null {
  const path = dataFile('sds-examples', 'nist-crc-k-marginal.csv');
  if (path === null) return null;
  const { names, texts } = readTexts(path);
  const at = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? '';
  return new Map(
    texts
      .filter((row) => at(row, 'technique') === 'mst')
      .map((row) => [`${at(row, 'feature_set')} ${at(row, 'epsilon')}`, Number(at(row, 'k_marginal_score_0_1000'))]),
  );
}
