/**
 * The rules of `$structuralZeros` in a domain file. Three forms, mixed freely in one list:
 *
 *     {"when": {"type": "other"}, "only": {"means": "not-applicable"}}   whenever type is other, means is not-applicable
 *     {"never": {"age": ["0-8", "9-17"], "married": "yes"}}              no record has one of these codes in every column
 *     {"columns": ["a", "b"], "cells": [["x", "1"], ["y", "2"]]}         these combinations, one by one
 */
import { Refusal } from '@casebridge/refusal';
import { cellCount, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { mergeZeros, mostDeclaredCells, type StructuralZero } from './declared-domain.ts';

/**
 * Reads the rules and works out the cells.
 *
 * @param file the domain file's name, for messages
 * @throws Refusal naming file, rule and column
 */
export function readStructuralZeros(rules: unknown, domains: Domains, file: string): StructuralZero[] {
  if (!Array.isArray(rules)) {
    throw new Refusal('domain-zeros', `${file}: $structuralZeros is a list of rules; write [{"never": {…}}, …].`);
  }
  const zeros = mergeZeros(rules.flatMap((rule, at) => zerosOf(rule, { file, rule: at + 1, domains })));
  for (const { set, cells } of zeros) {
    if (cells.length === cellCount(sizesOf(domains, set))) {
      throw new Refusal(
        'domain-zeros',
        `${file}: $structuralZeros leaves no combination of ${quoted(set)} possible; take a rule back.`,
      );
    }
  }
  return zeros;
}

/** Where a rule stands, and what it may name. */
interface RulePlace {
  readonly file: string;
  /** From 1. */
  readonly rule: number;
  readonly domains: Domains;
}

function zerosOf(rule: unknown, place: RulePlace): StructuralZero[] {
  if (!isRecord(rule)) refuse(place, 'is not an object; write {"when": …, "only": …}, {"never": …} or {"columns": …}');
  const members = Object.keys(rule).sort().join();
  if (members === 'only,when') {
    const [when, only] = [codesByColumn(place, rule.when, 'when'), codesByColumn(place, rule.only, 'only')];
    return [...only].map(([column, codes]) => {
      if (when.has(column))
        refuse(place, `names the column '${column}' in both "when" and "only"; leave it out of one`);
      const others = [...codesOf(place, column).keys()].filter((code) => !codes.includes(code));
      return productOf(place, new Map([...when, [column, others]]));
    });
  }
  if (members === 'never') return [productOf(place, codesByColumn(place, rule.never, 'never'))];
  if (members === 'cells,columns') return [listedCells(place, rule.columns, rule.cells)];
  return refuse(place, 'is of no known form; write {"when": …, "only": …}, {"never": …} or {"columns": …, "cells": …}');
}

/** `{"column": "code"}` or `{"column": ["code", …]}` as positions of codes. */
function codesByColumn(place: RulePlace, value: unknown, part: string): Map<string, number[]> {
  if (!isRecord(value) || Object.keys(value).length === 0)
    refuse(place, `needs columns with their codes in "${part}"; write {"column": ["code", …]}`);
  return new Map(
    Object.entries(value).map(([column, codes]) => {
      codesOf(place, column);
      const list: readonly unknown[] = Array.isArray(codes) ? codes : [codes];
      if (list.length === 0) refuse(place, `lists no code of the column '${column}'; name at least one`);
      return [column, list.map((code) => positionOf(place, column, code))];
    }),
  );
}

/** All combinations of the codes given per column. */
function productOf(place: RulePlace, codes: ReadonlyMap<string, readonly number[]>): StructuralZero {
  const set = setOf(place, [...codes.keys()]);
  let cells = [0];
  for (const column of set) {
    const size = codesOf(place, column).length;
    cells = cells.flatMap((cell) => (codes.get(column) as readonly number[]).map((code) => cell * size + code));
  }
  return { set, cells };
}

/** Combinations listed one by one, codes in the order of `columns`. */
function listedCells(place: RulePlace, columns: unknown, cells: unknown): StructuralZero {
  if (!isTexts(columns)) refuse(place, 'needs "columns" as a list of names');
  const set = setOf(place, columns);
  if (!Array.isArray(cells) || cells.length === 0) refuse(place, 'needs "cells" as a list of combinations');
  return {
    set,
    cells: cells.map((cell: unknown) => {
      if (!Array.isArray(cell) || cell.length !== columns.length)
        refuse(place, `has a cell without exactly one code for each of its ${columns.length} columns`);
      const codes = new Map(columns.map((column, at) => [column, positionOf(place, column, cell[at])]));
      return set.reduce((index, column) => index * codesOf(place, column).length + (codes.get(column) as number), 0);
    }),
  };
}

function setOf(place: RulePlace, columns: readonly string[]): string[] {
  if (new Set(columns).size !== columns.length) refuse(place, 'names a column twice; name it once');
  for (const column of columns) codesOf(place, column);
  if (columns.length < 2)
    refuse(place, 'concerns one column only; leave a code that cannot occur out of the domain instead');
  const set = Object.keys(place.domains).filter((name) => columns.includes(name));
  if (cellCount(sizesOf(place.domains, set)) > mostDeclaredCells)
    refuse(place, `spans more than ${mostDeclaredCells} cells; name fewer columns`);
  return set;
}

function codesOf(place: RulePlace, column: string): readonly string[] {
  const codes = Object.hasOwn(place.domains, column) ? place.domains[column] : undefined;
  return codes ?? refuse(place, `names the column '${column}', which the domain does not declare`);
}

function positionOf(place: RulePlace, column: string, code: unknown): number {
  const at = typeof code === 'string' || typeof code === 'number' ? codesOf(place, column).indexOf(String(code)) : -1;
  return at >= 0 ? at : refuse(place, `names a code of the column '${column}' that the domain does not declare`);
}

function refuse({ file, rule }: RulePlace, reason: string): never {
  throw new Refusal('domain-zeros', `${file}, $structuralZeros, rule ${rule}: it ${reason}.`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
