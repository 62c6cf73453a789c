import type { Hierarchy } from '../columns/declared-domain.ts';
import type { Marginals } from '../count/marginals.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** Marginals whose domains may gain columns: codes of a declared column in groups. */
export interface GroupedMarginals extends Marginals {
  /** Adds the groups of a column as a column of their own, after all others. RangeError: see `checkGroups`. */
  group(hierarchy: Hierarchy): void;
  /** What was added, in order. */
  groups(): readonly Hierarchy[];
}

/**
 * Counts over groups are sums of counts over codes, made before anything else sees them: a record is in one cell of either,
 * so that neither moves by more than one when a record comes or goes.
 */
export function groupedMarginals(marginals: Marginals): GroupedMarginals {
  const added = new Map<string, Hierarchy>();
  let domains: Domains = marginals.domains;
  return {
    get domains() {
      return domains;
    },
    group(hierarchy) {
      checkGroups(domains, added, hierarchy);
      const { column, parent, groups, groupOf } = hierarchy;
      added.set(parent, { column, parent, groups: [...groups], groupOf: [...groupOf] });
      domains = { ...domains, [parent]: [...groups] };
    },
    groups: () => [...added.values()],
    async *counts(sets, options) {
      const bases = sets.map((set) => baseOf(marginals.domains, added, set));
      const wanted = new Map(bases.map((base) => [setKey(base), base]));
      const waiting = new Map<string, Float64Array | Uint32Array>();
      // Answers come in the order of `wanted`, which is that of the first set that needs each.
      const source = marginals.counts([...wanted.values()], options)[Symbol.asyncIterator]();
      const lastUse = new Map(bases.map((base, at) => [setKey(base), at]));
      for (const [at, set] of sets.entries()) {
        const base = bases[at] as readonly string[];
        const key = setKey(base);
        while (!waiting.has(key)) {
          const next = await source.next();
          if (next.done) throw new RangeError(`the marginals left out the set ${joinNames(base)}`);
          waiting.set(setKey(next.value.set), next.value.cells);
        }
        const cells = waiting.get(key) as Float64Array | Uint32Array;
        if (lastUse.get(key) === at) waiting.delete(key);
        yield { set, cells: set.some((name) => added.has(name)) ? summed(domains, added, base, set, cells) : cells };
      }
    },
  };
}

/** RangeError: groups of a column that is not declared or grouped itself, a name in use, or a code without a group. */
function checkGroups(domains: Domains, added: ReadonlyMap<string, Hierarchy>, hierarchy: Hierarchy): void {
  const { column, parent, groups, groupOf } = hierarchy;
  const codes = Object.hasOwn(domains, column) && !added.has(column) ? domains[column] : undefined;
  if (!codes) throw new RangeError(`'${column}' is no declared column`);
  if (Object.hasOwn(domains, parent)) throw new RangeError(`a column is called '${parent}' already`);
  const fits = groupOf.every((group) => Number.isInteger(group) && group >= 0 && group < groups.length);
  if (groupOf.length !== codes.length || groups.length === 0 || !fits)
    throw new RangeError(`not every code of '${column}' has a group`);
}

/** The declared columns that a set is counted from, in the order of the domains. */
function baseOf(domains: Domains, added: ReadonlyMap<string, Hierarchy>, set: readonly string[]): readonly string[] {
  if (!set.some((name) => added.has(name))) return set;
  const needed = new Set(set.map((name) => added.get(name)?.column ?? name));
  return Object.keys(domains).filter((name) => needed.has(name));
}

function summed(
  domains: Domains,
  added: ReadonlyMap<string, Hierarchy>,
  base: readonly string[],
  set: readonly string[],
  cells: ArrayLike<number>,
): Float64Array {
  const sizes = sizesOf(domains, set);
  const out = new Float64Array(cellCount(sizes));
  // For every code of every base column, how far it moves a cell of the set.
  const steps = base.map((name) => new Int32Array((domains[name] as readonly string[]).length));
  for (const [axis, name] of set.entries()) {
    const stride = cellCount(sizes.slice(axis + 1));
    const hierarchy = added.get(name);
    const step = steps[base.indexOf(hierarchy?.column ?? name)] as Int32Array;
    for (let code = 0; code < step.length; code++) {
      step[code] = (step[code] as number) + stride * (hierarchy ? (hierarchy.groupOf[code] as number) : code);
    }
  }
  let targets = new Int32Array(1);
  for (const step of [...steps].reverse()) {
    const next = new Int32Array(step.length * targets.length);
    for (let code = 0, at = 0; code < step.length; code++) {
      for (let rest = 0; rest < targets.length; rest++) next[at++] = (step[code] as number) + (targets[rest] as number);
    }
    targets = next;
  }
  for (let cell = 0; cell < targets.length; cell++) {
    const to = targets[cell] as number;
    out[to] = (out[to] as number) + (cells[cell] as number);
  }
  return out;
}
