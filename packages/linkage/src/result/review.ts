/**
 * Review without names. The host cannot look, so the owners do: each is told of the own records that lie in the grey zone,
 * and nothing of any other organisation, neither which nor how many.
 */
import type { ScoredPairs } from '../host/clusters.ts';
import type { RecordName } from './record-name.ts';

/** What owners are asked: of another contributor, and of their own file. */
export const askedOfAnother = 'possibly also held by one other contributor';
export const askedOfOneFile = 'possibly held twice in your own file';

/** A line of an owner's review file. */
export interface ReviewLine {
  /** The owner's own record. */
  readonly record: string;
  readonly question: typeof askedOfAnother | typeof askedOfOneFile;
}

/** What an owner says of a record: whether the person is known to be with another contributor too. */
export type Answer = 'yes' | 'no';

/** The lines of each organisation that has any, by record key, from pairs with scores in [from, below). */
export function reviewLines(
  records: readonly RecordName[],
  pairs: ScoredPairs,
  from: number,
  below: number,
): ReadonlyMap<string, readonly ReviewLine[]> {
  const asked = new Map<string, Map<string, ReviewLine>>();
  const ask = ({ organisation, record }: RecordName, question: ReviewLine['question']) => {
    const own = asked.get(organisation) ?? new Map<string, ReviewLine>();
    asked.set(organisation, own.set(`${record}\u0000${question}`, { record, question }));
  };
  for (const [at, score] of pairs.score.entries()) {
    if (score < from || score >= below) continue;
    const [a, b] = [records[pairs.first[at] as number], records[pairs.second[at] as number]] as [
      RecordName,
      RecordName,
    ];
    const question = a.organisation === b.organisation ? askedOfOneFile : askedOfAnother;
    ask(a, question);
    ask(b, question);
  }
  const byRecord = (x: ReviewLine, y: ReviewLine) =>
    x.record < y.record ? -1 : x.record > y.record ? 1 : x.question < y.question ? -1 : 1;
  return new Map([...asked].map(([organisation, own]) => [organisation, [...own.values()].sort(byRecord)]));
}

/**
 * Pairs after the owners' answers: one in the grey zone is certain when both owners say yes, and gone when either says no.
 * Pairs outside the zone stay as they are.
 *
 * @param answerOf what an owner said of a record; undefined where nothing was said
 */
export function answeredPairs(
  records: readonly RecordName[],
  pairs: ScoredPairs,
  zone: { readonly from: number; readonly below: number },
  answerOf: (name: RecordName) => Answer | undefined,
): ScoredPairs {
  const score = pairs.score.map((value, at) => {
    if (value < zone.from || value >= zone.below) return value;
    const [a, b] = [pairs.first[at], pairs.second[at]].map((record) =>
      answerOf(records[record as number] as RecordName),
    );
    if (a === 'no' || b === 'no') return 0;
    return a === 'yes' && b === 'yes' ? 1 : value;
  });
  return { ...pairs, score };
}
