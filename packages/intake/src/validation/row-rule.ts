// A rule on several columns is decided once per combination of their codes. A row's codes are added up in mixed radix,
// each source having a power of two of room to grow, and the sum looks the verdict up: in a flat table while the
// combinations are few, in a map where they are many. Where they are very few, all are decided at once, and a rule that
// no combination breaks costs its rows nothing.
import { missing, type Severity } from '@casebridge/standard';
import type { RowSource } from './row-sources.ts';
import type { MessageArgs, RecordView } from './rule.ts';
import { scopeSourceName } from './rule.ts';

/** A rule bound to the sources of one file. */
export interface RowRule {
  readonly code: string;
  readonly severity: Severity;
  readonly about: string | null;
  /** Calls `found` for each row of the current block that breaks the rule. */
  check(rows: number, found: (row: number, args: MessageArgs) => void): void;
  /** The cells the rule read in a row, for showing to their owner: `age_band=9-17 age_at_registration=26`. */
  cellsOf(row: number): string;
}

/** Binds a rule. `test` must depend on nothing but the record: its answers are kept per combination of cells. */
export function bindRowRule(
  rule: {
    readonly code: string;
    readonly severity: Severity;
    readonly about: string | null;
    readonly test: (record: RecordView) => MessageArgs | null;
  },
  sources: readonly RowSource[],
  year: number,
): RowRule {
  const at = sources.map(() => 0);
  const strides = sources.map(() => 1);
  const room = sources.map(() => 0);
  const answers: MessageArgs[] = [];
  let table = new Uint16Array(0);
  let many: Map<number, number> | undefined;
  let keys = new Float64Array(0);
  let lastEpoch = -1;
  let decided = 0;
  let isQuiet = false;
  const record = recordView(sources, at, year);

  function makeRoom(): void {
    const epoch = sources.reduce((sum, source) => sum + source.epoch(), 0);
    if (epoch === lastEpoch && sources.every((source, n) => source.size() <= (room[n] as number))) return;
    lastEpoch = epoch;
    decided = 0;
    let total = 1;
    for (const [n, source] of sources.entries()) {
      room[n] = roomFor(source.size());
      strides[n] = total;
      total *= room[n] as number;
    }
    const flat = total <= largestTable;
    table = flat ? new Uint16Array(total) : new Uint16Array(0);
    many = flat ? undefined : new Map();
  }

  /** Decides every combination where they are very few; true where none of them breaks the rule. */
  function isNeverBroken(): boolean {
    const sizes = sources.map((source) => source.size());
    const combinations = sizes.reduce((product, size) => product * size, 1);
    if (combinations > fewCombinations || many) return false;
    if (combinations === decided) return isQuiet;
    decided = combinations;
    isQuiet = true;
    for (let combination = 0; combination < combinations; combination++) {
      let rest = combination;
      let key = 0;
      for (const [n, size] of sizes.entries()) {
        at[n] = rest % size;
        key += (at[n] as number) * (strides[n] as number);
        rest = Math.floor(rest / size);
      }
      if (table[key] === 0) table[key] = decide();
      if ((table[key] as number) > 1) isQuiet = false;
    }
    return isQuiet;
  }

  /** Decides the combination in `at`: 1 where it is right, else 2 + the place of the finding's arguments. */
  function decide(): number {
    const answer = rule.test(record);
    if (answer === null) return 1;
    let place = answers.findIndex((known) => sameArgs(known, answer));
    if (place < 0) place = answers.push(answer) - 1;
    return place + 2;
  }

  function decideRow(row: number): number {
    for (const [n, source] of sources.entries()) at[n] = source.codes()[row] ?? 0;
    return decide();
  }

  function remembered(key: number, row: number): number {
    if (!many) {
      const verdict = decideRow(row);
      table[key] = verdict;
      return verdict;
    }
    let verdict = many.get(key);
    if (verdict === undefined) {
      if (many.size >= mostRemembered) many.clear();
      verdict = decideRow(row);
      many.set(key, verdict);
    }
    return verdict;
  }

  function addUp(rows: number): void {
    if (keys.length < rows) keys = new Float64Array(rows);
    keys.fill(0, 0, rows);
    for (const [n, source] of sources.entries()) {
      if (source.size() > 1) addCodes(keys, source.codes(), strides[n] as number, rows);
    }
  }

  return {
    code: rule.code,
    severity: rule.severity,
    about: rule.about,
    check(rows, found) {
      makeRoom();
      if (isNeverBroken()) return;
      addUp(rows);
      for (let row = 0; row < rows; row++) {
        const key = keys[row] as number;
        const verdict = (many ? 0 : (table[key] as number)) || remembered(key, row);
        if (verdict > 1) found(row, answers[verdict - 2] as MessageArgs);
      }
    },
    cellsOf(row) {
      return sources
        .filter(({ name }) => name !== scopeSourceName)
        .map((source) => {
          const code = source.codes()[row] ?? 0;
          const set = source.set(code);
          return `${source.name}=${set.length > 0 ? set.join(';') : source.cell(code)}`;
        })
        .join(' ');
    },
  };
}

function addCodes(keys: Float64Array, codes: ArrayLike<number>, stride: number, rows: number): void {
  for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) + (codes[row] as number) * stride;
}

const fewCombinations = 1024;
const largestTable = 1 << 18;
const mostRemembered = 1 << 18;

function roomFor(size: number): number {
  let room = 4;
  while (room < size) room *= 2;
  return room;
}

function recordView(sources: readonly RowSource[], at: readonly number[], year: number): RecordView {
  const place = new Map(sources.map(({ name }, n) => [name, n]));
  const codeOf = (name: string) => at[place.get(name) ?? -1] ?? 0;
  const source = (name: string) => sources[place.get(name) ?? -1];
  return {
    year,
    cell: (column) => source(column)?.cell(codeOf(column)) ?? missing('not_asked'),
    yes: (variable) => source(variable)?.set(codeOf(variable)) ?? [],
    get scopeSource() {
      return codeOf(scopeSourceName);
    },
  };
}

function sameArgs(first: MessageArgs, second: MessageArgs): boolean {
  const keys = Object.keys(first);
  return keys.length === Object.keys(second).length && keys.every((key) => first[key] === second[key]);
}
