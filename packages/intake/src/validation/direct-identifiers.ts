import type { Finding } from '@casebridge/standard';
import type { RawColumn } from '../table.ts';
import type { MappedBlock, RuleContext } from '../validation-port.ts';
import { type IdentifierKind, identifierKindOfCell, identifierKindOfHeader, looksLikeName } from './identifiers.ts';

/** Rule F03 over the columns that feed a variable: each distinct text is looked at once. One finding per column and kind. */
export function identifierSearch(context: RuleContext): (block: MappedBlock) => readonly Finding[] {
  const reported = new Set<string>();
  const columns = context.fedColumns.map(({ column }) => ({
    column,
    seen: 0,
    names: 0,
    dictionary: undefined as unknown,
  }));
  let headersDue = true;

  function report(findings: Finding[], column: string, kind: IdentifierKind, row: number | null, value?: string): void {
    if (reported.has(`${kind}/${column}`)) return;
    reported.add(`${kind}/${column}`);
    findings.push({
      code: 'F03',
      severity: 'stop',
      row,
      variable: column,
      args: { kind },
      ...(context.keepValues && value !== undefined ? { value } : {}),
    });
  }

  return (block) => {
    const findings: Finding[] = [];
    for (const [index, state] of columns.entries()) {
      const raw = block.raw[index];
      const kind = headersDue ? identifierKindOfHeader(state.column) : null;
      if (kind !== null && kind !== 'free_text') report(findings, state.column, kind, null);
      if (!raw) continue;
      if (state.dictionary !== raw.dictionary) {
        state.dictionary = raw.dictionary;
        state.seen = 0;
        state.names = 0;
      }
      for (; state.seen < raw.dictionary.length; state.seen++) {
        const text = raw.dictionary[state.seen] ?? '';
        const cellKind = identifierKindOfCell(text);
        if (cellKind !== null) report(findings, state.column, cellKind, rowOf(block, raw, state.seen), text);
        else if (looksLikeName(text)) state.names++;
      }
      if (state.names >= fewestNames && state.names * 2 > filledRows(block, raw))
        report(findings, state.column, 'names', null);
    }
    headersDue = false;
    return findings;
  };
}

// Five different texts in the shape of a name, in more than half of the filled rows of a block: categories repeat, people do not.
const fewestNames = 5;

function filledRows(block: MappedBlock, raw: RawColumn): number {
  const empty = raw.dictionary.indexOf('');
  let filled = 0;
  for (let row = 0; row < block.rows; row++) if (raw.codes[row] !== empty) filled++;
  return filled;
}

function rowOf(block: MappedBlock, raw: RawColumn, code: number): number | null {
  const at = raw.codes.subarray(0, block.rows).indexOf(code);
  return at < 0 ? null : (block.sourceRows[at] ?? null);
}
