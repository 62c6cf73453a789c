/**
 * Special uniques (Elliot, Manning and Ford, 2002, IJUFKS 10; SUDA2: Manning, Haglin and Keane, 2008, DMKD 16): minimal
 * sets of columns in which a record is unlike every other, while it is not in any of their subsets. The fewer columns, the
 * riskier: a minimal set of s of d columns, searched up to size M, adds ∏_{i=s}^{M} (d − i) to its record's score.
 *
 * Depth first over columns, those of most codes first, and from the last column to the first at each depth, so that every
 * set comes after all its subsets. A prefix keeps the records it does not yet single out, numbered by
 * the group they fall in; one more column is then one pass over them, in a table of groups × codes that holds 0 (none
 * yet), a record's position + 1 (one) or −1 (several). Records that others equal in every column are never unique. Sets of columns of
 * few codes, where nobody is alone, are told in advance and passed over.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';
import { crowdedSets } from './crowded-sets.ts';
import { distinctRows } from './distinct-rows.ts';

export interface SpecialUniques {
  readonly most: number;
  readonly records: number;
  /** Records with at least one minimal unique set. */
  readonly recordsWithAny: number;
  /** Minimal unique sets by number of columns, 1 … most. */
  readonly bySize: readonly number[];
  /** Per column, the share of minimal unique sets it is part of. */
  readonly columnShare: Readonly<Record<string, number>>;
  readonly highestScore: number;
  readonly meanScore: number;
  /** Score of every record. */
  readonly scores: Float64Array;
}

export interface SpecialUniquesOptions {
  /** Largest size of a minimal unique set. */
  readonly most?: number;
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

const mostCells = 2 ** 24;

export function specialUniques(table: CaseTable, options: SpecialUniquesOptions = {}): SpecialUniques {
  const { signal, onProgress } = options;
  const sizes = sizesOfTable(table);
  const count = sizes.length;
  const most = Math.min(options.most ?? 3, count);
  const order = sizes.map((_, column) => column).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
  const distinct = distinctRows(
    table,
    sizes.map((_, column) => column),
  );
  const codes = order.map((column) => {
    const values = table.columns[column] as CodeColumn;
    return Uint16Array.from(distinct.first, (row) => values[row] as number);
  });
  const rows = distinct.first.length;
  const found = foundSets(rows, count);
  const crowded = crowdedSets(
    codes,
    order.map((column) => sizes[column] as number),
    most,
    signal,
  );
  /** Whether nobody is alone in the set, nor in any that the search makes of it by adding columns up to `most`. */
  const fruitless = (set: readonly number[]): boolean => {
    if (set.length === most) return crowded(set);
    const first = (set.at(-1) as number) + 1;
    if (set.length < most - 1 || first === count) return false;
    for (let at = first; at < count; at++) if (!crowded([...set, at])) return false;
    return true;
  };
  const scoreOf = Array.from({ length: most + 1 }, (_, size) => {
    let score = 1;
    for (let i = size; i <= most; i++) score *= count - i;
    return score;
  });
  const scores = new Float64Array(rows);
  const bySize = new Array<number>(most).fill(0);
  const byColumn = new Array<number>(count).fill(0);
  let state = new Int32Array(1024);

  const visit = (prefix: readonly number[], active: Uint32Array, group: Uint32Array, groups: number): void => {
    const size = prefix.length + 1;
    for (let at = count - 1; at > (prefix.at(-1) ?? -1); at--) {
      signal?.throwIfAborted();
      if (prefix.length === 0) onProgress?.(1 - (at + 1) / count);
      const column = codes[at] as Uint16Array;
      const width = sizes[order[at] as number] as number;
      const set = [...prefix, at];
      if (fruitless(set)) continue;
      const mask = found.maskOf(set);
      const nextActive = size < most ? new Uint32Array(active.length) : null;
      const nextGroup = size < most ? new Uint32Array(active.length) : null;
      let nextGroups = 0;
      let kept = 0;
      const groupsAtOnce = Math.max(1, Math.floor(mostCells / width));
      for (let from = 0; from < groups; from += groupsAtOnce) {
        const to = Math.min(groups, from + groupsAtOnce);
        const cells = (to - from) * width;
        if (state.length < cells) state = new Int32Array(2 * cells);
        else state.fill(0, 0, cells);
        const whole = from === 0 && to === groups;
        if (whole) markAll(state, active, group, column, width);
        else markSome(state, active, group, column, width, from, to);
        const marked = state;
        for (let cell = 0; cell < cells; cell++) {
          const there = marked[cell] as number;
          if (there === 0) continue;
          if (there > 0) {
            const row = active[there - 1] as number;
            if (distinct.counts[row] === 1) {
              if (found.add(row, mask, size < most)) {
                scores[row] = (scores[row] as number) + (scoreOf[size] as number);
                bySize[size - 1] = (bySize[size - 1] as number) + 1;
                for (const member of set) {
                  const original = order[member] as number;
                  byColumn[original] = (byColumn[original] as number) + 1;
                }
              }
              marked[cell] = 0;
            } else marked[cell] = -1;
          }
          if (size < most && marked[cell] === -1) marked[cell] = -2 - nextGroups++;
        }
        if (nextActive === null || nextGroup === null) continue;
        for (let i = 0; i < active.length; i++) {
          const g = group[i] as number;
          if (!whole && (g < from || g >= to)) continue;
          const numbered = marked[(g - from) * width + (column[active[i] as number] as number)] as number;
          if (numbered > -2) continue;
          nextActive[kept] = active[i] as number;
          nextGroup[kept] = -2 - numbered;
          kept++;
        }
      }
      if (nextActive !== null && nextGroup !== null && kept > 0) {
        visit(set, nextActive.subarray(0, kept), nextGroup.subarray(0, kept), nextGroups);
      }
    }
  };
  visit(
    [],
    Uint32Array.from({ length: rows }, (_, row) => row),
    new Uint32Array(rows),
    rows > 0 ? 1 : 0,
  );
  const all = bySize.reduce((sum, sets) => sum + sets, 0);
  const perRecord = Float64Array.from(distinct.of, (at) => scores[at] as number);
  return {
    most,
    records: table.rows,
    recordsWithAny: perRecord.reduce((sum, score) => sum + +(score > 0), 0),
    bySize,
    columnShare: Object.fromEntries(
      table.variables.map((name, column) => [name, all === 0 ? 0 : (byColumn[column] as number) / all]),
    ),
    highestScore: perRecord.reduce((highest, score) => Math.max(highest, score), 0),
    meanScore: table.rows === 0 ? 0 : perRecord.reduce((sum, score) => sum + score, 0) / table.rows,
    scores: perRecord,
  };
}

/** Marks in which cell each record falls, in a table of groups × codes. On its own, so that it runs on plain locals. */
function markAll(state: Int32Array, active: Uint32Array, group: Uint32Array, column: Uint16Array, width: number): void {
  for (let i = 0; i < active.length; i++) {
    const cell = (group[i] as number) * width + (column[active[i] as number] as number);
    state[cell] = state[cell] === 0 ? i + 1 : -1;
  }
}

/** The same for groups [from, to) alone. */
function markSome(
  state: Int32Array,
  active: Uint32Array,
  group: Uint32Array,
  column: Uint16Array,
  width: number,
  from: number,
  to: number,
): void {
  for (let i = 0; i < active.length; i++) {
    const g = group[i] as number;
    if (g < from || g >= to) continue;
    const cell = (g - from) * width + (column[active[i] as number] as number);
    state[cell] = state[cell] === 0 ? i + 1 : -1;
  }
}

interface FoundSets {
  maskOf(set: readonly number[]): Int32Array;
  /** False where a subset is already known to single the row out. Keeps the set for larger ones when asked to. */
  add(row: number, mask: Int32Array, keep: boolean): boolean;
}

/** The minimal unique sets of every row, as bit masks over columns in linked lists. */
function foundSets(rows: number, columns: number): FoundSets {
  const words = Math.ceil(columns / 32);
  const head = new Int32Array(rows).fill(-1);
  let next = new Int32Array(1024);
  let masks = new Int32Array(1024 * words);
  let used = 0;
  return {
    maskOf(set) {
      const mask = new Int32Array(words);
      for (const member of set) mask[member >> 5] = (mask[member >> 5] as number) | (1 << (member & 31));
      return mask;
    },
    add(row, mask, keep) {
      for (let at = head[row] as number; at >= 0; at = next[at] as number) {
        let outside = 0;
        for (let word = 0; word < words; word++) {
          outside |= (masks[at * words + word] as number) & ~(mask[word] as number);
        }
        if (outside === 0) return false;
      }
      if (!keep) return true;
      if (used === next.length) {
        const longer = new Int32Array(2 * next.length);
        longer.set(next);
        next = longer;
        const more = new Int32Array(2 * masks.length);
        more.set(masks);
        masks = more;
      }
      masks.set(mask, used * words);
      next[used] = head[row] as number;
      head[row] = used++;
      return true;
    },
  };
}
