import { svgText } from '../charts/studio.ts';
import { sourceText } from '../components/chart.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { exploreVariables } from '../explore/explore-tables.ts';
import { ExploreView } from '../explore/explore-view.tsx';
import { settle, tableKey } from '../explore/state.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from '../explore/types.ts';
import { releaseFolder } from '../model/release-folder.ts';

/** The explorer with its first answer already drawn. */
export function explore(page: Page, tables: ReadonlyMap<string, ExploreTable>): Room {
  return {
    title: page.words.text('explore.heading'),
    description: page.words.text('explore.description'),
    body: <Explore tables={tables} />,
    explore: true,
  };
}

function Explore({ tables }: { readonly tables: ReadonlyMap<string, ExploreTable> }) {
  const page = usePage();
  const { words } = page;
  const index = exploreIndex(page, tables);
  const state = opening(index);
  const table = tables.get(tableKey(index, state.variable, state.by));
  const json = JSON.stringify({ index, state }).replaceAll('<', '\\u003c');
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
        <div id="explore">
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
      <script type="application/json" id="explore-data" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}

function exploreIndex(page: Page, tables: ReadonlyMap<string, ExploreTable>): ExploreIndex {
  const { words, view } = page;
  const { manifest, codebook } = view.bundle;
  const offered = exploreVariables(view);
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  const addresses = [...tables.keys()].map((key) => [key, page.file(`${releaseFolder(manifest)}/explore/${key}.json`)]);
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
    tables: Object.fromEntries(addresses),
    words: Object.fromEntries(
      Object.entries(words.messages)
        .filter(([key]) => key.startsWith('explore.'))
        .map(([key, message]) => [key.slice('explore.'.length), message]),
    ),
  };
}

// Columns of a many-valued variable, `labour_sector.fishing`, are listed under the variable.
function splitLabel(page: Page, id: string, label: string): [label: string, group: string | null] {
  const [variable = ''] = id.split('.');
  if (variable === id) return [label, null];
  const group = page.words.has(`variable.${variable}`) ? page.words.text(`variable.${variable}`) : variable;
  const own = label.split(/:\s+/).at(-1) ?? label;
  return [own, group];
}

function opening(index: ExploreIndex): ExploreState {
  const first = index.variables.find(({ id }) => id === 'purpose_summary') ?? index.variables[0];
  const wanted = ['sex_or_gender', 'majority_at_registration'].find(
    (id) => first && index.tables[tableKey(index, first.id, id)] !== undefined,
  );
  return settle(index, {
    variable: first?.id ?? '',
    by: wanted ?? null,
    period: index.periods.at(-1) ?? '',
    view: 'bar',
    measure: 'share',
    within: null,
  });
}
