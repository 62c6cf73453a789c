import { codesOf, isFlagged, isMissing, variable } from '@casebridge/standard';
import { flagCode, flagTexts } from './flag-cells.ts';
import { legalReason } from './legal-cell.ts';
import type { CoverageRules } from './mapping.ts';
import { pairing } from './pairing.ts';
import type { WorkColumn } from './text-pool.ts';

/** Makes missing cells `?not_asked` in rows registered before the year in which a form began to ask. */
export function coverageYears(coverage: CoverageRules): (columns: Map<string, WorkColumn>, rows: number) => void {
  const limits = coverage.never.flatMap(({ variable: id, before }) => (before === null ? [] : [{ id, before }]));
  const steps = limits.flatMap(({ id, before }) => {
    const entry = variable(id);
    const notAsked = legalReason(entry, '?not_asked');
    const isBefore = (year: string): boolean => !isMissing(year) && Number(year) < before;
    if (!isFlagged(entry)) {
      const work = pairing((cell, year) => (isMissing(cell) && isBefore(year) ? notAsked : cell));
      return [
        (columns: Map<string, WorkColumn>, rows: number): void => {
          const [own, year] = [columns.get(id), columns.get('registration_year')];
          if (own && year) columns.set(id, work(own, year, rows));
        },
      ];
    }
    const code = flagCode(notAsked);
    return [
      (columns: Map<string, WorkColumn>, rows: number): void => {
        const year = columns.get('registration_year');
        if (!year) return;
        const early = Uint8Array.from(year.texts, (text) => (isBefore(text) ? 1 : 0));
        for (const item of codesOf(entry.codeList as string)) {
          const codes = columns.get(`${id}.${item.code}`)?.codes;
          for (let row = 0; codes && row < rows; row++)
            if (early[year.codes[row] as number] === 1 && isMissing(flagTexts[codes[row] as number] as string))
              codes[row] = code;
        }
      },
    ];
  });
  return (columns, rows) => {
    for (const step of steps) step(columns, rows);
  };
}
