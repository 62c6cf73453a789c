import { Refusal } from '@casebridge/refusal';
import { type Check, domainsOf, list, measurementOf, measurementText, object, setOf } from './measurement-json.ts';
import { cellCount, downwardClosure, joinNames, setKey, sizesOf } from './sets.ts';
import type { Cohort, Domains, Measurements } from './types.ts';

/**
 * `measurements.json`: compact JSON with one measurement per line and keys in a fixed order, so that the same measurements
 * are the same bytes. Values are plain integers below 2^53; variances are decimal text, for they may be larger.
 */
export function serialiseMeasurements(measurements: Measurements): string {
  const { domains, tables, structuralZeros, cohorts } = measurements;
  const head = [
    `"format":"casebridge-measurements-1"`,
    `"domains":${JSON.stringify(domains)}`,
    `"tables":${JSON.stringify(tables)}`,
    `"structuralZeros":${JSON.stringify(structuralZeros)}`,
    `"cohorts":[${cohorts.map(cohortText).join(',\n')}]`,
  ];
  const lines = measurements.measurements.map(measurementText);
  return `{${head.join(',\n')},\n"measurements":[\n${lines.join(',\n')}\n]}\n`;
}

function cohortText({ id, period, batch, late }: Cohort): string {
  return JSON.stringify({ id, period, batch, late });
}

/**
 * Reads `measurements.json` and checks all of it: domains, sets within published tables, one integer per cell, positive
 * variances, declared cohorts, nothing twice.
 *
 * @param name the file's name, for messages
 * @throws Refusal that says what is wrong and where
 */
export function parseMeasurements(text: string, name: string): Measurements {
  const check: Check = (holds, problem) => {
    if (!holds) throw new Refusal('measurements-invalid', `${name}: ${problem}; fetch the file again.`);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Refusal('measurements-not-json', `${name}: not JSON; fetch the file again.`, { cause });
  }
  const root: FileContent = object(check, content, 'the file');
  check(root.format === 'casebridge-measurements-1', 'the format is not casebridge-measurements-1');
  const domains = domainsOf(check, root.domains);
  const tables = list(check, root.tables, 'tables').map((table) => setOf(check, domains, table, 'a table'));
  check(new Set(tables.map(setKey)).size === tables.length, 'a table is listed twice');
  const cohorts = list(check, root.cohorts, 'cohorts').map((entry) => cohortOf(check, entry));
  check(new Set(cohorts.map(({ id }) => id)).size === cohorts.length, 'a cohort is listed twice');
  const closure = new Set(downwardClosure(domains, tables).map(setKey));
  const seen = new Set<string>();
  const measurements = list(check, root.measurements, 'measurements').map((entry) => {
    const measurement = measurementOf(check, domains, entry);
    const what = `the measurement of '${joinNames(measurement.set)}' in cohort '${measurement.cohort}'`;
    check(closure.has(setKey(measurement.set)), `${what} belongs to no published table`);
    check(
      cohorts.some(({ id }) => id === measurement.cohort),
      `${what} names a cohort that is not listed`,
    );
    const key = JSON.stringify([measurement.cohort, measurement.kind, measurement.set]);
    check(!seen.has(key), `${what} is there twice`);
    seen.add(key);
    return measurement;
  });
  const structuralZeros = zerosOf(check, domains, tables, root.structuralZeros);
  return { format: 'casebridge-measurements-1', domains, tables, structuralZeros, cohorts, measurements };
}

interface FileContent {
  readonly format?: unknown;
  readonly domains?: unknown;
  readonly tables?: unknown;
  readonly structuralZeros?: unknown;
  readonly cohorts?: unknown;
  readonly measurements?: unknown;
}

function cohortOf(check: Check, value: unknown): Cohort {
  const { id, period, batch, late } = object(check, value, 'a cohort');
  check(typeof id === 'string' && id !== '', 'a cohort has no id');
  check(typeof period === 'string', `cohort '${id}' has no period`);
  check(typeof batch === 'number' && Number.isSafeInteger(batch), `cohort '${id}' has no batch number`);
  check(typeof late === 'boolean', `cohort '${id}' does not say whether it is late`);
  return { id, period, batch, late };
}

function zerosOf(
  check: Check,
  domains: Domains,
  tables: readonly (readonly string[])[],
  value: unknown,
): Readonly<Record<string, readonly number[]>> {
  const byKey = new Map(tables.map((table) => [setKey(table), cellCount(sizesOf(domains, table))]));
  return Object.fromEntries(
    Object.entries(object(check, value, 'structuralZeros')).map(([key, entry]) => {
      const cells = list(check, entry, `the structural zeros of '${key}'`);
      const size = byKey.get(key) ?? -1;
      check(
        cells.every((cell) => Number.isSafeInteger(cell) && (cell as number) >= 0 && (cell as number) < size),
        `the structural zeros of '${key}' are not cells of a published table`,
      );
      return [key, cells as readonly number[]];
    }),
  );
}
