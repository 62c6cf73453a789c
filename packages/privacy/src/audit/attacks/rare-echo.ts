/**
 * Echo of rare combinations: combinations of up to three values that few real records have, found again among the
 * synthetic ones. Records of the control group have rare combinations too, and some appear by chance. The comparison is
 * fair only among combinations of equal total number in both files together: one that a single record of both has could
 * as well have been in the other. A record has many combinations that share its fate, so the record is the unit: rates
 * are ratios over records, their errors those of a ratio estimate over records (Cochran, 1977, section 6.3).
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { memoryMarginals } from '../../count/memory.ts';
import { cellCount } from '../../results/sets.ts';
import { type AttackInput, joinTables, sizesOfTable } from './attack-input.ts';
import { chance } from './chance.ts';
import { columnSets } from './class-size-table.ts';
import { type Comparison, compareRates, meanRate, type Rate } from './rates.ts';

/** Combinations that `total` real records have. */
export interface EchoLevel extends Comparison {
  readonly total: number;
  /** Combinations of sampled training records, counted once per record: the base of the rate. */
  readonly combinations: number;
}

export interface RareEcho {
  readonly columns: number;
  /** Rare means in fewer than k records. */
  readonly k: number;
  readonly sets: number;
  /** Sets left out because they have too many cells to count densely. */
  readonly setsLeftOut: number;
  readonly records: number;
  /** By total number of records, 1 … k − 1. The first is the one that is judged. */
  readonly levels: readonly EchoLevel[];
}

export interface RareEchoOptions {
  readonly columns?: number;
  readonly k?: number;
  /** Records sampled from each file. */
  readonly targets?: number;
  readonly seed: string;
  readonly signal?: AbortSignal;
}

const mostCells = 2 ** 24;

export async function rareEcho(input: AttackInput, options: RareEchoOptions): Promise<RareEcho> {
  const { columns = 3, k = 11, targets = 5000, seed, signal } = options;
  const { train, control, synthetic } = input;
  const sizes = sizesOfTable(train);
  const all = columnSets(sizes.length, columns);
  const sets = all.filter((set) => cellCount(set.map((column) => sizes[column] as number)) <= mostCells);
  const names = sets.map((set) => set.map((column) => train.variables[column] as string));
  const random = chance(seed, 'rare combinations');
  const groups = [train, ...(control ? [control] : [])].map((table) =>
    sampleOf(table, random.sample(table.rows, targets), k),
  );
  const real = control === null ? train : joinTables([train, control]);
  const wait = signal === undefined ? {} : { signal };
  const echoed = memoryMarginals(synthetic).counts(names, wait)[Symbol.asyncIterator]();
  let at = 0;
  for await (const { cells } of memoryMarginals(real).counts(names, wait)) {
    const other = await echoed.next();
    if (other.done) break;
    for (const group of groups) countSet(group, sets[at] as readonly number[], sizes, cells, other.value.cells, k);
    at++;
  }
  const [own, others] = groups as [Group, Group | undefined];
  return {
    columns,
    k,
    sets: sets.length,
    setsLeftOut: all.length - sets.length,
    records: own.rows,
    levels: Array.from({ length: k - 1 }, (_, level) => ({
      total: level + 1,
      combinations: sumAt(own.rare, level, k - 1),
      ...compareRates(levelRate(own, level, k - 1), others ? levelRate(others, level, k - 1) : null),
    })),
  };
}

/** Sampled records: their codes, and per record and total number how many rare combinations it has and how many are echoed. */
interface Group {
  readonly rows: number;
  readonly codes: readonly CodeColumn[];
  readonly rare: Uint32Array;
  readonly echoed: Uint32Array;
  /** Cells over the columns of the last set, over its first one, its first two and so on. */
  readonly prefixes: Prefix[];
}

interface Prefix {
  readonly column: number;
  readonly cells: Uint32Array;
}

function sampleOf(table: CaseTable, rows: Uint32Array, k: number): Group {
  const codes = table.columns.map((column) => {
    const chosen = column.constructor === Uint8Array ? new Uint8Array(rows.length) : new Uint16Array(rows.length);
    for (let at = 0; at < rows.length; at++) chosen[at] = column[rows[at] as number] as number;
    return chosen;
  });
  const size = rows.length * (k - 1);
  return { rows: rows.length, codes, rare: new Uint32Array(size), echoed: new Uint32Array(size), prefixes: [] };
}

function countSet(
  group: Group,
  set: readonly number[],
  sizes: readonly number[],
  real: ArrayLike<number>,
  synthetic: ArrayLike<number>,
  k: number,
): void {
  const cells = cellsOf(group, set, sizes);
  const { rare, echoed, rows } = group;
  for (let row = 0; row < rows; row++) {
    const cell = cells[row] as number;
    const total = real[cell] as number;
    if (total >= k || total === 0) continue;
    const at = row * (k - 1) + total - 1;
    rare[at] = (rare[at] as number) + 1;
    if ((synthetic[cell] as number) > 0) echoed[at] = (echoed[at] as number) + 1;
  }
}

/** Cell of each record in the table over some columns. Sets come in order: what the last one began with is kept. */
function cellsOf(group: Group, set: readonly number[], sizes: readonly number[]): Uint32Array {
  const { codes, rows, prefixes } = group;
  for (const [depth, column] of set.entries()) {
    const known = prefixes[depth];
    if (known?.column === column) continue;
    prefixes.length = depth;
    const cells = known?.cells ?? new Uint32Array(rows);
    const before = prefixes[depth - 1]?.cells ?? new Uint32Array(rows);
    appendColumn(before, codes[column] as CodeColumn, sizes[column] as number, cells);
    prefixes.push({ column, cells });
  }
  return (prefixes[set.length - 1] as Prefix).cells;
}

function appendColumn(before: Uint32Array, codes: CodeColumn, size: number, cells: Uint32Array): void {
  for (let row = 0; row < cells.length; row++) cells[row] = (before[row] as number) * size + (codes[row] as number);
}

function levelRate(group: Group, level: number, levels: number): Rate {
  let base = 0;
  let found = 0;
  let records = 0;
  for (let row = 0; row < group.rows; row++) {
    const rare = group.rare[row * levels + level] as number;
    if (rare === 0) continue;
    records++;
    base += rare;
    found += group.echoed[row * levels + level] as number;
  }
  if (records === 0) return meanRate(0.5, 0.5, 0);
  const ratio = found / base;
  let squares = 0;
  for (let row = 0; row < group.rows; row++) {
    const at = row * levels + level;
    squares += ((group.echoed[at] as number) - ratio * (group.rare[at] as number)) ** 2;
  }
  const standardError = Math.sqrt((squares * records) / Math.max(1, records - 1)) / base;
  return meanRate(ratio, standardError, records);
}

function sumAt(values: Uint32Array, level: number, levels: number): number {
  let sum = 0;
  for (let at = level; at < values.length; at += levels) sum += values[at] as number;
  return sum;
}
