import type { OpenRoom } from '../bake/room-set.ts';
import { svgText } from '../charts/studio.ts';
import { sourceText } from '../components/chart.tsx';
import { type Edition, type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { exploreTables, exploreVariables } from '../explore/explore-tables.ts';
import { ExploreView } from '../explore/explore-view.tsx';
import { opening, tableKey } from '../explore/state.ts';
import type { ExploreIndex, ExploreTable } from '../explore/types.ts';
import { releaseFolder } from '../model/release-folder.ts';

/** The explorer, its index in each language, and its tables. */
export const exploreRoom: OpenRoom = ({ view }) => {
  const tables = exploreTables(view);
  return {
    pages: [{ path: 'explore/', room: (page) => explore(page, tables) }],
    entries: [{ path: 'explore/', group: 'explore', leads: true }],
    filesIn: (edition) => [
      {
        path: exploreIndexPath(edition, edition.words.language),
        content: () => JSON.stringify(exploreIndex(edition, tables)),
      },
    ],
    files: [...tables].map(([key, table]) => ({
      path: `${releaseFolder(view.bundle.manifest)}/explore/${key}.json`,
      content: () => JSON.stringify(table),
    })),
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
  const index = exploreIndex(page, tables);
  const state = opening(index);
  const table = tables.get(tableKey(index, state.variable, state.by));
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
        <div id="explore" data-index={page.file(exploreIndexPath(page, words.language))}>
          {table && (
            <ExploreView
              index={index}
              state={state}
              table={table}
              document={page.document}
              picture={(draw, key) => <div key={key} dangerouslySetInnerHTML={{ __html: svgText(draw()) }} />}
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
export function exploreIndex(page: Edition, tables: ReadonlyMap<string, ExploreTable>): ExploreIndex {
  const { words, view } = page;
  const { manifest, codebook } = view.bundle;
  const offered = exploreVariables(view);
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  return {
    locale: words.locale,
    direction: words.direction,
    source: sourceText(page),
    example: manifest.example ? words.text('example') : null,
    release: manifest.release,
    sequence: manifest.sequence,
    periods: manifest.periods,
    variables: codebook.variables
      .filter(({ id }) => offered.includes(id) && tables.has(id))
      .map(({ id, labels, codes }) => {
        const [label, group] = splitLabel(page, id, say(labels) || id);
        return {
          id,
          label,
          group,
          codes: codes.map(({ code, labels: names, missing }) => ({ code, label: say(names) || code, missing })),
        };
      }),
    tables: [...tables.keys()],
    words: Object.fromEntries(
      Object.entries(words.messages)
        .filter(([key]) => key.startsWith('explore.'))
        .map(([key, message]) => [key.slice('explore.'.length), message]),
    ),
  };
}

// Columns of a many-valued variable, `labour_sector.fishing`, are listed under the variable.
function splitLabel(page: Edition, id: string, label: string): [label: string, group: string | null] {
  const [variable = ''] = id.split('.');
  if (variable === id) return [label, null];
  const group = page.words.has(`variable.${variable}`) ? page.words.text(`variable.${variable}`) : variable;
  const own = label.split(/:\s+/).at(-1) ?? label;
  return [own, group];
}
