import type { Finding, Severity } from '@casebridge/standard';
import type { CompiledRules, CompileRules, ContributorCheck, RuleContext } from '../validation-port.ts';
import { identifierSearch } from './direct-identifiers.ts';
import { domainSearch } from './domain-check.ts';
import {
  agreementFindings,
  codeChangeFindings,
  missingShareFindings,
  oneValueFindings,
  sizeFindings,
} from './file-checks.ts';
import { type FileTally, otherOnlyTally, proxyTally } from './file-tallies.ts';
import { duplicateSearch, keySearch } from './keys-and-duplicates.ts';
import { bindRowRule, type RowRule } from './row-rule.ts';
import { type RowSources, rowSources } from './row-sources.ts';
import { found, type ValidationRule } from './rule.ts';
import { strayRowSearch } from './stray-rows.ts';
import { ruleOf, validationRules } from './validation-rules.ts';

/** Compiles the table of rules for one file: which of them apply, at what severity, bound to the columns that are there. */
export const compileRules: CompileRules = (context) => {
  const sources = rowSources(context.columns);
  const active = validationRules.filter((rule) => !isSkipped(rule, context));
  const rowRules = [
    ...active.flatMap((rule) => rowRule(rule, context, sources)),
    ...context.checks.flatMap((check) => contributorRule(check, context, sources)),
  ];
  const tallies: readonly FileTally[] = [
    ...(sources.has('exploitation_type') ? [otherOnlyTally(sources)] : []),
    ...(sources.has('country_of_exploitation') && sources.has('country_of_exploitation_basis')
      ? [proxyTally(sources)]
      : []),
  ];
  const absent = active.filter((rule) => rule.ifAbsent === 'held' && !rule.reads.every(sources.has));
  const searches = [
    identifierSearch(context),
    strayRowSearch(context),
    domainSearch(context),
    ...(context.origin === 'published' ? [] : [keySearch(context.columns), duplicateSearch(context.columns)]),
  ];
  let begun = false;

  function begin(): readonly Finding[] {
    if (begun) return [];
    begun = true;
    return [
      ...(isSkippedId('F04', context) ? [] : agreementFindings(context)),
      ...absent.map((rule) => absence(rule, context)),
    ];
  }

  const compiled: CompiledRules = {
    notChecked: active.filter((rule) => isNotChecked(rule, context)).map(({ id }) => id),
    severityOf: (code) => severityIn(code, context),
    check(block) {
      const held = new Uint8Array(block.rows);
      if (absent.length > 0) held.fill(1);
      sources.use(block);
      for (const tally of tallies) tally.add(block.rows);
      const findings: Finding[] = [...begin()];
      for (const search of searches) for (const finding of search(block)) findings.push(finding);
      if (findings.length > 0) holdRows(held, block.sourceRows, findings);
      for (const rule of rowRules) {
        rule.check(block.rows, (row, args) => {
          if (rule.severity === 'error') held[row] = 1;
          findings.push({
            code: rule.code,
            severity: rule.severity,
            row: block.sourceRows[row] as number,
            variable: rule.about,
            args,
            ...(context.keepValues ? { value: rule.cellsOf(row) } : {}),
          });
        });
      }
      return { findings, held };
    },
    finish: (summary) => [
      ...begin(),
      ...sizeFindings(context, summary),
      ...tallies.flatMap((tally) => tally.findings()),
      ...missingShareFindings(context, summary),
      ...codeChangeFindings(context, summary),
      ...oneValueFindings(context, summary),
    ],
  };
  return compiled;
};

/** The severity of a rule or a contributor's check in a file of this origin. */
function severityIn(code: string, context: RuleContext): Severity {
  const rule = ruleOf(code);
  if (!rule) return context.checks.find(({ id }) => id === code)?.severity ?? 'warn';
  const softened = context.origin === 'published' && rule.published === 'warning' && rule.severity === 'error';
  return softened ? 'warn' : rule.severity;
}

function isSkipped(rule: ValidationRule, context: RuleContext): boolean {
  return context.origin === 'published' && rule.published === 'skipped';
}

function isSkippedId(id: string, context: RuleContext): boolean {
  const rule = ruleOf(id);
  return rule !== undefined && isSkipped(rule, context);
}

function isNotChecked(rule: ValidationRule, context: RuleContext): boolean {
  return (rule.needs === 'agreement' && !context.agreement) || (rule.needs === 'previous' && !context.previous);
}

function rowRule(rule: ValidationRule, context: RuleContext, sources: RowSources): readonly RowRule[] {
  if (!rule.test || !rule.reads.every(sources.has)) return [];
  const also = (rule.alsoReads ?? []).filter(sources.has);
  if (rule.reads.length + also.length === 0) return [];
  return [
    bindRowRule(
      { code: rule.id, severity: severityIn(rule.id, context), about: rule.about, test: rule.test },
      [...rule.reads, ...also].map(sources.take),
      Number(context.today.slice(0, 4)),
    ),
  ];
}

function contributorRule(check: ContributorCheck, context: RuleContext, sources: RowSources): readonly RowRule[] {
  const columns = [...new Set(check.when.map(({ column }) => column))];
  if (columns.length === 0 || !columns.every(sources.has)) return [];
  const args = { message: check.message };
  return [
    bindRowRule(
      {
        code: check.id,
        severity: check.severity,
        about: columns[0] ?? null,
        test: (record) => (check.when.every(({ column, is }) => is.includes(record.cell(column))) ? args : null),
      },
      columns.map(sources.take),
      Number(context.today.slice(0, 4)),
    ),
  ];
}

function absence(rule: ValidationRule, context: RuleContext): Finding {
  return { code: rule.id, severity: severityIn(rule.id, context), row: null, variable: rule.about, args: found };
}

function holdRows(held: Uint8Array, sourceRows: Uint32Array, findings: readonly Finding[]): void {
  for (const { severity, row } of findings) {
    if (severity !== 'error' || row === null) continue;
    const at = sourceRows.subarray(0, held.length).indexOf(row);
    if (at >= 0) held[at] = 1;
  }
}
