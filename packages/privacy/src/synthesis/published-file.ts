import { Refusal } from '@casebridge/refusal';
import type { Hierarchy, StructuralZero } from '../columns/declared-domain.ts';
import { rationalFromText } from '../rational.ts';
import {
  type Check,
  domainsOf,
  list,
  measurementOf,
  measurementText,
  object,
  setOf,
  texts,
} from '../results/measurement-json.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import type { InheritedMeasurements, SynthesisMeasurements } from './published.ts';

/**
 * Measurements for synthesis as JSON, one measurement a line and keys in a fixed order, so that the same measurements are
 * the same bytes. No line feed at the end. RangeError: a value that is not an integer.
 */
export function serialiseSynthesis(published: SynthesisMeasurements): string {
  const { method, domains, structuralZeros, hierarchies, bands, modelSize, choices, inherited, measurements } =
    published;
  const lines = (list: readonly PublishedMeasurement[]) => `[\n${list.map(measurementText).join(',\n')}\n]`;
  const zeros = structuralZeros.map(({ set, cells }) => JSON.stringify({ set, cells }));
  const grouped = (list: readonly Hierarchy[]) =>
    list.map(({ column, parent, groups, groupOf }) => JSON.stringify({ column, parent, groups, groupOf })).join(',\n');
  const members = [
    `"format":"casebridge-synthesis-1"`,
    `"method":${JSON.stringify(method)}`,
    `"domains":${JSON.stringify(domains)}`,
    `"structuralZeros":[${zeros.join(',\n')}]`,
    `"hierarchies":[${grouped(hierarchies)}]`,
    `"bands":[${grouped(bands)}]`,
    `"modelSize":${JSON.stringify(modelSize)}`,
    `"choices":${JSON.stringify({ num: choices.num, den: choices.den })}`,
    inherited
      ? `"inherited":{"axis":${JSON.stringify(inherited.axis)},"cohorts":${JSON.stringify(inherited.cohorts)},"residuals":${lines(inherited.residuals)}}`
      : `"inherited":null`,
    `"measurements":${lines(measurements)}`,
  ];
  return `{${members.join(',\n')}}`;
}

/**
 * Checks measurements for synthesis as they are read from JSON: domains, sets in order, one integer a cell, positive
 * variances, declared zeros and groups.
 *
 * @param name the file's name, for messages
 * @throws Refusal `synthesis-invalid` that says what is wrong
 */
export function synthesisFromJson(content: unknown, name: string): SynthesisMeasurements {
  const check: Check = (holds, problem) => {
    if (!holds) throw new Refusal('synthesis-invalid', `${name}: ${problem}; fetch the file again.`);
  };
  const root: FileContent = object(check, content, 'the file');
  const { format, method, modelSize } = root;
  check(format === 'casebridge-synthesis-1', 'the format is not casebridge-synthesis-1');
  check(method === 'aim' || method === 'mst', 'the method is neither aim nor mst');
  check(typeof modelSize === 'number' && modelSize > 0, 'the model size is no number above zero');
  const domains = domainsOf(check, root.domains);
  const bands = list(check, root.bands, 'bands').map((entry) => bandOf(check, domains, entry));
  check(new Set(bands.map(({ column }) => column)).size === bands.length, 'two bands are of one column');
  const measured: Domains = { ...domains, ...Object.fromEntries(bands.map(({ parent, groups }) => [parent, groups])) };
  const measurements = list(check, root.measurements, 'measurements').map((entry) => {
    const measurement = measurementOf(check, measured, entry);
    check(measurement.kind === 'marginal', `the measurement of '${joinNames(measurement.set)}' is no marginal`);
    return measurement;
  });
  return {
    format,
    method,
    domains,
    structuralZeros: list(check, root.structuralZeros, 'structuralZeros').map((entry) => zeroOf(check, domains, entry)),
    hierarchies: list(check, root.hierarchies, 'hierarchies').map((entry) => hierarchyOf(check, domains, entry)),
    bands,
    modelSize,
    choices: fractionOf(check, root.choices),
    inherited: root.inherited === null ? null : inheritedOf(check, domains, root.inherited),
    measurements,
  };
}

interface FileContent {
  readonly format?: unknown;
  readonly method?: unknown;
  readonly domains?: unknown;
  readonly structuralZeros?: unknown;
  readonly hierarchies?: unknown;
  readonly bands?: unknown;
  readonly modelSize?: unknown;
  readonly choices?: unknown;
  readonly inherited?: unknown;
  readonly measurements?: unknown;
}

function zeroOf(check: Check, domains: Domains, value: unknown): StructuralZero {
  const { set: names, cells } = object(check, value, 'a structural zero');
  const set = setOf(check, domains, names, 'a structural zero');
  return { set, cells: positions(check, cells, cellCount(sizesOf(domains, set)), `the zeros of '${joinNames(set)}'`) };
}

function hierarchyOf(check: Check, domains: Domains, value: unknown): Hierarchy {
  const { column, parent, groups, groupOf } = object(check, value, 'a hierarchy');
  check(typeof column === 'string' && Object.hasOwn(domains, column), 'a hierarchy is of an unknown column');
  check(typeof parent === 'string', `the parent of '${column}' has no name`);
  const names = texts(check, groups, `the groups of '${column}'`);
  const found = positions(check, groupOf, names.length, `the groups of the codes of '${column}'`);
  check(found.length === domains[column]?.length, `not every code of '${column}' has a group`);
  return { column, parent, groups: names, groupOf: found };
}

function bandOf(check: Check, domains: Domains, value: unknown): Hierarchy {
  const band = hierarchyOf(check, domains, value);
  check(!Object.hasOwn(domains, band.parent), `the bands of '${band.column}' have the name of a column`);
  return band;
}

function inheritedOf(check: Check, domains: Domains, value: unknown): InheritedMeasurements {
  const { axis, cohorts: named, residuals } = object(check, value, 'inherited');
  const cohorts = texts(check, named, 'the cohorts of inherited measurements');
  check(
    axis === null || (typeof axis === 'string' && Object.hasOwn(domains, axis)),
    'the axis of cohorts is no column',
  );
  const codes = axis === null ? 1 : domains[axis]?.length;
  check(codes === cohorts.length, 'the cohorts of inherited measurements are not the codes of their axis');
  const seen = new Set<string>();
  const measurements = list(check, residuals, 'residuals').map((entry) => {
    const measurement = measurementOf(check, domains, entry);
    const what = `the residual of '${joinNames(measurement.set)}' in cohort '${measurement.cohort}'`;
    check(measurement.kind === 'residual', `${what} is none`);
    check(cohorts.includes(measurement.cohort), `${what} is of another cohort`);
    const key = JSON.stringify([measurement.cohort, setKey(measurement.set)]);
    check(!seen.has(key), `${what} is there twice`);
    seen.add(key);
    return measurement;
  });
  return { axis, cohorts, residuals: measurements };
}

function fractionOf(check: Check, value: unknown): { readonly num: string; readonly den: string } {
  const { num, den } = object(check, value, 'choices');
  check(typeof num === 'string' && typeof den === 'string', 'what choices cost is no fraction');
  let isAmount = false;
  try {
    isAmount = rationalFromText({ num, den }).num >= 0n;
  } catch {
    isAmount = false;
  }
  check(isAmount, 'what choices cost is no fraction of zero or more in lowest terms');
  return { num, den };
}

function positions(check: Check, value: unknown, below: number, what: string): readonly number[] {
  const entries = list(check, value, what);
  check(
    entries.every((entry) => Number.isSafeInteger(entry) && (entry as number) >= 0 && (entry as number) < below),
    `${what} are not positions`,
  );
  return entries as readonly number[];
}
