// The gate of the pool: which columns a parcel may carry. What stays with the contributor cannot be put in one.
import { Refusal } from '@casebridge/refusal';
import { columnsOf, type Variable, variables } from '@casebridge/standard';
import type { Agreement } from './agreement.ts';

/** The column that tells records apart; every parcel has it. */
export const keyColumn = 'record_key';

const poolVariables = variables.filter(mayEnter);
const variableByColumn = new Map(
  variables.flatMap((entry) => columnsOf(entry.id).map((column) => [column, entry] as const)),
);

/** Every column a parcel may have, in the order of the standard. The columns of the store's records. */
export const poolColumns: readonly string[] = poolVariables.flatMap(({ id }) => columnsOf(id));

/** The variable a stored column belongs to; undefined for a column the standard does not store. */
export function variableOfColumn(column: string): Variable | undefined {
  return variableByColumn.get(column);
}

/**
 * Refuses columns that may not enter the pool: unknown ones, those the standard keeps at the contributor or never
 * wants, any key but `record_key`, repeated ones, and variables the agreement does not list.
 * Refusal `column-not-allowed` (`agreement-categories`, exit 3, for the last).
 */
export function checkPoolColumns(
  columns: readonly string[],
  agreement?: Pick<Agreement, 'id' | 'dataCategories'>,
): void {
  for (const [index, column] of columns.entries()) {
    if (columns.indexOf(column) !== index) refuse(`the column ${column} occurs twice`);
    const entry = variableByColumn.get(column);
    if (!entry) refuse("a column is not one of the standard's: map the file to the standard first");
    else if (!mayEnter(entry)) refuse(`the column ${column} stays with the contributor: take it out of the records`);
    else if (agreement && isOutside(entry, agreement))
      throw new Refusal(
        'agreement-categories',
        `agreement ${agreement.id} does not cover the variable ${entry.id}: drop it from the mapping or amend the agreement`,
        { exit: 3 },
      );
  }
  if (!columns.includes(keyColumn)) refuse(`there is no ${keyColumn}: records need a keyed hash of the case number`);
}

/** Record keys, versions and protection data are needed whatever is agreed. */
function isOutside(entry: Variable, { dataCategories }: Pick<Agreement, 'dataCategories'>): boolean {
  if (dataCategories === null || entry.held === 'meta' || entry.sensitivity === 'meta') return false;
  return entry.id !== keyColumn && entry.id !== 'contributor_id' && !dataCategories.includes(entry.id);
}

function mayEnter(entry: Variable): boolean {
  if (entry.held === 'edge' || entry.obligation === 'never' || entry.sensitivity === 'direct') return false;
  if (entry.type === 'text') return false;
  return entry.type !== 'id' || entry.id === keyColumn;
}

function refuse(what: string): never {
  throw new Refusal('column-not-allowed', `the records cannot be sealed or accepted: ${what}`);
}
