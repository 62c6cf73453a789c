import type { Answers } from '@casebridge/privacy/results';
import { firstReleases, type Maturity, readChange, type Split } from './reading/change.ts';
import { contributorsOf, declaredTotal, readAssistedSince, readCountries, statementsFor } from './reading/declared.ts';
import { readHeld } from './reading/held.ts';
import { withPrevious } from './reading/joined-answers.ts';
import { readMean } from './reading/mean.ts';
import { type Reading, withheldReading } from './reading/reading.ts';
import type { Scope } from './reading/scope.ts';
import { readShare } from './reading/share.ts';
import { families, type RegistryOptions } from './registry/families.ts';
import type { Family } from './registry/family.ts';
import { figureId, unitOf } from './registry/figure-id.ts';
import { scopesOf } from './registry/scopes.ts';
import type { Coverage, CoverageStatement, Declaration, Figure, SetApart } from './types.ts';
import { sentenceOf, unknownLeads } from './wording/sentences.ts';
import type { Unspoken } from './wording/spoken.ts';

/** Everything figures are made from: protected answers and what contributors declare. No record comes near. */
export interface FigureInput extends RegistryOptions {
  readonly answers: Answers;
  /** The release before: its answers give cohorts that `answers` does not hold itself. */
  readonly previous?: { readonly answers: Answers };
  readonly coverage: Coverage;
  /** Registration years to give figures for, ascending: `2014`, `2015`. */
  readonly periods: readonly string[];
  /** Cohorts added for a period; those of the period that are not late when absent. */
  readonly cohortsOf?: (period: string) => readonly string[];
  readonly setApart: SetApart | null;
  readonly grouping: string;
  readonly release: Figure['release'];
  readonly protection: Exclude<Figure['protection'], 'declared'>;
  readonly languages: readonly string[];
  readonly example: boolean;
  /**
   * Whether contributors that joined or left may be shown as groups: three or more organisations in each, or consent.
   * False where absent.
   */
  readonly splitAllowed?: boolean;
  /** Whether figures for every region are made. True where absent. */
  readonly places?: boolean;
}

/**
 * Every figure of a release: for every period, family, group and place, in that order. A figure of the pool or of the
 * contributor set apart is there even where nothing may be said, with the reason; a place has figures only for tables the
 * release has. Refuses a language without texts.
 */
export function buildFigures(input: FigureInput): Figure[] {
  const answers = withPrevious(input);
  const all = families(input);
  return input.periods.flatMap((period, index) =>
    all.flatMap((family) => {
      if (family.kind === 'declared' && family.fact === 'assisted_since' && index < input.periods.length - 1) return [];
      return scopesOf(input, answers, family, period).flatMap((scope) => {
        const figure = buildFigure(input, answers, family, scope);
        return figure ? [figure] : [];
      });
    }),
  );
}

function buildFigure(input: FigureInput, answers: Answers, family: Family, scope: Scope): Figure | null {
  const contributor = scope.group === null ? null : (input.setApart?.contributor ?? null);
  const statements = statementsFor(input.coverage, scope.period, contributor);
  const read = readFamily(input, answers, family, scope, statements);
  if (read === null) return null;
  if (read.reading.withheld === 'not_collected' && scope.place !== null) return null;
  const isDeclared = family.kind === 'declared';
  const contributors = isDeclared
    ? { count: read.declared?.by ?? 0, overHalf: null }
    : contributorsOf(statements, scope);
  const base = {
    id: figureId(family, scope),
    family: family.id,
    period: scope.period,
    place: scope.place,
    group: scope.group,
    unit: unitOf(family, input.protection.unit),
    ...read.reading,
    noun: family.noun,
    contributors,
    protection: isDeclared ? ('declared' as const) : input.protection,
    release: input.release,
    ...(read.declared && { declared: read.declared }),
    example: input.example,
  };
  const figure: Unspoken = { ...base, caveats: caveatsOf(family, base, read, statements) };
  const context = { setApart: input.setApart, grouping: input.grouping };
  return {
    ...figure,
    sentences: Object.fromEntries(
      input.languages.map((language) => [language, sentenceOf(figure, context, language, family)]),
    ),
  };
}

interface FamilyReading {
  readonly reading: Reading;
  readonly declared?: Declaration | null;
  readonly maturity?: Maturity;
}

// Null where the question does not arise: the first year has no change.
function readFamily(
  input: FigureInput,
  answers: Answers,
  family: Family,
  scope: Scope,
  statements: readonly CoverageStatement[],
): FamilyReading | null {
  const orWithheld = (reading: Reading | null): FamilyReading => ({
    reading: reading ?? withheldReading('not_collected'),
  });
  if (family.kind === 'declared') {
    return family.fact === 'countries' ? readCountries(statements, scope.period) : readAssistedSince(statements);
  }
  if (family.kind === 'change') return readYearChange(input, answers, scope, statements);
  if (scope.cohorts.length === 0) return orWithheld(null);
  if (family.kind === 'held') {
    const declared = scope.place === null ? declaredTotal(statements, scope.period) : null;
    return orWithheld(readHeld(answers, scope, declared));
  }
  return orWithheld(family.kind === 'share' ? readShare(answers, family, scope) : readMean(answers, family, scope));
}

function readYearChange(
  input: FigureInput,
  answers: Answers,
  scope: Scope,
  statements: readonly CoverageStatement[],
): FamilyReading | null {
  const earlier = String(Number(scope.period) - 1);
  const maturity = firstReleases(answers.cohorts, scope.period, earlier);
  if (maturity === null) return null;
  const contributor = scope.group === null ? null : (input.setApart?.contributor ?? null);
  const before = statementsFor(input.coverage, earlier, contributor);
  const ids = (list: readonly CoverageStatement[]): string =>
    list
      .map(({ id }) => id)
      .sort()
      .join(' ');
  const split: Split =
    ids(before) === ids(statements) ? 'same' : input.splitAllowed && scope.group === null ? 'flags' : 'none';
  const reading = readChange(answers, scope, maturity, split);
  return { reading: reading ?? withheldReading('not_collected'), maturity };
}

function caveatsOf(
  family: Family,
  figure: Omit<Unspoken, 'caveats'>,
  read: FamilyReading,
  statements: readonly CoverageStatement[],
): readonly string[] {
  const measured = family.kind !== 'declared';
  const when = (condition: boolean, caveat: string): readonly string[] => (condition ? [caveat] : []);
  return [
    'not_prevalence',
    ...when(family.regional || figure.place !== null, 'where_contributors_work'),
    ...(measured ? family.caveats : ['from_statements']),
    ...when(!measured && (read.declared?.by ?? 0) < statements.length, 'some_declare'),
    ...when(read.maturity !== undefined && !read.maturity.equal, 'unequal_maturity'),
    ...when(family.kind === 'change' && figure.value !== null && figure.parts.length === 0, 'not_split'),
    ...when(measured && figure.contributors.count > 1 && isByRecord(figure), 'records_not_persons'),
    ...when(measured && figure.contributors.count > 1 && !isByRecord(figure), 'one_record_a_person'),
    ...when(
      measured && figure.contributors.count > 1 && figure.contributors.overHalf === true,
      'one_contributor_over_half',
    ),
    ...when(figure.value !== null && unknownLeads(figure), 'unknown_leads'),
  ];
}

function isByRecord(figure: Pick<Figure, 'protection'>): boolean {
  return figure.protection !== 'declared' && figure.protection.unit === 'record';
}
