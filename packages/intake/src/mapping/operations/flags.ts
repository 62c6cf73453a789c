import { foldedText } from '../../readers/header.ts';
import type { FlagsRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome } from '../outcome.ts';
import { absent, unreadable } from '../outcome.ts';
import type { RuleContext } from './rule-context.ts';

/**
 * One operation per flag column that the file has. A column of several codes says yes to all of them; its no says
 * nothing of any one of them. An empty flag is not recorded, unless the form is a tick list (`unticked: no`).
 */
export function flagColumns(rule: FlagsRule, context: RuleContext, missingOf: MissingOf): readonly Operation[] {
  const yes = tokens(rule.yes);
  const no = tokens(rule.no);
  return Object.entries(rule.columns)
    .filter(([column]) => context.hasColumn(column))
    .map(([column, codes]) => {
      const isYes: Outcome = { values: codes, missing: null };
      const isNo: Outcome =
        codes.length === 1 ? { values: [], no: codes, missing: null } : { values: [], missing: null };
      return {
        from: [column],
        codes,
        rest: null,
        also: [],
        evaluate([cell = '']) {
          const text = foldedText(cell);
          const token = text.toLowerCase();
          if (yes.has(token)) return isYes;
          if (no.has(token) || (text === '' && rule.unticked === 'no')) return isNo;
          const missing = missingOf(text);
          return missing !== null ? absent(missing) : unreadable('C01', column, text, { operation: 'flags' });
        },
      };
    });
}

function tokens(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map((text) => foldedText(text).toLowerCase()));
}
