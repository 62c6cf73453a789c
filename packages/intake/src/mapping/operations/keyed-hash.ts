import { foldedText } from '../../readers/header.ts';
import type { KeyedHashRule } from '../mapping.ts';
import type { MissingOf, Operation } from '../outcome.ts';
import { absent, given, unreadable } from '../outcome.ts';
import type { RuleContext } from './rule-context.ts';

/** The record key of one or several columns. A row in which one of them is empty has no key (K01). */
export function keyedHashOperation(rule: KeyedHashRule, context: RuleContext, missingOf: MissingOf): Operation {
  return {
    from: rule.from,
    codes: null,
    rest: null,
    also: [],
    evaluate(cells) {
      const texts = cells.map(foldedText);
      const at = texts.findIndex((text) => missingOf(text) !== null);
      if (at >= 0) return absent('?unknown');
      if (texts.some((text) => text.includes('\0')))
        return unreadable('C01', rule.from[0] ?? '', '', { operation: 'keyed_hash' });
      return given(context.keyedHash(texts));
    },
  };
}
