import { missableGroups } from '../model/missingness.ts';
import { smallestTable } from '../model/table-share.ts';
import { type MissingRow, MissingTable } from './missing-table.tsx';
import { type Page, usePage } from './page.ts';
import { columnName } from './variable-text.ts';

/** Years that a place's strip shows: its page has two of them and stays light. */
const mostYears = 6;

interface PlaceUnknownsProps {
  readonly name: string;
  /** Variables of which the place is a code, each with the question it answers: `identified`, `origin`. */
  readonly at: readonly {
    readonly variable: string;
    readonly code: string;
    readonly kind: string;
    /** What the place is in it, with its name; that of a region where absent. */
    readonly role?: string;
  }[];
}

/** How often questions have no answer in the records of a place; and what the place's own share leaves out. */
export function PlaceUnknowns({ name, at }: PlaceUnknownsProps) {
  const page = usePage();
  const { words } = page;
  const told = at.map((each) => ({ ...each, rows: rowsAt(page, each.variable, each.code) }));
  const silent = told.filter(({ rows }) => rows.length === 0);
  return (
    <>
      {told
        .filter(({ rows }) => rows.length > 0)
        .map(({ kind, role, rows }) => (
          <div class="unknowns" key={kind}>
            <MissingTable
              caption={
                role === undefined
                  ? `${words.text(`topic.${kind}`)}: ${words.text('topics.unknowns.table', { name })}`
                  : words.text('topics.unknowns.table', { name: role })
              }
              first={words.text('contributor.question')}
              rows={rows}
              newest={mostYears}
            />
          </div>
        ))}
      {silent.length > 0 && (
        <p class="empty">
          {silent.length === at.length
            ? words.text('place.unknown.none-at-all')
            : words.text('place.unknown.none', {
                variables: silent.map(({ variable }) => columnName(page, variable)).join(words.text('map.comma')),
              })}
        </p>
      )}
      {!page.alone && (
        <p class="onward">
          <a href={page.to('data/missingness/')}>{words.text('missingness.link')}</a>
        </p>
      )}
    </>
  );
}

function rowsAt(page: Page, variable: string, code: string): readonly MissingRow[] {
  const { view } = page;
  return missableGroups(view).flatMap(({ id, answered }): MissingRow[] =>
    answered === null || id === variable || smallestTable(view.answers, [answered, variable]) === null
      ? []
      : [
          {
            key: `${id} ${variable}`,
            name: columnName(page, id),
            href: page.to(`data/codebook/${id}/`),
            column: answered,
            part: { variable, codes: [code] },
            inner: false,
          },
        ],
  );
}
