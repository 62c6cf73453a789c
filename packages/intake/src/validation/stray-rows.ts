import { type Finding, foldText } from '@casebridge/standard';
import type { MappedBlock, RuleContext } from '../validation-port.ts';

/** Rule F06: rows that look like a totals row, or like the header again, from the texts of the columns that feed a variable. */
export function strayRowSearch(context: RuleContext): (block: MappedBlock) => readonly Finding[] {
  const headers = context.fedColumns.map(({ column }) => foldText(column));
  const signs = headers.map(() => ({
    dictionary: undefined as unknown,
    seen: 0,
    totals: new Set<number>(),
    header: -1,
  }));

  return (block) => {
    let suspects: Map<number, number> | undefined;
    for (const [index, sign] of signs.entries()) {
      const raw = block.raw[index];
      if (!raw) continue;
      if (sign.dictionary !== raw.dictionary) {
        sign.dictionary = raw.dictionary;
        sign.seen = 0;
        sign.totals.clear();
        sign.header = -1;
      }
      for (; sign.seen < raw.dictionary.length; sign.seen++) {
        const text = raw.dictionary[sign.seen] ?? '';
        if (text.length > 40 || text === '') continue;
        const folded = foldText(text);
        if (totals.has(folded.split(' ')[0] ?? '')) sign.totals.add(sign.seen);
        if (folded === headers[index]) sign.header = sign.seen;
      }
      if (sign.totals.size === 0 && sign.header < 0) continue;
      suspects ??= new Map();
      for (let row = 0; row < block.rows; row++) {
        const code = raw.codes[row] ?? -1;
        const weight = sign.totals.has(code) ? wholeRow : code === sign.header ? 1 : 0;
        if (weight > 0) suspects.set(row, (suspects.get(row) ?? 0) + weight);
      }
    }
    return suspects ? findings(block, suspects, Math.min(2, headers.length)) : [];
  };
}

const wholeRow = 1000;
const totals: ReadonlySet<string> = new Set(
  ['total', 'totals', 'totaux', 'totales', 'subtotal', 'somme', 'suma', 'المجموع', 'مجموع', 'الإجمالي'].map(foldText),
);

function findings(block: MappedBlock, suspects: ReadonlyMap<number, number>, headerCells: number): readonly Finding[] {
  return [...suspects].flatMap(([row, weight]): Finding[] => {
    if (weight < headerCells) return [];
    const problem = weight >= wholeRow ? 'totals_row' : 'repeated_header';
    return [{ code: 'F06', severity: 'warn', row: block.sourceRows[row] ?? null, variable: null, args: { problem } }];
  });
}
