import type { Rule } from '../mapping.ts';
import { type MissingOf, missingTokens, type Operation } from '../outcome.ts';
import { firstOf, when } from './choice.ts';
import { constant, copy, recode, split } from './codes.ts';
import { countryOperation } from './country.ts';
import { ageFromDates, dateToQuarter, dateToYear } from './dates.ts';
import { duration } from './duration.ts';
import { flagColumns } from './flags.ts';
import { keyedHashOperation } from './keyed-hash.ts';
import { numberOperation, yearsToBand } from './numbers.ts';
import type { RuleContext } from './rule-context.ts';

/** Compiles a rule; `flags` becomes one operation per source column. */
export function compileRule(rule: Rule, context: RuleContext): readonly Operation[] {
  return rule.operation === 'flags'
    ? flagColumns(rule, context, missingOf(rule, context))
    : [compileOne(rule, context)];
}

/** Compiles a rule that is one operation. */
function compileOne(rule: Exclude<Rule, { operation: 'flags' }> | Rule, context: RuleContext): Operation {
  const missing = missingOf(rule, context);
  switch (rule.operation) {
    case 'copy':
      return copy(rule, context, missing);
    case 'constant':
      return constant(rule);
    case 'recode':
      return recode(rule, missing);
    case 'split':
      return split(rule, missing);
    case 'country':
      return countryOperation(rule, context, missing);
    case 'number':
      return numberOperation(rule, context, missing);
    case 'years_to_band':
      return yearsToBand(rule, context, missing);
    case 'age_from_dates':
      return ageFromDates(rule, missing);
    case 'date_to_year':
      return dateToYear(rule, missing);
    case 'date_to_quarter':
      return dateToQuarter(rule, missing);
    case 'duration':
      return duration(rule, missing);
    case 'first_of':
      return firstOf(rule, context, compileOne);
    case 'when':
      return when(rule, context, missing, compileOne);
    case 'keyed_hash':
      return keyedHashOperation(rule, context, missing);
    case 'flags':
      throw new RangeError("'flags' is compiled to one operation per column");
    default:
      return rule satisfies never;
  }
}

function missingOf(rule: Rule, context: RuleContext): MissingOf {
  return missingTokens(rule.missing, context.emptyReason);
}
