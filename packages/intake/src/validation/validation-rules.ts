import type { ValidationRule } from './rule.ts';
import { ageRules } from './rules/age.ts';
import { codeRules } from './rules/codes.ts';
import { exploitationRules } from './rules/exploitation.ts';
import { fileRules } from './rules/file.ts';
import { meansAndPlaceRules } from './rules/means-and-places.ts';
import { protectionRules } from './rules/protection.ts';
import { qualityRules } from './rules/quality.ts';
import { timeRules } from './rules/time.ts';

/** All validation rules, in the order in which they are documented. */
export const validationRules: readonly ValidationRule[] = Object.freeze([
  ...fileRules,
  ...protectionRules,
  ...codeRules,
  ...timeRules,
  ...ageRules,
  ...exploitationRules,
  ...meansAndPlaceRules,
  ...qualityRules,
]);

const ruleById = new Map(validationRules.map((rule) => [rule.id, rule]));

/** A rule by its id; undefined for a contributor's own check. */
export function ruleOf(id: string): ValidationRule | undefined {
  return ruleById.get(id);
}
