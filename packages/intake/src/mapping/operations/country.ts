import { findCountry } from '@casebridge/standard';
import { foldedText } from '../../readers/header.ts';
import type { CountryRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome, Problem } from '../outcome.ts';
import { unknown } from '../outcome.ts';
import { isReasonText } from '../reason-text.ts';
import { isCountryCode } from '../targets.ts';
import { cutAt } from './codes.ts';
import type { RuleContext } from './rule-context.ts';

/** Territories that nobody lives in all year (ISO alpha-3), for C03. */
const uninhabited = new Set(['ATA', 'ATF', 'BVT', 'HMD', 'IOT', 'SGS', 'UMI']);
const retiredCodes: ReadonlySet<string> = new Set(['retired']);

/**
 * Countries to alpha-3. The mapping's aliases come first, then ISO codes and names of the standard. Withdrawn codes are
 * mapped where they have one successor and warned of (C02), placeholders are unknown (C04), the rest is an error (C02).
 */
export function countryOperation(rule: CountryRule, context: RuleContext, missingOf: MissingOf): Operation {
  const aliases = new Map(Object.entries(rule.aliases).map(([text, code]) => [foldedText(text).toLowerCase(), code]));
  const language = rule.locale === null ? {} : { language: rule.locale };
  const { entry } = context;

  function one(text: string, column: string, problems: Problem[]): string {
    const alias = aliases.get(text.toLowerCase());
    if (alias !== undefined && isReasonText(alias)) return alias;
    const problem = (code: string, kind: string): void => {
      problems.push({ code, column, args: { column, kind, variable: entry.id }, value: text });
    };
    const match = findCountry(alias ?? text, language);
    if (!match) {
      problem('C02', 'not_a_country');
      return unknown;
    }
    if (match.kind === 'placeholder') {
      problem('C04', 'placeholder');
      return unknown;
    }
    if (retiredCodes.has(match.kind)) problem('C02', match.iso3 === null ? 'no_successor' : 'retired');
    if (match.iso3 === null) return unknown;
    if (!isCountryCode(match.iso3, entry)) {
      problem('C04', 'special');
      return unknown;
    }
    if (uninhabited.has(match.iso3)) problem('C03', 'uninhabited');
    return match.iso3;
  }

  return {
    from: rule.from,
    codes: null,
    rest: null,
    also: [],
    evaluate(cells): Outcome {
      const problems: Problem[] = [];
      const found = new Set<string>();
      let reason: string | null = null;
      for (const [at, cell] of cells.entries()) {
        const column = rule.from[at] ?? '';
        const parts = rule.separators.length > 0 ? cutAt(cell, rule.separators) : [cell];
        for (const part of parts.length > 0 ? parts : ['']) {
          const text = foldedText(part);
          const known = aliases.has(text.toLowerCase()) ? null : missingOf(text);
          const code = known ?? one(text, column, problems);
          if (isReasonText(code)) reason ??= code;
          else found.add(code);
        }
      }
      return { values: [...found].sort(), missing: reason ?? unknown, problems };
    },
  };
}
