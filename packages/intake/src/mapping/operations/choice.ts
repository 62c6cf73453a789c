import { foldedText } from '../../readers/header.ts';
import type { FirstOfRule, WhenRule } from '../mapping.ts';
import { absent, type MissingOf, type Operation, type Outcome, unknown } from '../outcome.ts';
import { codesOfRule } from '../rule-codes.ts';
import type { CompileInner, RuleContext } from './rule-context.ts';

/** The first rule of a chain that gives a value, and under `basis` which one it was. */
export function firstOf(rule: FirstOfRule, context: RuleContext, compile: CompileInner): Operation {
  const usable = rule.chain.filter((link) => link.rule.from.every(context.hasColumn));
  const from = [...new Set(usable.flatMap((link) => link.rule.from))];
  const links = usable.map((link) => ({ basis: link.basis, run: within(compile(link.rule, context), from) }));
  const basis = rule.basis;
  return {
    from,
    codes: codesOfRule(rule),
    rest: unknown,
    also: [...(basis === null ? [] : [basis]), ...new Set(links.flatMap(({ run }) => run.also))],
    evaluate(cells): Outcome {
      let first: Outcome | undefined;
      for (const link of links) {
        const outcome = link.run.evaluate(cells);
        first ??= outcome;
        if (outcome.values.length === 0 && !outcome.problems?.length) continue;
        if (basis === null || outcome.values.length === 0) return outcome;
        return { ...outcome, also: { ...outcome.also, [basis]: link.basis ?? unknown } };
      }
      const nothing = first ?? absent(unknown);
      return basis === null ? nothing : { ...nothing, also: { ...nothing.also, [basis]: nothing.missing ?? unknown } };
    },
  };
}

/** One rule where a column has one of some cells, another rule elsewhere. */
export function when(rule: WhenRule, context: RuleContext, missingOf: MissingOf, compile: CompileInner): Operation {
  const then = within(compile(rule.then, context), rule.from);
  const otherwise = within(compile(rule.otherwise, context), rule.from);
  const wanted = new Set((rule.is ?? rule.isNot ?? []).map((text) => foldedText(text).toLowerCase()));
  const at = rule.from.indexOf(rule.column);
  return {
    from: rule.from,
    codes: codesOfRule(rule),
    rest: unknown,
    also: [...new Set([...then.also, ...otherwise.also])],
    evaluate(cells): Outcome {
      const text = foldedText(cells[at] ?? '');
      const isWanted = wanted.has(text.toLowerCase()) || wanted.has(missingOf(text) ?? text);
      return (isWanted === (rule.is !== null) ? then : otherwise).evaluate(cells);
    },
  };
}

interface Inner {
  readonly also: readonly string[];
  readonly evaluate: (cells: readonly string[]) => Outcome;
}

/** An operation that reads its columns out of the wider row of the rule around it. */
function within(operation: Operation, columns: readonly string[]): Inner {
  const positions = operation.from.map((column) => columns.indexOf(column));
  return {
    also: operation.also,
    evaluate: (cells) => operation.evaluate(positions.map((position) => cells[position] ?? '')),
  };
}
