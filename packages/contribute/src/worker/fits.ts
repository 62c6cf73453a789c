import { type ContributorFile, type Mapping, openFile, parseMapping } from '@casebridge/intake';
import { Refusal } from '@casebridge/refusal';
import { shippedMappings } from './shipped-mappings.ts';

/** How well a shipped mapping fits a file: how many of the columns it reads the file has. */
export interface Fit {
  readonly id: string;
  readonly found: number;
  readonly of: number;
  /** It can be run as it is: no column that it must have is absent. */
  readonly isWhole: boolean;
}

/** Shipped mappings of which a file has at least half the columns, the best first. */
export async function fitsOf(file: ContributorFile): Promise<readonly Fit[]> {
  const fits: Fit[] = [];
  for (const [id, text] of shippedMappings) {
    const mapping = parseMapping(text, `${id}.yaml`);
    const columns = await columnsAs(file, mapping);
    const fit = columns === null ? null : fitOf(id, mapping, new Set(columns.map(folded)));
    if (fit !== null && fit.of > 0 && fit.found * 2 >= fit.of) fits.push(fit);
  }
  return fits.sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.found / b.of - a.found / a.of || b.of - a.of);
}

function fitOf(id: string, mapping: Mapping, has: ReadonlySet<string>): Fit {
  const reads = new Set(
    mapping.fields.flatMap(({ to, rule }) => (rule.from.length > 0 ? rule.from : copied(to, rule.operation))),
  );
  const needs = new Set(
    mapping.source.absentColumns === 'not_asked'
      ? []
      : mapping.fields.filter(({ optional }) => !optional).flatMap(({ rule }) => rule.from),
  );
  const isThere = (column: string) => has.has(folded(column));
  const found = [...reads].filter(isThere).length;
  return { id, found, of: reads.size, isWhole: found > 0 && [...needs].every(isThere) };
}

function copied(to: string, operation: string): readonly string[] {
  return operation === 'copy' ? [to] : [];
}

/** The file's columns as the mapping would open it; null where it cannot be opened that way. */
async function columnsAs(file: ContributorFile, mapping: Mapping): Promise<readonly string[] | null> {
  try {
    return (await openFile(file, mapping.source)).columns;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function folded(column: string): string {
  return column.trim().toLowerCase();
}
