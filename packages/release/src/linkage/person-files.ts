import { historiesCsv, historiesOf, personPseudonyms, type RecordName, type ThreeWays } from '@casebridge/linkage';
import { csvCell } from '@casebridge/submission';
import { nodeRandom } from '../ledger/system-random.ts';
import type { PlannedFile } from '../one-off/write-files.ts';

/** Most organisations whose histories have a table. */
const mostLists = 30;

/** What linkage ends in: a random name per person for each record, and histories by organisation under the three linkages. */
export function personFiles({
  records,
  persons,
}: {
  readonly records: readonly RecordName[];
  readonly persons: ThreeWays<Uint32Array>;
}): PlannedFile[] {
  const organisations = records.map(({ organisation }) => organisation);
  const pseudonyms = personPseudonyms(persons.expected, nodeRandom);
  const rows = records.map(
    ({ organisation, record }, at) => `${csvCell(organisation)},${csvCell(record)},${pseudonyms[at]}\n`,
  );
  const ways = new Set(organisations).size > mostLists ? [] : (['cautious', 'expected', 'generous'] as const);
  return [
    { path: 'persons.csv', pieces: () => ['organisation,record,person\n', ...rows] },
    ...ways.map((way) => ({
      path: `histories-${way}.csv`,
      pieces: () => [historiesCsv(historiesOf(persons[way], organisations))],
    })),
  ];
}
