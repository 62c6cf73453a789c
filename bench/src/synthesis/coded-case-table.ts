import { type CaseTable, caseTable } from '@casebridge/privacy';
import type { CodedTable } from './coded-table.ts';

/** A table of codes as the package's own; values are written as their codes where no texts are given. */
export function caseTableOf({ names, sizes, columns }: CodedTable, values?: readonly (readonly string[])[]): CaseTable {
  const domains = Object.fromEntries(
    names.map((name, at) => [name, values?.[at] ?? Array.from({ length: sizes[at] ?? 0 }, (_, code) => String(code))]),
  );
  const codes = names.map((name, at) => {
    const column = columns[at] as Uint16Array;
    return [name, (domains[name]?.length ?? 0) <= 256 ? Uint8Array.from(column) : column] as const;
  });
  return caseTable(domains, Object.fromEntries(codes));
}
