import type { OpenRoom } from '../bake/room-set.ts';
import { svgText } from '../charts/studio.ts';
import { sourceText } from '../components/chart.tsx';
import { type Edition, type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { type BakedRecords, bakeRecords, recordsFile } from '../explore/bake-records.ts';
import { draw } from '../explore/drawings.ts';
import { exploreTables, exploreVariables } from '../explore/explore-tables.ts';
import { ExploreView } from '../explore/explore-view.tsx';
import { answerable } from '../explore/sources.ts';
import { opening } from '../explore/state.ts';
import {
  type ExploreIndex,
  type ExploreTable,
  type ExploreVariable,
  type RecordsIndex,
  reasons,
} from '../explore/types.ts';
import { releaseFolder } from '../model/release-folder.ts';
import { siteAddress, tableKey as tableFileKey } from '../open-data/addresses.ts';

/** The explorer, its index in each language, its tables and its synthetic records. */
export const exploreRoom: OpenRoom = ({ view }) => {
  const tables = exploreTables(view);
  const folder = `${releaseFolder(view.bundle.manifest)}/explore`;
  // Packed once, when the first file that needs it is written.
  let baked: Promise<BakedRecords | null> | undefined;
  const records = () => {
    baked ??= bakeRecords(view);
    return baked;
  };
  return {
    pages: [{ path: 'explore/', room: (page) => explore(page, tables) }],
    entries: [{ path: 'explore/', group: 'explore', leads: true }],
    filesIn: (edition) => [
      {
        path: exploreIndexPath(edition, edition.words.language),
        content: async () => JSON.stringify(exploreIndex(edition, tables, (await records())?.index ?? null)),
      },
    ],
    files: [
      ...[...tables].map(([key, table]) => ({ path: `${folder}/${key}.json`, content: () => JSON.stringify(table) })),
      ...(view.bundle.synthesis === null
        ? []
        : [
            {
              path: `${folder}/${recordsFile}`,
              content: async () => (await records())?.bytes ?? new Uint8Array(),
            },
          ]),
    ],
  };
};

/** The explorer with its first answer already drawn. */
export function explore(page: Page, tables: ReadonlyMap<string, ExploreTable>): Room {
  return {
    title: page.words.text('explore.heading'),
    description: page.words.text('explore.description'),
    body: <Explore tables={tables} />,
    scripts: ['explore'],
    styles: ['explore'],
  };
}

function Explore({ tables }: { readonly tables: ReadonlyMap<string, ExploreTable> }) {
  const page = usePage();
  const { words } = page;
  const index = exploreIndex(page, tables, null);
  const state = opening(index);
  const source = answerable(index, state);
  const table = source?.kind === 'published' ? tables.get(source.key) : undefined;
  return (
    <>
      <Opening title={words.text('explore.heading')}>
        <p class="lede">{words.text('explore.intro')}</p>
        <noscript>
          <p class="notice">
            {words.text('explore.noscript')} <a href={page.to('data/')}>{words.text('nav.data')}</a>
          </p>
        </noscript>
      </Opening>
      <div class="wide">
        <div
          id="explore"
          data-index={page.file(exploreIndexPath(page, words.language))}
          data-worker={page.file(page.assets.scripts.records?.path ?? '')}
        >
          {source && table && (
            <ExploreView
              index={index}
              state={state}
              source={source}
              table={table}
              document={page.document}
              picture={(drawing, key) => <div key={key} dangerouslySetInnerHTML={{ __html: svgText(draw(drawing)) }} />}
            />
          )}
        </div>
        <p class="note">{page.figureWords.caveat('not_prevalence')}</p>
        <p class="note">{page.figureWords.caveat('where_contributors_work')}</p>
      </div>
    </>
  );
}

/** Where an edition's index of tables lies in the site. */
export function exploreIndexPath({ view }: Pick<Page, 'view'>, language: string): string {
  return `${releaseFolder(view.bundle.manifest)}/explore/index.${language}.json`;
}

/** What the explorer's script needs to know of the published tables, in the edition's language. */
export function exploreIndex(
  page: Edition,
  tables: ReadonlyMap<string, ExploreTable>,
  records: RecordsIndex | null,
): ExploreIndex {
  const { words, view } = page;
  const { manifest } = view.bundle;
  const offered = exploreVariables(view);
  const messages = Object.entries(words.messages);
  const own = (prefix: string) =>
    messages.flatMap(([key, text]) => (key.startsWith(prefix) ? [[key, text] as const] : []));
  return {
    locale: words.locale,
    direction: words.direction,
    source: sourceText(page),
    caveat: page.figureWords.caveat('not_prevalence'),
    example: manifest.example ? words.text('example') : null,
    counted: view.bundle.privacy.unit,
    release: manifest.release,
    sequence: manifest.sequence,
    licence: manifest.licence,
    address: siteAddress(page.site),
    periods: manifest.periods,
    variables: listedVariables(page, new Set(offered.filter((id) => tables.has(id)))),
    tables: [...tables.keys()],
    files: [...tables.values()].map(({ variables }) => fileOf(view.answers.tables, variables)),
    records,
    words: Object.fromEntries([
      ...Object.values(reasons).flatMap((reason) => [...own(`why.${reason}.title`), ...own(`why.${reason}.text`)]),
      ...own('explore.').map(([key, text]) => [key.slice('explore.'.length), text] as const),
    ]),
  };
}

// The smallest published table that has the variables.
function fileOf(tables: readonly (readonly string[])[], variables: readonly string[]): string {
  const holding = tables.filter((table) => variables.every((id) => table.includes(id)));
  return tableFileKey([...holding].sort((a, b) => a.length - b.length)[0] ?? variables);
}

/** Some variables of the codebook, in its order, with names in the edition's language. */
export function listedVariables(page: Edition, ids: ReadonlySet<string>): readonly ExploreVariable[] {
  const say = (labels: Readonly<Record<string, string>>) => labels[page.words.language] ?? labels.en ?? '';
  return page.view.bundle.codebook.variables
    .filter(({ id }) => ids.has(id))
    .map(({ id, labels, codes }) => {
      const [label, group] = splitLabel(page, id, say(labels) || id);
      return {
        id,
        label,
        group,
        codes: codes.map(({ code, labels: names, missing }) => ({ code, label: say(names) || code, missing })),
      };
    });
}

// Columns of a many-valued variable, `labour_sector.fishing`, are listed under the variable.
function splitLabel(page: Edition, id: string, label: string): [label: string, group: string | null] {
  const [variable = ''] = id.split('.');
  if (variable === id) return [label, null];
  const group = page.words.has(`variable.${variable}`) ? page.words.text(`variable.${variable}`) : variable;
  const own = label.split(/:\s+/).at(-1) ?? label;
  return [own, group];
}
