import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type QuasiTable, type TextColumn, textColumns } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { quasiTable } from './quasi-columns.ts';
import { readHierarchies } from './read-hierarchies.ts';

/** All that a run reads: the records, and what it needs to know of them. */
export interface AnonymiseInputs {
  readonly table: QuasiTable;
  readonly population: QuasiTable | null;
  /** The column by whose values the report tells; null for none. */
  readonly by: TextColumn | null;
  /** Record key of each row; empty without a register. */
  readonly recordKeys: readonly string[];
  readonly delimiter: string;
  /** Columns that are not published. */
  readonly leftOut: readonly string[];
}

/** Reads the CSV, the hierarchies and the population. */
export async function readInputs(options: AnonymiseOptions): Promise<AnonymiseInputs> {
  const { csv, quasi, sensitive, register, by, signal } = options;
  const named = [...new Set([...quasi, ...sensitive, ...(register ? [register.column] : []), ...(by ? [by] : [])])];
  const read = await textColumns(createReadStream(csv), basename(csv), named, signal);
  const column = (name: string) => read.columns[named.indexOf(name)] as TextColumn;
  const hierarchies = options.hierarchies ? await readHierarchies(options.hierarchies, quasi) : new Map();
  const persons = options.population
    ? await textColumns(createReadStream(options.population), basename(options.population), quasi, signal)
    : null;
  const more = persons?.columns.map(({ texts }) => texts) ?? [];
  const columns = quasi.map(column);
  const table = quasiTable(columns, sensitive.map(column), hierarchies, read.rows, basename(csv), more);
  const known = new Map(table.hierarchies.map((hierarchy) => [hierarchy.column, hierarchy]));
  const population =
    persons && quasiTable(persons.columns, [], known, persons.rows, basename(options.population ?? ''));
  const keys = register ? column(register.column) : null;
  return {
    table,
    population,
    by: by ? column(by) : null,
    recordKeys: keys ? Array.from(keys.codes, (code) => keys.texts[code] as string) : [],
    delimiter: read.delimiter,
    leftOut: [...read.ignored, ...named.filter((name) => !quasi.includes(name) && !sensitive.includes(name))],
  };
}

/** Refuses columns named in two roles that do not go together, or twice. */
export function checkColumns({ quasi, sensitive, register }: AnonymiseOptions): void {
  const published = [...quasi, ...sensitive];
  const twice = published.find((name, at) => published.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new Refusal(
      'column-twice',
      `The column '${twice}' is named twice; a column is a quasi-identifier or sensitive.`,
    );
  }
  if (register && published.includes(register.column)) {
    throw new Refusal(
      'key-published',
      `The column '${register.column}' tells records apart and cannot be published; leave it out of --quasi and --sensitive.`,
    );
  }
}
