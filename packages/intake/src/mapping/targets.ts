// What a mapping may fill, and with what.
import type { Variable } from '@casebridge/standard';
import { codesOf, columnsOf, country, hasVariable, isFlagged, missingReasons, variable } from '@casebridge/standard';
import { fault } from './located.ts';
import type { Field, Mapping, Rule } from './mapping.ts';
import { isReasonText } from './reason-text.ts';
import { codesOfRule } from './rule-codes.ts';

/** Variables that a mapping fills although the standard can also work them out. */
const statedOrDerived = new Set(['trafficking_scope', 'duration_band', 'age_band', 'majority_at_registration']);

/** Dates that are read to check a record and then stay with the contributor. */
export function isCheckOnly(entry: Variable): boolean {
  return (entry.held === 'edge' && entry.sensitivity !== 'direct') || entry.id === 'withdrawn_on';
}

/** The variable of a target, and its code where the target is one column of a many-valued variable. */
export function targetOf(to: string): { readonly entry: Variable; readonly code: string | null } {
  const dot = to.indexOf('.');
  return { entry: variable(dot < 0 ? to : to.slice(0, dot)), code: dot < 0 ? null : to.slice(dot + 1) };
}

/**
 * Checks every target and every code of a mapping against the standard.
 *
 * @throws Refusal `mapping` with file and line
 */
export function checkTargets(mapping: Mapping): void {
  const { file } = mapping;
  const filled = new Map<string, Field>();
  for (const field of mapping.fields) {
    checkTarget(field, file);
    checkRule(field.rule, field, file);
    const { entry, code } = targetOf(field.to);
    const earlier = filled.get(field.to);
    if (earlier && (code !== null || !isFlagged(entry)))
      throw fault(
        file,
        field.line,
        `'${field.to}' was filled in line ${earlier.line} already; join the two with first_of`,
      );
    filled.set(field.to, field);
    if (field.absent !== null) checkCode(field.absent, entry, code, file, field.line);
    const dropped = field.rule.from.find((column) => mapping.drop.includes(column));
    if (dropped !== undefined)
      throw fault(file, field.line, `the column '${dropped}' is mapped here and listed under drop; remove it from one`);
  }
  for (const { variable: id, before } of mapping.coverage.never) {
    const field = mapping.fields.find(({ to }) => to.split('.')[0] === id);
    if (before === null && field)
      throw fault(
        file,
        field.line,
        `'${id}' is filled here and listed under coverage as never asked; remove it from one`,
      );
  }
  const needed = mapping.origin === 'published' ? ['source_kind'] : ['record_key', 'source_kind'];
  for (const id of needed) {
    if (!filled.has(id))
      throw fault(
        file,
        1,
        `no field fills '${id}', which every record needs; add one (an operation 'constant' may do)`,
      );
  }
}

function checkTarget(field: Field, file: string): void {
  const id = field.to.split('.')[0] as string;
  if (!hasVariable(id)) throw fault(file, field.line, `the standard has no variable '${id}'; see the codebook`);
  const { entry, code } = targetOf(field.to);
  if (code !== null && (!isFlagged(entry) || code === 'known' || !columnsOf(id).includes(field.to)))
    throw fault(file, field.line, `the standard has no column '${field.to}'; see the codebook`);
  if (entry.sensitivity === 'direct' || entry.obligation === 'never')
    throw fault(file, field.line, `'${id}' identifies a person and is never mapped; list its column under drop`);
  if (entry.held === 'meta') throw fault(file, field.line, `'${id}' is written by the program; remove the field`);
  if (entry.obligation === 'derived' && !statedOrDerived.has(id))
    throw fault(file, field.line, `'${id}' is worked out from ${entry.derivedFrom ?? 'others'}; map that instead`);
}

function checkRule(rule: Rule, field: Field, file: string): void {
  const { entry, code } = targetOf(field.to);
  for (const value of codesOfRule(rule) ?? []) checkCode(value, entry, code, file, rule.line);
  switch (rule.operation) {
    case 'recode':
    case 'split':
      for (const values of Object.values(rule.values)) {
        if (values.length > 1 && (entry.cardinality === 'one' || code !== null))
          throw fault(file, rule.line, `'${field.to}' holds one value; the table gives it ${values.length}`);
        for (const value of values) checkCode(value, entry, code, file, rule.line);
      }
      if (rule.default !== 'fail') checkCode(rule.default, entry, code, file, rule.line);
      break;
    case 'constant':
      for (const value of rule.value) checkCode(value, entry, code, file, rule.line);
      break;
    case 'first_of':
      for (const link of rule.chain) checkRule(link.rule, field, file);
      checkBasis(
        rule.basis,
        rule.chain.map(({ basis }) => basis),
        file,
        rule.line,
      );
      break;
    case 'when':
      checkRule(rule.then, field, file);
      checkRule(rule.otherwise, field, file);
      break;
    case 'flags':
      if (!isFlagged(entry) || code !== null)
        throw fault(file, rule.line, `'flags' fills a many-valued variable; '${field.to}' is not one, use recode`);
      break;
    case 'country':
      if (entry.type !== 'country') throw fault(file, rule.line, `'${field.to}' is not a country; use recode`);
      break;
    case 'keyed_hash':
      if (entry.id !== 'record_key') throw fault(file, rule.line, "'keyed_hash' fills record_key and nothing else");
      break;
    default:
  }
}

function checkBasis(basis: string | null, codes: readonly (string | null)[], file: string, line: number): void {
  if (basis === null) return;
  if (!hasVariable(basis)) throw fault(file, line, `the standard has no variable '${basis}'; see the codebook`);
  for (const code of codes) checkCode(code ?? '', variable(basis), null, file, line);
}

function checkCode(value: string, entry: Variable, code: string | null, file: string, line: number): void {
  if (isReasonText(value)) return;
  if (value.startsWith('?'))
    throw fault(
      file,
      line,
      `'${value}' is not a missing reason; use one of ${missingReasons.map((r) => `?${r}`).join(', ')}`,
    );
  const codes = legalCodes(entry, code);
  if (codes === null || codes.includes(value)) return;
  const shown = codes.length <= 20 ? ` (${codes.join(', ')})` : '';
  throw fault(file, line, `'${value}' is not a code of '${entry.id}'${shown}`);
}

/** The codes a target takes; null where it takes anything of its type. */
export function legalCodes(entry: Variable, code: string | null): readonly string[] | null {
  if (code !== null || entry.type === 'boolean') return ['yes', 'no'];
  if (entry.codeList === null || entry.codeList === 'contributor' || entry.codeList === 'region') return null;
  if (entry.codeList.startsWith('country')) return null;
  return codesOf(entry.codeList).map((item) => item.code);
}

/** True for a country code that the variable takes: alpha-3, and for citizenship the special codes. */
export function isCountryCode(text: string, entry: Variable): boolean {
  return country(text) !== undefined || (entry.codeList === 'country+special' && /^XX[A-C]$/u.test(text));
}
