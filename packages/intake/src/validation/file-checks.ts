// Rules on the whole file: the agreement before the first row, counts after the last.
import { type Finding, type IntakeSummary, isMissing, variable as variableOf } from '@casebridge/standard';
import type { RuleContext } from '../validation-port.ts';
import type { MessageArgs } from './rule.ts';

/** Rule F04. Empty where there is no agreement to read: then the rule is reported as not checked. */
export function agreementFindings(context: RuleContext): readonly Finding[] {
  const { agreement, contributor, today } = context;
  if (!agreement) return [];
  const findings: Finding[] = [];
  const refuse = (problem: string, subject: string) => findings.push(stop('F04', null, { problem, subject }));
  if (contributor !== null && contributor !== agreement.contributor) refuse('other_contributor', agreement.contributor);
  if (agreement.validFrom !== null && today < agreement.validFrom) refuse('not_yet_valid', agreement.validFrom);
  if (agreement.validTo !== null && today > agreement.validTo) refuse('expired', agreement.validTo);
  if (agreement.dataCategories) {
    const agreed = new Set(agreement.dataCategories);
    for (const id of context.mappedVariables) {
      const { held } = variableOf(id);
      if (held === 'pool' && !alwaysAgreed.has(id) && !agreed.has(id)) refuse('category_not_agreed', id);
    }
  }
  return findings;
}

// What makes a record a record is part of every agreement.
const alwaysAgreed: ReadonlySet<string> = new Set([
  'record_key',
  'contributor_id',
  'legal_basis',
  'consent_scope',
  'withdrawn_on',
]);

/** Rule F05: rows against the last submission. */
export function sizeFindings(context: RuleContext, summary: IntakeSummary): readonly Finding[] {
  const { previous, agreement } = context;
  if (!previous || agreement?.sizeChangeReason !== undefined) return [];
  const before = previous.rowsRead;
  const now = summary.rowsRead;
  return Math.abs(now - before) * 2 > before ? [stop('F05', null, { now, before })] : [];
}

/** Rule Q01: missing shares against the last submission, in points. */
export function missingShareFindings(context: RuleContext, summary: IntakeSummary): readonly Finding[] {
  return comparedColumns(context, summary).flatMap(({ column, now, before }): Finding[] => {
    const share = percent(missingCount(now), total(now));
    const was = percent(missingCount(before), total(before));
    return Math.abs(share - was) > 20 ? [warn('Q01', column, { now: Math.round(share), before: Math.round(was) })] : [];
  });
}

/** Rule Q02: codes that are gone, codes that are new and frequent. */
export function codeChangeFindings(context: RuleContext, summary: IntakeSummary): readonly Finding[] {
  return comparedColumns(context, summary).flatMap(({ column, now, before }) => {
    const findings: Finding[] = [];
    for (const [value, count] of Object.entries(before)) {
      if (!isMissing(value) && !now[value] && percent(count, total(before)) >= 1)
        findings.push(warn('Q02', column, { value, problem: 'gone' }));
    }
    for (const [value, count] of Object.entries(now)) {
      if (!isMissing(value) && !before[value] && percent(count, total(now)) > 10)
        findings.push(warn('Q02', column, { value, problem: 'new' }));
    }
    return findings;
  });
}

/** Rule Q03, for one-valued variables that source columns feed (constants and dates are not asked), with at least 20 known values. */
export function oneValueFindings(context: RuleContext, summary: IntakeSummary): readonly Finding[] {
  const fed = new Set(context.fedColumns.flatMap(({ variables }) => variables));
  return Object.entries(summary.counts).flatMap(([column, counts]): Finding[] => {
    if (column.includes('.') || !fed.has(column)) return [];
    const known = total(counts) - missingCount(counts);
    if (known < fewestValues) return [];
    const [value, most] = Object.entries(counts)
      .filter(([cell]) => !isMissing(cell))
      .reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    const share = percent(most, known);
    return share > 95 ? [warn('Q03', column, { value, percent: Math.floor(share) })] : [];
  });
}

const fewestValues = 20;

type Counts = Readonly<Record<string, number>>;

function comparedColumns(
  context: RuleContext,
  summary: IntakeSummary,
): readonly { readonly column: string; readonly now: Counts; readonly before: Counts }[] {
  const previous = context.previous;
  if (!previous || summary.rowsKept < fewestValues || previous.rowsKept < fewestValues) return [];
  return Object.entries(summary.counts).flatMap(([column, now]) => {
    const before = previous.counts[column];
    return before && !(column.includes('.') && !column.endsWith('.known')) ? [{ column, now, before }] : [];
  });
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function missingCount(counts: Counts): number {
  return Object.entries(counts).reduce((sum, [cell, count]) => (isMissing(cell) ? sum + count : sum), 0);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

function stop(code: string, variable: string | null, args: MessageArgs): Finding {
  return { code, severity: 'stop', row: null, variable, args };
}

function warn(code: string, variable: string, args: MessageArgs): Finding {
  return { code, severity: 'warn', row: null, variable, args };
}
