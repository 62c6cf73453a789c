/**
 * Terms of a log-linear model of capture histories: log μ_ω = Σ over terms m ⊆ ω of β_m. A term is a bit mask of lists: 0
 * is the constant, one bit a list, two bits a pair. Models are hierarchical: every part of a term is a term.
 */
import { type CaptureTable, listsIn, peopleOnAll } from './capture-table.ts';

/** A model made ready for a table. */
export interface ModelTerms {
  /** Interactions asked for, two lists or more, closed downwards, ascending by size then mask. */
  readonly interactions: readonly number[];
  /** Terms with a parameter: constant, lists, and the interactions that somebody shows. */
  readonly active: readonly number[];
  /** Interactions nobody shows: their parameter is −∞, and the histories that contain them leave the fit. */
  readonly empty: readonly number[];
  /** Histories that stay in the fit, ascending. */
  readonly retained: readonly number[];
}

/** All pairs of lists, in lexicographic order: 1-2, 1-3, …, 2-3, … */
export function pairsOf(lists: number): number[] {
  const pairs: number[] = [];
  for (let first = 0; first < lists; first++) {
    for (let second = first + 1; second < lists; second++) pairs.push((1 << first) | (1 << second));
  }
  return pairs;
}

/** A model's terms over a table. RangeError: an interaction of fewer than two lists, or of lists the table has not. */
export function modelTerms(table: CaptureTable, interactions: readonly number[]): ModelTerms {
  const lists = table.lists.length;
  const closed = new Set<number>();
  for (const interaction of interactions) {
    if (interaction <= 0 || interaction >= table.counts.length || listsIn(interaction) < 2) {
      throw new RangeError('an interaction is two lists of the table or more');
    }
    for (let part = interaction; part > 0; part = (part - 1) & interaction) if (listsIn(part) >= 2) closed.add(part);
  }
  const all = [...closed].sort((a, b) => listsIn(a) - listsIn(b) || a - b);
  const empty = all.filter((term) => peopleOnAll(table, term) === 0);
  const retained: number[] = [];
  for (let history = 1; history < table.counts.length; history++) {
    if (!empty.some((term) => (history & term) === term)) retained.push(history);
  }
  const singles = Array.from({ length: lists }, (_, list) => 1 << list);
  return {
    interactions: all,
    active: [0, ...singles, ...all.filter((term) => !empty.includes(term))],
    empty,
    retained,
  };
}

/** A term as its lists' names joined with `:`. */
export function termName(lists: readonly string[], term: number): string {
  return lists.filter((_, list) => ((term >> list) & 1) === 1).join(':');
}
