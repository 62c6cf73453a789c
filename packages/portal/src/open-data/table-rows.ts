import { exampleNote, type PublishedTable, publishedTables } from '@casebridge/bundle';
import { withCounted } from '@casebridge/figures';
import type { ReleaseView } from '../model/release-view.ts';
import { tableKey } from './addresses.ts';
import type { Column } from './csv-table.ts';

/** One cell of a published table. */
export interface TableCell {
  readonly table: PublishedTable;
  readonly codes: readonly string[];
  readonly at: number;
}

const measures: readonly [name: string, hxl: string, meaning: string, of: (cell: TableCell) => string | number][] = [
  [
    'estimate',
    '#indicator+value+num',
    'Unbiased estimate of {counted, select, person {persons} other {records}}; may be negative',
    ({ table, at }) => table.estimate[at] ?? 0,
  ],
  ['sd', '#indicator+value+sd', 'Standard deviation of the noise', ({ table, at }) => table.sd[at] ?? 0],
  ['lower', '#indicator+value+min', 'Lower end of the 95% interval', ({ table, at }) => table.lower[at] ?? 0],
  ['upper', '#indicator+value+max', 'Upper end of the 95% interval', ({ table, at }) => table.upper[at] ?? 0],
  ['flag', '#status', 'ok, low, unfit or declared (zero by declaration)', ({ table, at }) => table.flags[at] ?? ''],
  [
    'display',
    '#indicator+value+display',
    'Whole number for looking at; never for adding up',
    ({ table, at }) => table.display[at] ?? 0,
  ],
];

/** Columns of a table's files: one per variable with its codes, then period or cohort, then the numbers. */
export function tableFileColumns(
  view: ReleaseView,
  set: readonly string[],
  by: 'period' | 'cohort' = 'period',
): readonly Column<TableCell>[] {
  const { manifest } = view.bundle;
  const own = publishedSet(view, set);
  return [
    ...own.map(
      (id, axis): Column<TableCell> => ({
        name: id,
        hxl: `#indicator+${id.replaceAll(/[^a-z0-9]+/gi, '_')}+code`,
        type: 'string',
        meaning: labelOf(view, id),
        of: ({ codes }) => codes[axis] ?? '',
      }),
    ),
    {
      name: by,
      // No #date: `all`, `undated` and `2014-late` are none.
      hxl: by === 'period' ? '#indicator+period+code' : '#indicator+cohort+code',
      type: 'string',
      meaning:
        by === 'period'
          ? 'Registration year, undated, all, or a year with -late'
          : 'Registration year, and the number of the release that measured these records',
      of: ({ table }) => table.period,
    },
    ...measures.map(
      ([name, hxl, meaning, of]): Column<TableCell> => ({
        name,
        hxl,
        meaning: withCounted(meaning, view.bundle.privacy.unit),
        of,
        type: name === 'flag' ? 'string' : name === 'display' ? 'integer' : 'number',
      }),
    ),
    {
      name: 'release',
      hxl: '#meta+release+code',
      type: 'string',
      meaning: 'Release',
      of: () => manifest.release,
    },
    ...(manifest.example
      ? [
          {
            name: 'example',
            hxl: '#meta+example',
            type: 'string' as const,
            meaning: 'Says that the data are not real',
            of: () => exampleNote,
          },
        ]
      : []),
  ];
}

/** Every cell of a published table in every period. */
export function tableCells(view: ReleaseView, set: readonly string[]): TableCell[] {
  return cellsOf(view, publishedTables({ ...view.answers, tables: [set] }, view.bundle.measurements.structuralZeros));
}

/** Every cell of a published table in each cohort alone: what changes between first releases are read from. */
export function cohortCells(view: ReleaseView, set: readonly string[]): TableCell[] {
  // Each cohort becomes a period of its own; the sum over them is left out.
  const alone = view.answers.cohorts.map((cohort) => ({ ...cohort, period: cohort.id, late: false }));
  const tables = publishedTables(
    { ...view.answers, cohorts: alone, tables: [set] },
    view.bundle.measurements.structuralZeros,
  );
  return cellsOf(view, tables).filter(({ table }) => table.period !== 'all');
}

function cellsOf(view: ReleaseView, tables: Iterable<PublishedTable>): TableCell[] {
  const cells: TableCell[] = [];
  for (const table of tables) {
    let codes: string[][] = [[]];
    for (const id of publishedSet(view, table.set)) {
      codes = codes.flatMap((head) => (view.answers.domains[id] ?? []).map((code) => [...head, code]));
    }
    cells.push(...codes.map((own, at) => ({ table, codes: own, at })));
  }
  return cells;
}

/** A table’s variables in the order of its cells: ascending by their place in the domains. */
export function publishedSet(view: ReleaseView, set: readonly string[]): readonly string[] {
  const order = Object.keys(view.answers.domains);
  return [...set].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

/** The published table with these variables, in any order, as its files are named. */
export function publishedKey(view: ReleaseView, set: readonly string[]): string {
  const wanted = [...set].sort().join();
  const found = view.answers.tables.find((table) => [...table].sort().join() === wanted);
  return tableKey(found ?? set);
}

export function labelOf(view: ReleaseView, id: string, language = 'en'): string {
  const variable = view.bundle.codebook.variables.find((each) => each.id === id);
  return variable?.labels[language] ?? variable?.labels.en ?? id;
}

/** A table's title: the names of its variables. */
export function tableTitle(view: ReleaseView, set: readonly string[], language = 'en'): string {
  return set.map((id) => labelOf(view, id, language)).join(' × ');
}
