import { majorityOfAge } from '@casebridge/standard';
import { foldedText } from '../../readers/header.ts';
import type { NumberRule, YearsToBandRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome } from '../outcome.ts';
import { absent, given, unknown, unreadable } from '../outcome.ts';
import { oneDecimal, parseAmount, parseNumber } from '../text/amount-text.ts';
import { bandHolding, parseBand } from '../text/band-text.ts';
import type { RuleContext } from './rule-context.ts';

/** A number; completed units where the variable holds whole ones. */
export function numberOperation(rule: NumberRule, context: RuleContext, missingOf: MissingOf): Operation {
  const [column = ''] = rule.from;
  const whole = context.entry.type !== 'decimal';
  return {
    from: [column],
    codes: null,
    rest: null,
    also: [],
    evaluate([cell = '']) {
      const text = foldedText(cell);
      const missing = missingOf(text);
      if (missing !== null) return absent(missing);
      const value = amountOf(text);
      if (value === null || (whole && rule.unit === null && !Number.isInteger(value)))
        return unreadable('C01', column, text, { operation: 'number' });
      return given(whole ? String(Math.floor(value)) : oneDecimal(value));
    },
  };

  function amountOf(text: string): number | null {
    const plain = parseNumber(text, rule.decimal);
    if (plain !== null || rule.unit === null) return plain;
    const amount = parseAmount(text, rule.unit, rule.decimal);
    if (amount?.bound !== 'exactly') return null;
    return rule.unit === 'years' ? amount.months / 12 : amount.months;
  }
}

/**
 * Years or a contributor's band to the canonical band it lies in. A band that lies in none but on one side of 18 leaves
 * the band unknown and gives child or adult.
 */
export function yearsToBand(rule: YearsToBandRule, context: RuleContext, missingOf: MissingOf): Operation {
  const [column = ''] = rule.from;
  const list = context.entry.codeList ?? 'age_band';
  const also = list === 'age_band' ? ['majority_at_registration'] : [];
  return {
    from: [column],
    codes: null,
    rest: null,
    also,
    evaluate([cell = '']): Outcome {
      const text = foldedText(cell);
      const missing = missingOf(text);
      if (missing !== null) return absent(missing);
      const range = parseBand(text);
      if (!range) return unreadable('C01', column, text, { operation: 'years_to_band' });
      if (list === 'majority') {
        const side = sideOf18(range.low, range.high);
        return side === null ? absent(unknown) : given(side);
      }
      const band = bandHolding(list, range);
      if (band !== null) return given(band);
      const side = sideOf18(range.low, range.high);
      return side === null || also.length === 0
        ? absent(unknown)
        : { values: [], missing: unknown, also: { majority_at_registration: side } };
    },
  };
}

function sideOf18(low: number, high: number): string | null {
  const side = majorityOfAge(String(low));
  return side === majorityOfAge(String(high)) ? side : null;
}
