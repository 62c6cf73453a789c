import { crosswalkOf, type Mapping } from '@casebridge/intake';
import { codeLists, columnLabels, hasVariable, isLossy, type Loss, valueLabels, variable } from '@casebridge/standard';

/** A step of the mapping that loses or assumes something, in the page's language. */
export interface LossyLine {
  readonly from: readonly string[];
  readonly becomes: string;
  /** What the whole step loses. */
  readonly losses: readonly Loss[];
  /** Values that lose something of their own. */
  readonly pairs: readonly {
    readonly theirs: string;
    readonly ours: readonly string[];
    readonly losses: readonly Loss[];
  }[];
}

/** The steps of a mapping that are not lossless, in the mapping's order. */
export function lossesOf(mapping: Mapping, language: string): readonly LossyLine[] {
  return crosswalkOf(mapping)
    .lines.filter(isLossy)
    .map(({ to, from, losses, pairs }) => ({
      from,
      becomes: nameOf(to, language),
      losses,
      pairs: pairs
        .filter((pair) => pair.losses.length > 0)
        .map(({ theirs, ours, losses: own }) => ({
          theirs,
          ours: ours.map((code) => codeName(to, code, language)),
          losses: own,
        })),
    }));
}

/** What the standard calls a variable or column. */
export function nameOf(column: string, language: string): string {
  const [id = column] = column.split('.');
  if (!hasVariable(id)) return column;
  const labels = column === id ? variable(id).labels : columnLabels(column);
  return labels[language] ?? labels.en;
}

/** What the standard calls a value; the code itself where the value is free. */
export function codeName(column: string, code: string, language: string): string {
  const [id = column] = column.split('.');
  if (!hasVariable(id)) return code;
  const entry = variable(id);
  const listed = entry.codeList === null ? undefined : codeLists[entry.codeList]?.find((each) => each.code === code);
  const labels = listed?.labels ?? valueLabels(column, code);
  return labels[language] ?? labels.en;
}
