import type { Rule } from './mapping.ts';
import { isReasonText } from './reason-text.ts';

/** Every code a rule can give: texts of its tables that are not missing reasons; null where the data decide. */
export function codesOfRule(rule: Rule): readonly string[] | null {
  switch (rule.operation) {
    case 'constant':
      return rule.value.filter((value) => !isReasonText(value));
    case 'recode':
    case 'split':
      return [...new Set([...Object.values(rule.values).flat(), rule.default])].filter(
        (value) => value !== 'fail' && !isReasonText(value),
      );
    case 'flags':
      return [...new Set(Object.values(rule.columns).flat())];
    case 'first_of':
      return together(rule.chain.map((link) => codesOfRule(link.rule)));
    case 'when':
      return together([codesOfRule(rule.then), codesOfRule(rule.otherwise)]);
    default:
      return null;
  }
}

function together(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.some((list) => list === null) ? null : [...new Set(lists.flatMap((list) => list ?? []))];
}
