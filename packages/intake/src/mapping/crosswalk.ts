import { type CodePair, type Crosswalk, type CrosswalkLine, type Loss, losses } from '@casebridge/standard';
import type { Mapping, Rule } from './mapping.ts';

/** Reads a mapping as a crosswalk: its steps, and what each of them loses, worked out from its operations and tables. */
export function crosswalkOf(mapping: Mapping): Crosswalk {
  return {
    id: mapping.mapping,
    version: mapping.version,
    standard: mapping.standard,
    lines: mapping.fields.flatMap(({ to, rule }) => linesOf(to, rule, [])),
    neverAsked: mapping.coverage.never.filter(({ before }) => before === null).map(({ variable }) => variable),
  };
}

function linesOf(to: string, rule: Rule, around: readonly Loss[]): CrosswalkLine[] {
  if (rule.operation === 'first_of') {
    // The first source is what was asked for; each later one stands in where it is empty.
    return rule.chain.flatMap((link, at) =>
      linesOf(to, link.rule, at === 0 || rule.basis === null ? around : union(around, ['stand_in'])),
    );
  }
  if (rule.operation === 'when') {
    const otherwise = rule.otherwise.operation === 'constant' ? [] : linesOf(to, rule.otherwise, around);
    return [...linesOf(to, rule.then, around), ...otherwise];
  }
  const from = rule.operation === 'flags' ? Object.keys(rule.columns) : rule.from;
  return [{ to, from, operation: rule.operation, pairs: pairsOf(rule), losses: union(around, ownLosses(rule)) }];
}

function ownLosses(rule: Rule): readonly Loss[] {
  switch (rule.operation) {
    case 'keyed_hash':
      return ['one_way'];
    case 'constant':
      return ['constant'];
    case 'date_to_year':
    case 'date_to_quarter':
    case 'age_from_dates':
    case 'years_to_band':
      return ['coarser'];
    case 'recode':
    case 'split':
      // `fail` holds back a row with a value outside the table; anything else takes it in.
      return rule.default === 'fail' ? [] : [rule.default.startsWith('?') ? 'dropped' : 'merged'];
    default:
      return [];
  }
}

function pairsOf(rule: Rule): readonly CodePair[] {
  const entries = Object.entries(tableOf(rule));
  const uses = new Map<string, number>();
  for (const [, ours] of entries) uses.set(keyOf(ours), (uses.get(keyOf(ours)) ?? 0) + 1);
  return entries.map(([theirs, ours]) => {
    const dropped = ours.some((code) => code.startsWith('?'));
    const found: Loss[] = [];
    if (dropped) found.push('dropped');
    if (ours.length > 1) found.push('combined');
    if (!dropped && (uses.get(keyOf(ours)) ?? 0) > 1) found.push('merged');
    return { theirs, ours, losses: union(found, []) };
  });
}

function tableOf(rule: Rule): Readonly<Record<string, readonly string[]>> {
  if (rule.operation === 'flags') return rule.columns;
  return rule.operation === 'recode' || rule.operation === 'split' ? rule.values : {};
}

function keyOf(codes: readonly string[]): string {
  return [...codes].sort().join(' ');
}

function union(a: readonly Loss[], b: readonly Loss[]): readonly Loss[] {
  return losses.filter((loss) => a.includes(loss) || b.includes(loss));
}
