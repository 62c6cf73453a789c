import type { Codebook } from '@casebridge/bundle';
import type { CoverageStatement } from '@casebridge/figures/types';
import { hasVariable, variable } from '@casebridge/standard';

/** One column of the codebook. */
export type CodebookColumn = Codebook['variables'][number];

/** A published variable: its one column, or the columns of a many-valued one, in the codebook's order. */
export interface VariableGroup {
  /** Id without a code: `labour_sector`. */
  readonly id: string;
  readonly columns: readonly [CodebookColumn, ...CodebookColumn[]];
  /** The column that says whether there is any answer: the `.known` column, else the only one; null where a group has neither. */
  readonly answered: string | null;
}

/** The codebook's columns by variable, in the order of their first columns. */
export function variableGroups(codebook: Codebook): readonly VariableGroup[] {
  const groups = new Map<string, [CodebookColumn, ...CodebookColumn[]]>();
  for (const column of codebook.variables) {
    const id = column.id.split('.')[0] ?? column.id;
    const group = groups.get(id);
    if (group) group.push(column);
    else groups.set(id, [column]);
  }
  return [...groups].map(([id, columns]) => {
    const known = columns.find((column) => column.id === `${id}.known`)?.id;
    const [first, ...others] = columns;
    return { id, columns, answered: known ?? (others.length === 0 ? first.id : null) };
  });
}

/** A variable's name: the standard's, else what the codebook calls its column. */
export function variableName({ id, columns }: VariableGroup, language: string): string {
  const labels = hasVariable(id) ? variable(id).labels : columns[0].labels;
  return labels[language] ?? labels.en ?? id;
}

/**
 * The variables of the record standard that contributors' forms ask for, behind a published one: `sex_or_gender` stands on
 * `gender` and `sex`. The variable itself is the first where it may be asked as it is published.
 */
export function askedVariables(id: string): readonly string[] {
  if (!hasVariable(id)) return [id];
  const named = variable(id).derivedFrom?.match(/[a-z][a-z_]*/g) ?? [];
  const found = [...new Set(named)].filter((word) => word !== id && hasVariable(word));
  return [id, ...found];
}

/** Whether anybody is asked for it: facts of the record itself, such as its contributor, are not. */
export function isAsked(id: string): boolean {
  return !hasVariable(id) || variable(id).group !== 'record';
}

/** How often a contributor's form asks for a variable, or one it is worked out from; null where its statement is silent. */
export function howAsked(
  { asks }: Pick<CoverageStatement, 'asks'>,
  id: string,
): 'always' | 'sometimes' | 'never' | null {
  const stated = askedVariables(id).flatMap((each) => asks[each] ?? []);
  return (['always', 'sometimes', 'never'] as const).find((answer) => stated.includes(answer)) ?? null;
}
