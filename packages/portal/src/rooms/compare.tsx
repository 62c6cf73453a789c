import type { CoverageStatement } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { compareKey, openingStates, writeState } from '../compare/compare-state.ts';
import { compareTables } from '../compare/compare-tables.ts';
import { CompareView } from '../compare/compare-view.tsx';
import type { CompareIndex, CompareState, CompareTable } from '../compare/types.ts';
import { sourceText } from '../components/chart.tsx';
import { contributorName } from '../components/coverage-strip.tsx';
import { type Edition, type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { knownBreaks } from '../model/known-breaks.ts';
import { releaseFolder } from '../model/release-folder.ts';
import { listedVariables } from './explore.tsx';

/** Two groups side by side, for any pair of groups that a release publishes together. */
export const compareRoom: OpenRoom = ({ view }) => {
  const tables = compareTables(view);
  return {
    pages: [{ path: 'compare/', room: (page) => compare(page, tables) }],
    entries: [{ path: 'compare/', group: 'explore' }],
    filesIn: (edition) => [
      {
        path: indexPath(edition),
        content: () => JSON.stringify(compareIndex(edition, tables)),
      },
    ],
    files: [...tables].map(([key, table]) => ({
      path: `${releaseFolder(view.bundle.manifest)}/compare/${key}.json`,
      content: () => JSON.stringify(table),
    })),
  };
};

/** The comparisons that read without script, and choices for those with it. */
export function compare(page: Page, tables: ReadonlyMap<string, CompareTable>): Room {
  return {
    title: page.words.text('compare.heading'),
    description: page.words.text('compare.description'),
    body: <Compare tables={tables} />,
    scripts: ['compare'],
    styles: ['explore', 'compare'],
  };
}

function Compare({ tables }: { readonly tables: ReadonlyMap<string, CompareTable> }) {
  const page = usePage();
  const { words } = page;
  const index = compareIndex(page, tables);
  const [first, ...others] = openingStates(index).flatMap((state) => {
    const table = tables.get(compareKey(index, state.variable, state.by));
    return table ? [{ state, table }] : [];
  });
  return (
    <>
      <Opening title={words.text('compare.heading')}>
        <p class="lede">{words.text('compare.intro')}</p>
        <noscript>
          <p class="notice">
            {words.text('compare.noscript')} <a href={page.to('data/')}>{words.text('nav.data')}</a>
          </p>
        </noscript>
      </Opening>
      <div class="wide">
        {first ? (
          <div id="compare" data-index={page.file(indexPath(page))}>
            <CompareView index={index} state={first.state} table={first.table} id="compare-first" />
          </div>
        ) : (
          <p class="empty">{words.text('compare.none-published')}</p>
        )}
      </div>
      <Wide id="reading" title={words.text('compare.reading')} tint>
        <ul>
          {(['groups', 'unknown', 'years', 'noise'] as const).map((point) => (
            <li key={point}>{words.text(`compare.reading.${point}`)}</li>
          ))}
        </ul>
        <p class="note">{page.figureWords.caveat('not_prevalence')}</p>
        <p>
          {words.text('compare.also')} <a href={page.to('compare/counts/')}>{words.text('nav.counts')}</a> ·{' '}
          <a href={page.to('compare/ctdc/')}>{words.text('nav.ctdc')}</a>
        </p>
      </Wide>
      {others.length > 0 && (
        <div class="wide compare-others">
          <p class="kicker">{words.text('compare.more')}</p>
          {others.map(({ state, table }) => (
            <section key={writeState(state)} aria-labelledby={`${idOf(state)}-title`}>
              <CompareView index={index} state={state} table={table} id={idOf(state)} />
              <p>
                <a href={`?${writeState(state)}#compare`}>{words.text('compare.open')}</a>
              </p>
            </section>
          ))}
        </div>
      )}
    </>
  );
}

function idOf({ variable, by, periodB }: CompareState): string {
  return `${variable}-${by}${periodB === null ? '' : '-years'}`.replaceAll(/\W/g, '_');
}

function indexPath({ view, words }: Edition): string {
  return `${releaseFolder(view.bundle.manifest)}/compare/index.${words.language}.json`;
}

/** What the comparison's script needs to know of the published tables, in the edition's language. */
export function compareIndex(page: Edition, tables: ReadonlyMap<string, CompareTable>): CompareIndex {
  const { words, view } = page;
  const { manifest } = view.bundle;
  const crossed = new Set([...tables.values()].flatMap(({ variables }) => variables));
  return {
    locale: words.locale,
    direction: words.direction,
    example: manifest.example ? words.text('example') : null,
    sequence: manifest.sequence,
    source: sourceText(page),
    spoken: words.text('chart.spoken'),
    periods: manifest.periods,
    variables: listedVariables(page, crossed),
    tables: [...tables.keys()],
    breaks: breaksOf(page),
    words: Object.fromEntries(
      Object.entries(words.messages)
        .filter(([key]) => key.startsWith('compare.'))
        .map(([key, message]) => [key.slice('compare.'.length), message]),
    ),
  };
}

function breaksOf(page: Edition): CompareIndex['breaks'] {
  const { coverage, manifest } = page.view.bundle;
  const named = (key: string, statements: readonly CoverageStatement[]) =>
    statements.length === 0
      ? []
      : [page.words.text(key, { names: statements.map((each) => contributorName(page, each)).join(' · ') })];
  return knownBreaks(coverage, manifest.periods).map(({ period, joined, left }) => ({
    period,
    text: [...named('breaks.came', joined), ...named('breaks.went', left)].join(' '),
  }));
}
