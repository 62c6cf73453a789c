import { canonicalSet, domainSize, joinNames } from './sets.ts';
import type { Domains, Query, Selection } from './types.ts';

/** A selection resolved against the domains: which codes of which axes are summed. */
export interface ResolvedSelection {
  /** The table's variables in domain order. */
  readonly table: readonly string[];
  /** Per axis of the table: 1 for an allowed code, 0 for another; null where every code is allowed. */
  readonly allowed: readonly (Float64Array<ArrayBuffer> | null)[];
  readonly weight: number;
}

/** RangeError: a variable outside the table, a code outside its domain, or no allowed code at all. */
export function resolveSelection(domains: Domains, selection: Selection): ResolvedSelection {
  const table = canonicalSet(domains, selection.table);
  for (const name of Object.keys(selection.where)) {
    if (!table.includes(name)) throw new RangeError(`'${name}' is not in the table ${joinNames(table)}`);
  }
  const weight = selection.weight ?? 1;
  if (!Number.isFinite(weight))
    throw new RangeError(`a weight on the table ${joinNames(table)} is not a finite number`);
  return { table, allowed: table.map((name) => allowedCodes(domains, name, selection.where)), weight };
}

function allowedCodes(domains: Domains, name: string, where: Selection['where']): Float64Array<ArrayBuffer> | null {
  if (!Object.hasOwn(where, name)) return null;
  const wanted = where[name] as string | readonly string[];
  const codes = typeof wanted === 'string' ? [wanted] : wanted;
  const domain = domains[name] as readonly string[];
  const allowed = new Float64Array(domainSize(domains, name));
  for (const code of codes) {
    const at = domain.indexOf(code);
    if (at < 0) throw new RangeError(`'${code}' is not a code of '${name}'`);
    allowed[at] = 1;
  }
  if (codes.length === 0) throw new RangeError(`no code of '${name}' is selected`);
  return allowed.every((one) => one === 1) ? null : allowed;
}

/** The cohorts named, each once. RangeError: none, an unknown one, or one named twice. */
export function resolveCohorts(known: ReadonlySet<string>, ids: Query['cohorts']): readonly string[] {
  if (ids.length === 0) throw new RangeError('a query names at least one cohort');
  if (new Set(ids).size !== ids.length) throw new RangeError('a query names a cohort twice');
  for (const id of ids) {
    if (!known.has(id)) throw new RangeError(`no cohort '${id}'`);
  }
  return ids;
}
