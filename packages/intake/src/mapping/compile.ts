import { Refusal } from '@casebridge/refusal';
import type { Finding, Variable } from '@casebridge/standard';
import { codesOf, columnsOf, isFlagged, variable, variables } from '@casebridge/standard';
import type { RowBlock } from '../table.ts';
import type { AgreementFacts, FedColumn } from '../validation-port.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { legalReason } from './legal-cell.ts';
import { fault } from './located.ts';
import type { Field, Mapping, Rule } from './mapping.ts';
import { compileRule } from './operations/operation.ts';
import type { RuleContext } from './operations/rule-context.ts';
import type { Operation } from './outcome.ts';
import { constantColumn } from './pairing.ts';
import { type Contribution, flagsStep, type Report, type Step, singleStep } from './steps.ts';
import { isCheckOnly, targetOf } from './targets.ts';
import type { WorkColumn } from './text-pool.ts';

/** A mapping made ready for one file's columns. */
export interface CompiledMapping {
  /** Source columns that fields read, in file order. */
  readonly reads: readonly string[];
  readonly steps: readonly Step[];
  readonly mappedVariables: ReadonlySet<string>;
  /** Columns whose cells F03 looks at. */
  readonly fedColumns: readonly FedColumn[];
  /** F02 for columns that are missing or come twice; notes of columns nobody names. */
  readonly findings: readonly Finding[];
  /** Source columns named neither in fields nor in drop. */
  readonly unnamed: readonly string[];
}

/** Variables that intake puts into a record, in the order of the standard. */
export const recordVariables: readonly Variable[] = variables.filter(
  (entry) =>
    entry.held !== 'edge' &&
    entry.obligation !== 'never' &&
    entry.sensitivity !== 'direct' &&
    entry.type !== 'text' &&
    entry.id !== 'withdrawn_on',
);

/**
 * Compiles a mapping for the columns of one file.
 *
 * @param header columns of the file
 */
export function compileMapping(
  mapping: Mapping,
  header: readonly string[],
  options: { readonly keyedHash: KeyedHash; readonly agreement?: AgreementFacts },
): CompiledMapping {
  const columns = new Set(header);
  const hasColumn = (column: string): boolean => columns.has(column);
  const findings: Finding[] = [];
  const fields = mapping.fields.flatMap((field) => presentField(field, hasColumn, findings));
  for (const column of new Set(fields.flatMap(({ rule }) => rule.from))) {
    if (columns.has(`${column} (2)`)) findings.push(columnFinding(column, 'twice'));
  }
  checkCategories(fields, options.agreement, mapping.file);
  const reads = header.filter((column) => fields.some(({ rule }) => rule.from.includes(column)));
  const position = new Map(reads.map((column, at) => [column, at] as const));
  const positionsOf = (operation: Operation): readonly number[] =>
    operation.from.map((column) => position.get(column) as number);

  const steps: Step[] = [];
  const contributions = new Map<string, Contribution[]>();
  for (const field of fields) {
    const { entry, code } = targetOf(field.to);
    const context: RuleContext = {
      entry,
      code,
      emptyReason: mapping.coverage.sometimes.includes(entry.id) ? '?not_asked' : '?unknown',
      keyedHash: options.keyedHash,
      hasColumn,
    };
    for (const operation of compileRule(field.rule, context)) {
      const positions = positionsOf(operation);
      if (!isFlagged(entry)) steps.push(singleStep(entry, operation, positions));
      else {
        const list = contributions.get(entry.id) ?? [];
        const codes =
          code === null ? (operation.codes ?? codesOf(entry.codeList as string).map((item) => item.code)) : [code];
        list.push({ operation, positions, codes, isOneColumn: code !== null });
        contributions.set(entry.id, list);
      }
    }
  }
  for (const [id, list] of contributions) steps.push(flagsStep(variable(id), list));
  if (!fields.some(({ to }) => to === 'record_key')) steps.push(rowNumberKeys());

  const unnamed = header.filter((column) => !reads.includes(column) && !mapping.drop.includes(column));
  return {
    reads,
    steps,
    mappedVariables: new Set(fields.map(({ to }) => targetOf(to).entry.id)),
    fedColumns: fedColumns(fields, reads),
    findings,
    unnamed,
  };
}

/** The field as this file can fill it: whole, without absent optional columns, as a constant, or not at all. */
function presentField(field: Field, hasColumn: (column: string) => boolean, findings: Finding[]): readonly Field[] {
  const expanded = expandCopy(field);
  if (expanded.length > 1 || expanded[0] !== field)
    return expanded.flatMap((part) => presentField(part, hasColumn, findings));
  const lacking = field.rule.from.filter((column) => !hasColumn(column));
  if (lacking.length === 0) return [field];
  const { rule } = field;
  if (field.optional) {
    const isUsable =
      (rule.operation === 'flags' && lacking.length < rule.from.length) ||
      (rule.operation === 'first_of' && rule.chain.some((link) => link.rule.from.every(hasColumn)));
    if (isUsable) return [{ ...field, rule: { ...rule, from: rule.from.filter(hasColumn) } }];
    if (field.absent === null) return [];
    const constant: Rule = { operation: 'constant', value: [field.absent], from: [], missing: {}, line: rule.line };
    return [{ ...field, rule: constant }];
  }
  for (const column of lacking) findings.push(columnFinding(column, 'absent'));
  return [];
}

/** `copy` of a many-valued variable without `from` reads its columns of the canonical layout. */
function expandCopy(field: Field): readonly Field[] {
  const { entry, code } = targetOf(field.to);
  if (field.rule.operation !== 'copy' || field.rule.from.length > 0) return [field];
  const targets = code === null && isFlagged(entry) ? columnsOf(entry.id).slice(1) : [field.to];
  return targets.map((to) => ({ ...field, to, rule: { ...field.rule, from: [to] } }));
}

function columnFinding(column: string, problem: 'absent' | 'twice'): Finding {
  return { code: 'F02', severity: 'stop', row: null, variable: column, args: { column, problem } };
}

function checkCategories(fields: readonly Field[], agreement: AgreementFacts | undefined, file: string): void {
  const allowed = agreement?.dataCategories;
  if (!allowed) return;
  for (const { to, line } of fields) {
    const { entry } = targetOf(to);
    if (allowed.includes(entry.id) || isAlwaysAllowed(entry) || isCheckOnly(entry)) continue;
    const { message } = fault(
      file,
      line,
      `the agreement does not cover '${entry.id}'; drop its column or amend the agreement`,
    );
    throw new Refusal('agreement-categories', message, { exit: 3 });
  }
}

/** Record keys, versions and protection data are needed whatever is agreed. */
export function isAlwaysAllowed(entry: Variable): boolean {
  return (
    entry.id === 'record_key' || entry.id === 'contributor_id' || entry.held === 'meta' || entry.sensitivity === 'meta'
  );
}

const exemptOperations = new Set(['keyed_hash', 'age_from_dates', 'date_to_year', 'date_to_quarter']);

function fedColumns(fields: readonly Field[], reads: readonly string[]): readonly FedColumn[] {
  return reads.flatMap((column) => {
    const variablesFed = fields.filter(({ to, rule }) => feeds(rule, column) && !isCheckOnly(targetOf(to).entry));
    const ids = [...new Set(variablesFed.map(({ to }) => targetOf(to).entry.id))];
    return ids.length === 0 ? [] : [{ column, variables: ids }];
  });
}

function feeds(rule: Rule, column: string): boolean {
  if (!rule.from.includes(column) || exemptOperations.has(rule.operation)) return false;
  if (rule.operation === 'first_of') return rule.chain.some((link) => feeds(link.rule, column));
  if (rule.operation === 'when')
    return rule.column === column || feeds(rule.then, column) || feeds(rule.otherwise, column);
  return !(rule.operation === 'duration' && rule.from.length === 2);
}

/** Published rows have no case number: their place in the file is their key. */
function rowNumberKeys(): Step {
  const texts: string[] = [];
  return (block: RowBlock, columns: Map<string, WorkColumn>, _report: Report) => {
    const codes = new Uint32Array(block.rows);
    for (let row = 0; row < block.rows; row++) codes[row] = texts.push(`row-${texts.length + 1}`) - 1;
    columns.set('record_key', { texts, codes, isConstant: false });
  };
}

/** A column that nothing fills. */
export function unfilledColumn(entry: Variable, rows: number): WorkColumn {
  return constantColumn(legalReason(entry, '?not_asked'), rows);
}
