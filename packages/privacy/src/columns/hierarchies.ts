import { Refusal } from '@casebridge/refusal';
import { cellCount, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { type Hierarchy, mostDeclaredCells, type StructuralZero } from './declared-domain.ts';

/**
 * Reads `$hierarchies` of a domain file, `{"country": {"parent": "region", "groups": {"Africa": ["DZA", …], …}}}`: every
 * code of the column is in exactly one group.
 *
 * @param file the domain file's name, for messages
 * @throws Refusal naming file and column
 */
export function readHierarchies(value: unknown, domains: Domains, file: string): Hierarchy[] {
  if (!isRecord(value)) {
    throw new Refusal(
      'domain-hierarchy',
      `${file}: $hierarchies is an object; write {"column": {"parent": "name", "groups": {"group": ["code", …]}}}.`,
    );
  }
  const hierarchies = Object.entries(value).map(([column, declared]) => hierarchyOf(column, declared, domains, file));
  for (const { column } of hierarchies) checkNoCycle(column, hierarchies, file);
  const parents = hierarchies.map(({ parent }) => parent).filter((parent) => !Object.hasOwn(domains, parent));
  const twice = parents.find((parent, at) => parents.indexOf(parent) < at);
  if (twice !== undefined) {
    throw new Refusal('domain-hierarchy', `${file}, $hierarchies: two columns have the parent '${twice}'; rename one.`);
  }
  return hierarchies;
}

/** What a hierarchy forbids where its parent is a declared column too: a code beside another group than its own. */
export function zerosOfHierarchies(hierarchies: readonly Hierarchy[], domains: Domains): StructuralZero[] {
  return hierarchies
    .filter(({ parent }) => Object.hasOwn(domains, parent))
    .map(({ column, parent, groups, groupOf }) => {
      const set = Object.keys(domains).filter((name) => name === column || name === parent);
      const parentCodes = domains[parent] as readonly string[];
      const cells: number[] = [];
      for (const [code, group] of groupOf.entries()) {
        for (const [parentCode, name] of parentCodes.entries()) {
          if (name === groups[group]) continue;
          cells.push(set[0] === column ? code * parentCodes.length + parentCode : parentCode * groupOf.length + code);
        }
      }
      return { set, cells };
    })
    .filter(({ cells }) => cells.length > 0);
}

function hierarchyOf(column: string, declared: unknown, domains: Domains, file: string): Hierarchy {
  const refuse = (reason: string): never => {
    throw new Refusal('domain-hierarchy', `${file}, $hierarchies, column '${column}': ${reason}.`);
  };
  const codes = Object.hasOwn(domains, column) ? domains[column] : undefined;
  if (!codes) return refuse('the domain does not declare this column; declare it or take the hierarchy out');
  const { parent, groups } = isRecord(declared) ? declared : {};
  if (!isRecord(declared) || Object.keys(declared).length !== 2 || typeof parent !== 'string' || !isRecord(groups))
    return refuse('write {"parent": "name", "groups": {"group": ["code", …]}}');
  if (parent === '' || parent === column) return refuse('the parent needs a name of its own');
  const names = Object.keys(groups);
  const groupOf = new Array<number>(codes.length).fill(-1);
  for (const [at, name] of names.entries()) {
    const members = groups[name];
    if (!Array.isArray(members) || members.length === 0)
      return refuse(`the group '${name}' is not a list of one code or more`);
    for (const member of members as unknown[]) {
      const code = codes.indexOf(String(member));
      if ((typeof member !== 'string' && typeof member !== 'number') || code < 0)
        return refuse(`the group '${name}' has a code that the domain does not declare`);
      if (groupOf[code] !== -1) return refuse(`the code '${codes[code]}' is in two groups; leave it in one`);
      groupOf[code] = at;
    }
  }
  const without = groupOf.indexOf(-1);
  if (without >= 0) return refuse(`the code '${codes[without]}' is in no group; put every code in one`);
  if (Object.hasOwn(domains, parent)) {
    const unknown = names.find((name) => !(domains[parent] as readonly string[]).includes(name));
    if (unknown !== undefined)
      return refuse(`the column '${parent}' has no code '${unknown}'; name the groups like its codes`);
    if (cellCount(sizesOf(domains, [column, parent])) > mostDeclaredCells)
      return refuse(`with '${parent}' it spans more than ${mostDeclaredCells} cells; leave one of the columns out`);
  }
  return { column, parent, groups: names, groupOf };
}

function checkNoCycle(start: string, hierarchies: readonly Hierarchy[], file: string): void {
  const parentOf = new Map(hierarchies.map(({ column, parent }) => [column, parent]));
  let at = parentOf.get(start);
  for (let steps = 0; at !== undefined && steps < hierarchies.length; steps++) {
    if (at === start) {
      throw new Refusal(
        'domain-hierarchy',
        `${file}, $hierarchies: '${start}' is its own parent in the end; break the ring.`,
      );
    }
    at = parentOf.get(at);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
