/**
 * Recall on real pairs: referrals that two organisations both know of, given by record key. They say how many true pairs a
 * linkage finds, and what share of them has a sure pattern, which profile F must otherwise assume.
 */
import { Refusal } from '@casebridge/refusal';
import type { Encodings } from '../format/encoding-file.ts';
import { isSure } from '../host/fellegi-sunter.ts';
import { fieldTable, levelsOfPattern, patternOf } from '../host/field-levels.ts';
import type { ThreeWays } from '../host/group-persons.ts';
import type { Resolution } from '../host/resolve.ts';
import type { RecordName } from './record-name.ts';

export type KnownPair = readonly [RecordName, RecordName];

export interface KnownRecall {
  readonly pairs: number;
  /** Share of the known pairs that each linkage takes for one person. */
  readonly recall: ThreeWays<number>;
  /** Share with one full date of birth and two like names; null without profile F. */
  readonly sure: number | null;
}

const keyOf = ({ organisation, record }: RecordName) => `${organisation}\u0000${record}`;

/** Refusals `linkage-known`: no pairs; a pair, by its number, of a record that no file of encodings holds. */
export function knownRecall(
  files: readonly Encodings[],
  { records, persons }: Pick<Resolution, 'records' | 'persons'>,
  known: readonly KnownPair[],
  name: string,
): KnownRecall {
  if (known.length === 0) throw new Refusal('linkage-known', `${name}: has no pairs.`);
  const places = new Map(records.map((record, at) => [keyOf(record), at]));
  const blocks = new Map(
    files.flatMap(({ header: { organisation }, records: own }) =>
      own.map(({ record, block }) => [keyOf({ organisation, record }), block] as const),
    ),
  );
  const pairs = known.map((pair, at) =>
    pair.map((record) => {
      const place = places.get(keyOf(record));
      if (place === undefined)
        throw new Refusal('linkage-known', `${name}, pair ${at + 1}: no file of encodings holds one of its records.`);
      return place;
    }),
  ) as [number, number][];
  const share = (groups: Uint32Array) => pairs.filter(([a, b]) => groups[a] === groups[b]).length / pairs.length;
  const fields = known.flatMap((pair) => pair.map((record) => blocks.get(keyOf(record))?.fieldFilters ?? null));
  const table = fields.every((one) => one !== null) ? fieldTable(fields) : null;
  const sure = table
    ? pairs.filter((_, at) => isSure(levelsOfPattern[patternOf(table, 2 * at, 2 * at + 1)] ?? [])).length
    : null;
  return {
    pairs: pairs.length,
    recall: {
      cautious: share(persons.cautious),
      expected: share(persons.expected),
      generous: share(persons.generous),
    },
    sure: sure === null ? null : sure / pairs.length,
  };
}
