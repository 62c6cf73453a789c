import { foldedText } from '../readers/header.ts';
import type { DateReading, FirstOfRule, OperationName, Rule, SourceOptions, WhenRule } from './mapping.ts';
import { type Parts, partsOf } from './parts.ts';

const operationNames = [
  'copy',
  'constant',
  'recode',
  'split',
  'flags',
  'country',
  'number',
  'years_to_band',
  'age_from_dates',
  'date_to_year',
  'date_to_quarter',
  'duration',
  'first_of',
  'keyed_hash',
  'when',
] as const satisfies readonly OperationName[];

/** Reads the operation and its settings from the parts of a field, a chain entry, or a branch of `when`. */
export function parseRule(parts: Parts, source: SourceOptions): Rule {
  const operation = parts.oneOf('operation', operationNames);
  const base = {
    from: parts.texts('from').map(foldedText),
    missing: { ...source.missing, ...parts.reasonTable('missing') },
    line: parts.line,
  };
  const needs = (least: number, most: number): void => {
    const given = base.from.length;
    if (given >= least && given <= most) return;
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    throw parts.fault(`'${operation}' needs ${wanted} column(s) under 'from', not ${given}`, 'from');
  };
  switch (operation) {
    case 'copy':
      needs(0, 1);
      return { ...base, operation };
    case 'constant': {
      const value = parts.texts('value');
      if (value.length === 0) throw parts.fault("'constant' needs a 'value'");
      return { ...base, operation, value };
    }
    case 'recode':
    case 'split': {
      needs(1, 1);
      const table = {
        values: parts.textsTable('values'),
        default: parts.optionalText('default') ?? 'fail',
        unticked: parts.optionalOneOf('unticked', ['no']),
      };
      if (operation === 'recode') return { ...base, operation, ...table };
      const separators = parts.texts('separators');
      if (separators.length === 0 || separators.includes(''))
        throw parts.fault("'split' needs 'separators', for example [\";\"]");
      return { ...base, operation, ...table, separators };
    }
    case 'flags': {
      const columns = foldedKeys(parts.textsTable('columns'));
      if (Object.keys(columns).length === 0) throw parts.fault("'flags' needs 'columns': { SourceColumn: code }");
      const unticked = parts.optionalOneOf('unticked', ['no']);
      const yes = parts.texts('yes');
      const no = parts.texts('no');
      return { ...base, from: Object.keys(columns), operation, columns, unticked, yes: yes.length ? yes : ['1'], no };
    }
    case 'country':
      needs(1, 8);
      return {
        ...base,
        operation,
        aliases: parts.textTable('aliases'),
        locale: parts.optionalText('locale') ?? source.locale,
        separators: parts.texts('separators'),
      };
    case 'number':
      needs(1, 1);
      return { ...base, operation, unit: parts.optionalOneOf('unit', ['years', 'months']), decimal: source.decimal };
    case 'years_to_band':
      needs(1, 1);
      return { ...base, operation };
    case 'age_from_dates':
      needs(2, 2);
      return { ...base, operation, dates: parseDates(parts, source) };
    case 'date_to_year':
    case 'date_to_quarter':
      needs(1, 1);
      return { ...base, operation, dates: parseDates(parts, source) };
    case 'duration':
      needs(1, 2);
      return {
        ...base,
        operation,
        unit: parts.optionalOneOf('unit', ['days', 'weeks', 'months', 'years']),
        decimal: source.decimal,
        dates: parseDates(parts, source),
      };
    case 'first_of':
      return parseFirstOf(parts, source, base);
    case 'keyed_hash':
      return { ...base, operation };
    case 'when':
      return parseWhen(parts, source, base);
    default:
      return operation satisfies never;
  }
}

function parseDates(parts: Parts, source: SourceOptions): DateReading {
  return {
    order: parts.optionalOneOf('date_order', ['dmy', 'mdy', 'ymd']) ?? source.dateOrder,
    calendar: parts.optionalOneOf('calendar', ['gregorian', 'buddhist', 'hijri']) ?? source.calendar,
    excelSerials: parts.optionalOneOf('excel_serials', ['1900', '1904']) ?? source.excelSerials,
  };
}

type Base = Pick<Rule, 'from' | 'missing' | 'line'>;

function parseFirstOf(parts: Parts, source: SourceOptions, base: Base): FirstOfRule {
  const basis = parts.optionalText('basis');
  const chain = parts.list('chain').map((node) => {
    const link = partsOf(node, 'a link of the chain', parts.file);
    const result = { rule: parseRule(link, source), basis: basis === null ? null : link.text('basis') };
    link.done();
    return result;
  });
  if (chain.length === 0) throw parts.fault("'first_of' needs 'chain': a list of operations, first choice first");
  return { ...base, operation: 'first_of', basis, chain, from: columnsOfRules(chain.map(({ rule }) => rule)) };
}

function parseWhen(parts: Parts, source: SourceOptions, base: Base): WhenRule {
  const column = foldedText(parts.text('column'));
  const is = parts.has('is') ? parts.texts('is') : null;
  const isNot = parts.has('is_not') ? parts.texts('is_not') : null;
  if ((is === null) === (isNot === null)) throw parts.fault("'when' needs either 'is' or 'is_not', a list of cells");
  const branch = (key: string): Rule => {
    const inner = parts.part(key);
    const rule = parseRule(inner, source);
    inner.done();
    return rule;
  };
  const then = branch('then');
  const otherwise: Rule = parts.has('otherwise')
    ? branch('otherwise')
    : { ...base, from: [], operation: 'constant', value: ['?not_applicable'] };
  const from = [...new Set([column, ...columnsOfRules([then, otherwise])])];
  return { ...base, operation: 'when', column, is, isNot, then, otherwise, from };
}

function columnsOfRules(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap((rule) => rule.from))];
}

/** Column names as a header gives them. */
function foldedKeys<T>(table: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const result: Record<string, T> = Object.create(null) as Record<string, T>;
  for (const [column, value] of Object.entries(table)) result[foldedText(column)] = value;
  return result;
}
