import { Refusal } from '@casebridge/refusal';
import type { Domains } from '../results/types.ts';
import { type CaseTable, type CodeColumn, checkDomains, emptyColumn, outsideDomain } from './case-table.ts';
import { csvReader, type Delimiter } from './csv-rows.ts';
import { firstDeclaredZero, type StructuralZero } from './declared-domain.ts';

/** A table read from CSV, and what was found out about the file. */
export interface CsvTable {
  readonly table: CaseTable;
  readonly delimiter: Delimiter;
  /** Columns of the file that the domain does not declare: they were not read. */
  readonly ignored: readonly string[];
}

/**
 * Reads a CSV of case data into a table over declared domains. Every declared column must be there once; values are taken
 * as they stand (an empty field is the text ''), and one outside its domain refuses the file with row and column; so does a
 * combination that is declared impossible.
 *
 * @param text the file in pieces, as text or UTF-8
 * @param name the file's name, for messages
 */
export async function tableFromCsv(
  text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  name: string,
  domains: Domains,
  options: {
    readonly shared?: boolean;
    readonly signal?: AbortSignal;
    readonly structuralZeros?: readonly StructuralZero[];
  } = {},
): Promise<CsvTable> {
  checkDomains(domains);
  const variables = Object.keys(domains);
  const shared = options.shared ?? false;
  const codeOf = variables.map((variable) => new Map((domains[variable] ?? []).map((code, at) => [code, at])));
  let capacity = 65_536;
  let columns = codeOf.map(({ size }) => emptyColumn(size, capacity, shared));
  let fieldOf: readonly number[] = [];
  let ignored: readonly string[] = [];
  let rows = 0;

  const resize = (length: number) => {
    columns = columns.map((column, at) => {
      const other = emptyColumn(codeOf[at]?.size ?? 0, length, shared);
      other.set(column.subarray(0, Math.min(column.length, length)));
      return other;
    });
    capacity = length;
  };
  const reader = csvReader(name, {
    record(fields, row) {
      if (row === 1) {
        fieldOf = variables.map((variable) => headerPosition(fields, variable, name));
        ignored = fields.filter((field) => !variables.includes(field));
        return;
      }
      if (rows === capacity) resize(capacity * 2);
      for (let at = 0; at < fieldOf.length; at++) {
        const code = (codeOf[at] as Map<string, number>).get(fields[fieldOf[at] as number] as string);
        if (code === undefined) throw outsideDomain(row, variables[at] as string);
        (columns[at] as CodeColumn)[rows] = code;
      }
      rows++;
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new Refusal('csv-encoding', `${name}: not UTF-8; save the file as UTF-8.`, { cause });
    }
  };
  for await (const piece of text) {
    options.signal?.throwIfAborted();
    reader.push(typeof piece === 'string' ? piece : decode(piece));
  }
  reader.push(decode());
  const delimiter = reader.end();
  resize(rows);
  const table = { variables, domains, columns, rows };
  const impossible = firstDeclaredZero(table, options.structuralZeros ?? []);
  if (impossible) throw impossibleRecord(impossible.row + 2, impossible.set, name);
  return { table, delimiter, ignored };
}

/** Names the row and the columns, never the values. */
function impossibleRecord(row: number, set: readonly string[], name: string): Refusal {
  const columns = set.map((column) => `'${column}'`).join(', ');
  return new Refusal(
    'declared-impossible',
    `${name}, row ${row}: columns ${columns} hold a combination that the domain declares impossible; correct the row or the domain.`,
  );
}

function headerPosition(header: readonly string[], variable: string, name: string): number {
  const at = header.indexOf(variable);
  if (at < 0) {
    throw new Refusal('csv-column-missing', `${name}: no column '${variable}', which the domain declares; add it.`);
  }
  if (header.indexOf(variable, at + 1) >= 0) {
    throw new Refusal('csv-column-twice', `${name}: two columns '${variable}'; rename one.`);
  }
  return at;
}
