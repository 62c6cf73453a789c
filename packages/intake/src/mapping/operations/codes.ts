import { isFlagged } from '@casebridge/standard';
import { foldedText } from '../../readers/header.ts';
import { cellForm } from '../cell-form.ts';
import type { ConstantRule, CopyRule, RecodeRule, SplitRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome } from '../outcome.ts';
import { absent, given, unknown, unreadable } from '../outcome.ts';
import { isReasonText } from '../reason-text.ts';
import { codesOfRule } from '../rule-codes.ts';
import type { RuleContext } from './rule-context.ts';

/** Cells that are legal cells of the variable already. */
export function copy(rule: CopyRule, context: RuleContext, missingOf: MissingOf): Operation {
  const { entry, code } = context;
  const form = cellForm(entry, code);
  const flagged = isFlagged(entry) && code === null;
  const column = rule.from[0] ?? entry.id;
  return {
    from: [column],
    codes: null,
    rest: flagged ? unknown : null,
    also: [],
    evaluate([cell = '']) {
      const text = foldedText(cell);
      if (isReasonText(text)) return absent(text);
      const missing = missingOf(text);
      if (missing !== null) return absent(missing);
      if (flagged) {
        const values = text.split(' ');
        return values.every((value) => form(value) !== null) ? { values, missing: unknown } : wrong(text);
      }
      const value = form(text);
      return value === null ? wrong(text) : given(value);
    },
  };

  function wrong(text: string): Outcome {
    return unreadable(entry.type === 'country' ? 'C02' : 'C01', column, text, { operation: 'copy' });
  }
}

/** The same cell for every row. */
export function constant(rule: ConstantRule): Operation {
  const outcome = outcomeOf(rule.value);
  // A reason alone speaks of every code of a many-valued variable.
  const codes = outcome.values.length > 0 ? codesOfRule(rule) : null;
  return { from: [], codes, rest: unknown, also: [], evaluate: () => outcome };
}

/** A closed table: exact text first, then whatever the case. */
export function recode(rule: RecodeRule, missingOf: MissingOf): Operation {
  const [column = ''] = rule.from;
  const find = closedTable(rule.values);
  return {
    from: [column],
    codes: codesOfRule(rule),
    rest: rule.unticked ?? unknown,
    also: [],
    evaluate([cell = '']) {
      const text = foldedText(cell);
      const values = find(text);
      if (values) return outcomeOf(values);
      const missing = missingOf(text);
      if (missing !== null) return absent(missing);
      return rule.default === 'fail'
        ? unreadable('C01', column, text, { operation: 'recode' })
        : outcomeOf([rule.default]);
    },
  };
}

/** Several values in one cell: cut at any of the separators, recoded each, joined to a set. */
export function split(rule: SplitRule, missingOf: MissingOf): Operation {
  const [column = ''] = rule.from;
  const find = closedTable(rule.values);
  return {
    from: [column],
    codes: codesOfRule(rule),
    rest: rule.unticked ?? unknown,
    also: [],
    evaluate([cell = '']) {
      const whole = foldedText(cell);
      const wholly = find(whole);
      if (wholly) return outcomeOf(wholly);
      const missing = missingOf(whole);
      if (missing !== null) return absent(missing);
      const found = new Set<string>();
      for (const part of cutAt(cell, rule.separators)) {
        const text = foldedText(part);
        const values = find(text) ?? (missingOf(text) !== null ? [missingOf(text) as string] : undefined);
        if (!values && rule.default === 'fail') return unreadable('C01', column, text, { operation: 'split' });
        for (const value of values ?? [rule.default]) found.add(value);
      }
      return outcomeOf([...found]);
    },
  };
}

/** Parts of a cell between separators, without empty ones. */
export function cutAt(cell: string, separators: readonly string[]): readonly string[] {
  let parts: readonly string[] = [cell];
  for (const separator of separators) parts = parts.flatMap((part) => part.split(separator));
  return parts.filter((part) => part.trim() !== '');
}

type Find = (text: string) => readonly string[] | undefined;

function closedTable(values: Readonly<Record<string, readonly string[]>>): Find {
  const exact = new Map(Object.entries(values).map(([text, codes]) => [foldedText(text), codes] as const));
  const anyCase = new Map<string, readonly string[]>();
  for (const [text, codes] of exact) {
    const folded = text.toLowerCase();
    if (!anyCase.has(folded)) anyCase.set(folded, codes);
  }
  return (text) => exact.get(text) ?? anyCase.get(text.toLowerCase());
}

function outcomeOf(values: readonly string[]): Outcome {
  const codes = values.filter((value) => !isReasonText(value) && value !== '');
  return { values: codes, missing: values.find(isReasonText) ?? unknown };
}
