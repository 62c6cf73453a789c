import { csvReader } from '../columns/csv-rows.ts';
import { type FileColumn, mostValues } from './messages.ts';

/** Column names of a CSV and the values that occur, row by row; the file is not kept. */
export async function readColumns(
  text: AsyncIterable<string>,
  name: string,
): Promise<{ readonly columns: readonly FileColumn[]; readonly rows: number }> {
  let names: readonly string[] = [];
  let values: Set<string>[] = [];
  let rows = 0;
  const reader = csvReader(name, {
    record(fields, row) {
      if (row === 1) {
        names = [...fields];
        values = names.map(() => new Set());
        return;
      }
      rows++;
      for (const [at, known] of values.entries()) if (known.size <= mostValues) known.add(fields[at] ?? '');
    },
  });
  for await (const piece of text) reader.push(piece);
  reader.end();
  const columns = names.map((column, at) => {
    const known = [...(values[at] as Set<string>)];
    return { name: column, values: known.slice(0, mostValues), more: known.length > mostValues };
  });
  return { columns, rows };
}
