/**
 * Records that nobody lived, shaped like a declared domain: what a gate tries a release's program and settings on. A world
 * has a few hidden groups. Every variable has codes of skewed frequency, in another order in each group, so that variables
 * go together; records come from a few sources, each of which never asked some of the variables; a share of records have
 * combinations that hardly anybody else has. Nothing is taken from data: the domain, the seed and nothing else decide.
 */
import { type CaseTable, type CodeColumn, caseTable, emptyColumn } from '../columns/case-table.ts';
import { type PublishedRandom, publishedRandom } from '../pgm/published-random.ts';
import { domainSize } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { inventedTable, type PublicTable } from './public-table.ts';

/** What a world is made from. */
export interface WorldPlan {
  readonly domains: Domains;
  readonly rows: number;
  readonly seed: string;
  /** Combinations that cannot be: per set the row-major cells. No record has one. */
  readonly structuralZeros?: readonly { readonly set: readonly string[]; readonly cells: readonly number[] }[];
  /** Whether a code says that an answer is missing; codes that begin with `?` when absent. */
  readonly isMissing?: (code: string) => boolean;
}

const groups = 5;
const sources = 4;
/** Share of variables that a source never asked, of those that have a code for it. */
const neverAsked = 0.2;
/** Share of records that are strange: every code equally likely. */
const strange = 0.02;
/** Redraws of a record that cannot be, before it is left as the last possible one. */
const mostRedraws = 1000;

/** RangeError: no row, structural zeros of an unknown variable, or a domain in which hardly any record can be. */
export function inventedWorld(plan: WorldPlan): PublicTable {
  return inventedTable(inventRecords(plan), plan.seed);
}

function inventRecords({
  domains,
  rows,
  seed,
  structuralZeros = [],
  isMissing = startsWithMark,
}: WorldPlan): CaseTable {
  if (!Number.isSafeInteger(rows) || rows < 1) throw new RangeError('a world has at least one record');
  const random = publishedRandom(`casebridge invented world: ${seed}`);
  const names = Object.keys(domains);
  const shapes = names.map((name) => shapeOf(domains[name] as readonly string[], isMissing, random));
  const impossible = structuralZeros.map(({ set, cells }) => ({
    at: set.map((name) => names.indexOf(name)),
    sizes: set.map((name) => domainSize(domains, name)),
    cells: new Set(cells),
  }));
  const columns: CodeColumn[] = names.map((name) => emptyColumn(domainSize(domains, name), rows));
  const record = new Uint32Array(names.length);
  for (let row = 0; row < rows; row++) {
    let tries = 0;
    do {
      if (tries++ === mostRedraws) throw new RangeError('hardly any record can be in this domain');
      draw(record, shapes, random);
      for (const zero of impossible) if (isImpossible(record, zero)) repair(record, zero, random);
    } while (impossible.some((zero) => isImpossible(record, zero)));
    for (const [at, column] of columns.entries()) column[row] = record[at] as number;
  }
  return caseTable(domains, Object.fromEntries(names.map((name, at) => [name, columns[at] as CodeColumn])));
}

interface Shape {
  readonly size: number;
  /** Per group, running sums of the codes' frequencies. */
  readonly frequencies: readonly Float64Array[];
  /** Per source, the code of a question that was not asked; null where it was. */
  readonly notAsked: readonly (number | null)[];
}

function shapeOf(codes: readonly string[], isMissing: (code: string) => boolean, random: PublishedRandom): Shape {
  const size = codes.length;
  const skew = 0.8 + 0.8 * random.unit();
  const common = shuffled(size, random);
  const frequencies = Array.from({ length: groups }, () => {
    // Part of a group's mass follows the common order, the rest an order of its own.
    const own = shuffled(size, random);
    const share = 0.6 + 0.4 * random.unit();
    const running = new Float64Array(size);
    let sum = 0;
    for (let code = 0; code < size; code++) {
      sum += (1 - share) * zipf(common[code] as number, skew) + share * zipf(own[code] as number, skew);
      running[code] = sum;
    }
    return running.map((value) => value / sum);
  });
  const missing = codes.findIndex(isMissing);
  const notAsked = Array.from({ length: sources }, () => (missing >= 0 && random.unit() < neverAsked ? missing : null));
  return { size, frequencies, notAsked };
}

function draw(record: Uint32Array, shapes: readonly Shape[], random: PublishedRandom): void {
  // Groups and sources have sizes 1, 1/2, 1/3, …; a source sees more of one group than of the others.
  const source = place(random.unit(), sources);
  const group = random.unit() < 0.5 ? source % groups : place(random.unit(), groups);
  const isStrange = random.unit() < strange;
  for (const [at, { size, frequencies, notAsked }] of shapes.entries()) {
    const share = random.unit();
    const code = isStrange ? Math.floor(share * size) : find(frequencies[group] as Float64Array, share);
    record[at] = notAsked[source] ?? code;
  }
}

interface Impossible {
  readonly at: readonly number[];
  readonly sizes: readonly number[];
  readonly cells: ReadonlySet<number>;
}

// Where one variable follows from another, a region from a country, hardly any combination drawn by chance can be: the
// variable of fewest codes is drawn again among those that can.
function repair(record: Uint32Array, zero: Impossible, random: PublishedRandom): void {
  const least = zero.sizes.reduce((axis, size, at) => (size < (zero.sizes[axis] as number) ? at : axis), 0);
  const column = zero.at[least] as number;
  const before = record[column] as number;
  const possible: number[] = [];
  for (let code = 0; code < (zero.sizes[least] as number); code++) {
    record[column] = code;
    if (!isImpossible(record, zero)) possible.push(code);
  }
  record[column] = possible.length === 0 ? before : (possible[random.below(possible.length)] as number);
}

function isImpossible(record: Uint32Array, zero: Impossible): boolean {
  return zero.cells.has(
    zero.at.reduce((cell, at, axis) => cell * (zero.sizes[axis] as number) + (record[at] as number), 0),
  );
}

/** Which of `count` things of sizes 1, 1/2, 1/3, … a share falls to. */
function place(share: number, count: number): number {
  const whole = Array.from({ length: count }, (_, at) => 1 / (at + 1)).reduce((sum, size) => sum + size, 0);
  let rest = share * whole;
  for (let at = 0; at < count - 1; at++) {
    rest -= 1 / (at + 1);
    if (rest < 0) return at;
  }
  return count - 1;
}

function zipf(rank: number, skew: number): number {
  return (rank + 1) ** -skew;
}

function shuffled(size: number, random: PublishedRandom): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

function find(running: Float64Array, share: number): number {
  let [low, high] = [0, running.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((running[middle] as number) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}

function startsWithMark(code: string): boolean {
  return code.startsWith('?');
}
