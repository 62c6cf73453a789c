// What a contributor publicly declares: where and when it worked, what it asks, how many people it assisted.

import { codesOf } from '@casebridge/standard';
import * as z from 'zod';
import { countryList, day, identifier, line, variableList, year, yearKey } from './declared-fields.ts';
import { parseDeclared } from './declared-file.ts';

/** The public declaration; field for field what figures read. */
export interface CoverageStatement {
  readonly id: string;
  readonly name: string | null;
  readonly sourceKind: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Years in which it worked, ascending. */
  readonly activeYears: readonly number[];
  /** ISO alpha-3 codes of the countries it worked in, by year. */
  readonly countries: Readonly<Record<string, readonly string[]>>;
  /** Persons it declares to have assisted, by year. */
  readonly assisted: Readonly<Record<string, number>>;
  readonly assistedSince: {
    readonly year: number;
    readonly total: number;
    readonly relation: 'over' | 'exactly';
  } | null;
  /** How it asks each variable. */
  readonly asks: Readonly<Record<string, 'always' | 'sometimes' | 'never'>>;
  readonly note: string | null;
}

/** A coverage statement as submitted: the public part, when it was declared, and whether it belongs to a demonstration. */
export interface DeclaredCoverage extends CoverageStatement {
  readonly example: boolean;
  /** Day of the declaration. */
  readonly declaredOn: string | null;
}

const persons = z.int('must be a whole number of persons').min(0, 'must be 0 or more');

const schema = z
  .strictObject({
    format: z.literal('casebridge-coverage-1', 'must be casebridge-coverage-1'),
    example: z.boolean('must be true or false').default(false),
    declaredOn: day.nullable().default(null),
    id: identifier,
    name: line.nullable().default(null),
    sourceKind: z
      .string('must be a kind of source')
      .refine((code) => codesOf('source_kind').some((entry) => entry.code === code), 'is not a code of source_kind'),
    firstYear: year,
    lastYear: year,
    /** Left out where it worked in every year from first to last. */
    activeYears: z.array(year).optional(),
    countries: z.record(yearKey, countryList).default({}),
    assisted: z.record(yearKey, persons).default({}),
    assistedSince: z
      .strictObject({ year, total: persons, relation: z.enum(['over', 'exactly'], 'must be over or exactly') })
      .nullable()
      .default(null),
    asks: z
      .record(z.string(), z.enum(['always', 'sometimes', 'never'], 'must be always, sometimes or never'))
      .default({}),
    note: line.nullable().default(null),
  })
  .superRefine((statement, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (statement.lastYear < statement.firstYear) refuse(['lastYear'], 'lies before firstYear');
    const outside = (at: number) => at < statement.firstYear || at > statement.lastYear;
    statement.activeYears?.forEach((at, index) => {
      if (outside(at)) refuse(['activeYears', index], `${at} lies outside firstYear to lastYear`);
    });
    for (const field of ['countries', 'assisted'] as const)
      for (const at of Object.keys(statement[field]))
        if (outside(Number(at))) refuse([field, at], `${at} lies outside firstYear to lastYear`);
    const unknown = Object.keys(statement.asks).filter((id) => !variableList.safeParse([id]).success);
    for (const id of unknown) refuse(['asks', id], 'is not a variable of the standard');
  });

/**
 * Reads a coverage statement. Refusal `coverage` with file, line and field when it is not one.
 *
 * @param name how a refusal names the file
 */
export function parseCoverage(text: string, name: string): DeclaredCoverage {
  const { format: _, activeYears, ...statement } = parseDeclared(text, name, 'coverage', schema);
  const { firstYear, lastYear } = statement;
  const all = Array.from({ length: lastYear - firstYear + 1 }, (_value, index) => firstYear + index);
  return { ...statement, activeYears: activeYears ? [...new Set(activeYears)].sort((a, b) => a - b) : all };
}
