import type { Topic } from '../topics/read-topics.ts';
import type { ReleaseView } from './release-view.ts';
import { answersTo, comparedBy, isCompared } from './table-answers.ts';

/** A table that a topic would be told from and the release does not publish: the variables it would hold. */
export type MissingTable = readonly string[];

/** Tables that a topic names and a release lacks, each once. */
export function missingTables(view: ReleaseView, { answers, measure, by }: Topic): readonly MissingTable[] {
  const asked = answers
    .filter((question) => answersTo(view, question, view.newest).length === 0)
    .map(({ of, among }) => [of, ...(among ? [among.variable] : [])]);
  const own =
    measure?.codes === undefined || view.answers.tables.some((table) => table.includes(measure.variable))
      ? []
      : [[measure.variable]];
  const compared = measure
    ? comparedBy(view, by)
        .filter((each) => !isCompared(view, measure, each))
        .map((each) => [measure.variable, each])
    : [];
  const all = [...own, ...asked, ...compared];
  return [...new Map(all.map((set) => [[...set].sort().join(' '), set])).values()];
}
