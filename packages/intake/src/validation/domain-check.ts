import { domainOf, type Finding, hasVariable, isMissing, missingReasonOf, variable } from '@casebridge/standard';
import type { MappedBlock, RuleContext } from '../validation-port.ts';
import { found } from './rule.ts';

/**
 * Rules C01 and C02 once more on the mapped cells: whatever way a cell came about, it is a code of the standard, a
 * legal missing reason's text, or the row is held back. One look per distinct text and column.
 */
export function domainSearch(context: RuleContext): (block: MappedBlock) => readonly Finding[] {
  const checked = context.columns.flatMap((column, place) => {
    const domain = domainOrNull(column);
    return domain ? [{ column, place, domain, seen: 0, wrong: new Set<number>(), code: codeFor(column) }] : [];
  });
  return (block) => {
    const findings: Finding[] = [];
    for (const state of checked) {
      const column = block.columns[state.place];
      if (!column) continue;
      for (; state.seen < column.dictionary.length; state.seen++) {
        const text = column.dictionary[state.seen] ?? '';
        if (isMissing(text) ? missingReasonOf(text) === null : !state.domain.has(text)) state.wrong.add(state.seen);
      }
      if (state.wrong.size === 0) continue;
      for (let row = 0; row < block.rows; row++) {
        const code = column.codes[row] as number;
        if (!state.wrong.has(code)) continue;
        findings.push({
          code: state.code,
          severity: 'error',
          row: block.sourceRows[row] ?? null,
          variable: state.column,
          args: found,
          ...(context.keepValues ? { value: column.dictionary[code] ?? '' } : {}),
        });
      }
    }
    return findings;
  };
}

function codeFor(column: string): string {
  return hasVariable(column) && variable(column).type === 'country' ? 'C02' : 'C01';
}

function domainOrNull(column: string): ReadonlySet<string> | null {
  const id = column.split('.')[0] ?? column;
  if (!hasVariable(id)) return null;
  try {
    return new Set(domainOf(column));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
