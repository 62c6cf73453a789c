import { Refusal } from '@casebridge/refusal';
import { type ColumnHierarchy, columnHierarchy } from './hierarchy.ts';

/**
 * Reads a hierarchy file as ARX writes it: `;` between levels, no header, one line a value, the value first and each
 * further field one level coarser. Fields may be quoted.
 *
 * @param name the file's name, for messages
 * @throws Refusal for an open quote, and whatever `columnHierarchy` refuses
 */
export function hierarchyFromCsv(column: string, text: string, name: string): ColumnHierarchy {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  while (lines.at(-1) === '') lines.pop();
  return columnHierarchy(
    column,
    lines.map((line, at) => fieldsOf(line, `${name}, line ${at + 1}`)),
    name,
  );
}

/** The column a hierarchy file is about: what follows `hierarchy_` in `adult_hierarchy_age.csv`; null for another file. */
export function columnOfHierarchyFile(file: string): string | null {
  return /(?:^|_)hierarchy_(.+)\.csv$/.exec(file)?.[1] ?? null;
}

function fieldsOf(line: string, where: string): string[] {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=;|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(line);
    if (match) {
      fields.push((match[1] as string).replaceAll('""', '"'));
      at = quoted.lastIndex;
    } else {
      if (line[at] === '"') throw new Refusal('hierarchy-quote', `${where}: a quote is not closed; close it.`);
      const end = line.indexOf(';', at);
      fields.push(line.slice(at, end < 0 ? line.length : end));
      at = end < 0 ? line.length : end;
    }
    if (at >= line.length) return fields;
    at++;
  }
}
