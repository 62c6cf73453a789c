import { contributorKinds, type Missing, missingShare, type Part, partOfKind } from '../model/missingness.ts';
import { sourceKindName } from './coverage-strip.tsx';
import { type Absence, Mark, MarkLegend } from './marks.tsx';
import { type Page, usePage } from './page.ts';
import { YearsTable } from './years-table.tsx';

/** One row of the strip: a variable, of all records or of a part of them. */
export interface MissingRow {
  readonly key: string;
  readonly name: string;
  readonly href?: string;
  /** Column whose answers are looked for. */
  readonly column: string;
  readonly part: Part | null;
  /** Set below the row before it. */
  readonly inner: boolean;
}

/** Rows of a variable: all records first, then each kind of contributor. */
export function rowsOf(
  page: Page,
  variable: { readonly column: string; readonly name: string; readonly href?: string },
) {
  const all: MissingRow = { ...variable, key: variable.column, part: null, inner: false };
  const kinds = contributorKinds(page.view).map(
    (kind): MissingRow => ({
      key: `${variable.column} ${kind}`,
      column: variable.column,
      name: sourceKindName(kind, page.words.language),
      part: partOfKind(kind),
      inner: true,
    }),
  );
  return [all, ...kinds];
}

/** The heat strip: a row for each question, a column for each year, the darker the more answers are missing. */
export function MissingTable({
  caption,
  first,
  rows,
  newest,
}: {
  readonly caption: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly rows: readonly MissingRow[];
  /** How many of the newest years are shown; all of them when absent. */
  readonly newest?: number;
}) {
  const page = usePage();
  const { words, view } = page;
  const { sequence } = view.bundle.manifest;
  const all = view.bundle.manifest.periods;
  const periods = newest === undefined ? all : all.slice(-newest);
  const told = rows
    .map((row) => ({
      row,
      years: periods.map((period) => [period, missingShare(view, row.column, period, row.part)] as const),
    }))
    // A part whose table is not published has no row; the note below says so.
    .filter(({ row, years }) => row.part === null || years.some(([, cell]) => typeof cell !== 'string'));
  const used = [
    ...new Set(
      told.flatMap(({ years }) => years.flatMap(([, cell]): Absence[] => (typeof cell === 'string' ? [cell] : []))),
    ),
  ];
  return (
    <div>
      <YearsTable caption={caption} first={first} class="strip" periods={periods}>
        {told.map(({ row, years }) => (
          <tr key={row.key} {...(row.inner && { class: 'inner' })} {...tableOf(years.map(([, cell]) => cell))}>
            <th scope="row">{row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}</th>
            {years.map(([period, cell]) => (
              <Cell key={period} cell={cell} />
            ))}
          </tr>
        ))}
      </YearsTable>
      <MarkLegend used={used} />
      <p class="note">
        {words.text('missingness.read', { sequence })}
        {periods.length < all.length && <> {words.text('missingness.newest-years', { count: periods.length })}</>}
      </p>
    </div>
  );
}

// The published table a row is read from, for the check that ends a bake.
function tableOf(cells: readonly Missing[]): { 'data-table'?: string } {
  const [read] = cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.table]));
  return read ? { 'data-table': read.join(' ') } : {};
}

function Cell({ cell }: { readonly cell: Missing }) {
  const { format } = usePage();
  if (typeof cell === 'string') {
    return (
      <td>
        <Mark absence={cell} />
      </td>
    );
  }
  return (
    <td class={`heat-${Math.min(9, Math.floor(cell.share * 10))}`} data-cell={cell.cell}>
      {format.share(cell.share)}
      <small>{format.range(cell.interval[0], cell.interval[1], 'share')}</small>
    </td>
  );
}
