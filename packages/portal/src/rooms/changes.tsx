import { type ChangeReason, type FigureMove, movedFar } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { beforeAfter } from '../charts/before-after.ts';
import { Chart } from '../components/chart.tsx';
import { figurePath, figureTitle, intervalText } from '../components/figure-text.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { compareReleases } from '../model/compare-releases.ts';
import { changesCsv, changesFile, figureChanges, pairsOf, type ReleasePair } from '../model/release-diff.ts';
import { fromTo } from '../text/from-to.ts';
import { feedIn } from './changes-feed.ts';

/** What changed between releases: the newest pair, a page for every pair, a file for each, and the feed. */
export const changesRoom: OpenRoom = ({ releases }) => {
  const pairs = pairsOf(releases);
  return {
    pages: [
      { path: 'changes/', room: (page) => changes(page, pairs.at(-1) ?? null) },
      ...pairs.map((pair) => ({
        path: changesPath(pair),
        view: pair.after,
        room: (page: Page) => changes(page, pair),
      })),
    ],
    entries: [{ path: 'changes/', group: 'findings' }],
    filesIn: (edition) => [feedIn(edition)],
    files: pairs.map((pair) => ({ path: changesFile(pair), content: () => changesCsv(pair) })),
  };
};

/** Where the changes of a release stay. */
function changesPath({ after }: ReleasePair): string {
  return `changes/${after.bundle.manifest.release}/`;
}

/** What moved between a release and the one before it, and why; null for a first release. */
export function changes(page: Page, pair: ReleasePair | null): Room {
  return {
    title: page.words.text('changes.title'),
    description: page.words.text('changes.description'),
    body: <Changes pair={pair} />,
  };
}

const listed = 40;

function Changes({ pair }: { readonly pair: ReleasePair | null }) {
  const page = usePage();
  const { words, view, format } = page;
  if (!pair) {
    return (
      <Opening title={words.text('changes.title')}>
        <p class="lede">{words.text('changes.first', { sequence: view.bundle.manifest.sequence })}</p>
      </Opening>
    );
  }
  const comparison = compareReleases(pair.before, pair.after);
  const old = pair.before.bundle.manifest;
  const now = pair.after.bundle.manifest;
  const far = comparison.moved.filter(movedFar);
  const why = new Map(figureChanges(pair).map(({ id, reasons }) => [id, reasons]));
  const moves = comparison.moved.slice(0, listed);
  const printed = (figure: Figure) => format.figure(figure);
  // A picture of "25% → 25%" would tell nobody anything: what moved by less than is printed stands in the table.
  const drawn = comparison.moved
    .filter(({ before, after }) => after.unit === 'share' && after.group === null && printed(before) !== printed(after))
    .slice(0, 8);
  const widest = Math.max(
    0.01,
    ...drawn.flatMap(({ before, after }) => [before.interval?.[1] ?? 0, after.interval?.[1] ?? 0]),
  );
  return (
    <>
      <Opening title={words.text('changes.title')}>
        <p class="lede">
          {words.text('changes.lede', {
            before: old.sequence,
            beforeDate: format.day(old.created),
            after: now.sequence,
            afterDate: format.day(now.created),
          })}
        </p>
        <p class="note">
          <span>
            <a href={page.file(changesFile(pair))} download>
              {words.text('changes.csv')}
            </a>
          </span>
          <span>
            <a href={page.to('feeds/')}>{words.text('changes.follow')}</a>
          </span>
        </p>
      </Opening>
      <Wide id="summary" title={words.text('changes.summary')}>
        <p class="lede">{words.text('changes.headline', { count: far.length })}</p>
        <dl class="tally">
          <Tally number={comparison.added.length} text={words.text('changes.added')} />
          <Tally number={comparison.unchanged} text={words.text('changes.unchanged')} />
          <Tally number={comparison.moved.length} text={words.text('changes.moved')} />
          <Tally number={comparison.beyond} text={words.text('changes.beyond')} />
          <Tally number={comparison.gone.length} text={words.text('changes.gone')} />
        </dl>
      </Wide>
      <Wide id="why" title={words.text('changes.why')} tint>
        <ul class="reasons">
          {comparison.newPeriods.length > 0 && (
            <li>{words.text('changes.why.periods', { periods: comparison.newPeriods.join(', ') })}</li>
          )}
          <li>
            {comparison.addedCohorts.length > 0
              ? words.text('changes.why.late', { count: comparison.addedCohorts.length })
              : words.text('changes.why.no-late')}
          </li>
          <li>{comparison.sameMethod ? words.text('changes.why.same-method') : words.text('changes.why.method')}</li>
          <li>
            {old.standard === now.standard
              ? words.text('changes.why.same-standard', { version: now.standard })
              : words.text('changes.why.standard', { before: old.standard, after: now.standard })}
          </li>
          <li>{words.text('changes.why.noise')}</li>
        </ul>
      </Wide>
      {moves.length > 0 && (
        <Wide id="moved" title={words.text('changes.list')}>
          <div class="stack">
            {drawn.length > 0 && (
              <Chart
                id="before-after"
                title={words.text('changes.chart', { before: old.sequence, after: now.sequence })}
                description={drawn
                  .map((move) => `${figureTitle(page, move.after)}: ${moveText(page, move)}`)
                  .join('; ')}
                figures={drawn.map(({ after }) => after.id)}
                draw={(frame) =>
                  beforeAfter(
                    drawn.map(({ before, after }) => ({
                      key: after.id,
                      label: figureTitle(page, after),
                      text: fromTo(words, printed(before), printed(after)),
                      before: before.value ?? 0,
                      beforeLow: before.interval?.[0] ?? 0,
                      beforeHigh: before.interval?.[1] ?? 0,
                      after: after.value ?? 0,
                      afterLow: after.interval?.[0] ?? 0,
                      afterHigh: after.interval?.[1] ?? 0,
                    })),
                    frame,
                    { maximum: Math.min(1, widest * 1.05) },
                  )
                }
              />
            )}
            <MoveTable moves={moves} why={why} before={old.sequence} after={now.sequence} />
          </div>
          {comparison.moved.length > listed && (
            <p class="note">{words.text('changes.rest', { count: comparison.moved.length - listed })}</p>
          )}
        </Wide>
      )}
      {comparison.moved.length === 0 && (
        <Wide id="moved" title={words.text('changes.list')}>
          <p class="intro">{words.text('changes.nothing')}</p>
        </Wide>
      )}
      <Earlier own={pair} />
    </>
  );
}

/** Every release that has one before it, with its page of changes. */
function Earlier({ own }: { readonly own: ReleasePair }) {
  const page = usePage();
  const { words, releases, format } = page;
  const others = pairsOf(releases).filter(({ after }) => after !== own.after);
  if (others.length === 0) return null;
  return (
    <Wide id="earlier" title={words.text('changes.earlier')}>
      <ul class="plain">
        {[...others].reverse().map((pair) => (
          <li key={pair.after.bundle.manifest.release}>
            <a href={page.to(changesPath(pair))}>
              {words.text('ledger.release', {
                sequence: pair.after.bundle.manifest.sequence,
                date: format.day(pair.after.bundle.manifest.created),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Wide>
  );
}

function Tally({ number, text }: { readonly number: number; readonly text: string }) {
  const { format } = usePage();
  return (
    <div>
      <dd>{format.count(number)}</dd>
      <dt>{text}</dt>
    </div>
  );
}

function moveText({ words, format }: Page, { before, after }: FigureMove): string {
  const said = (figure: Figure) => `${format.figure(figure)} (${format.interval(figure)})`;
  return fromTo(words, said(before), said(after));
}

function MoveTable({
  moves,
  why,
  before,
  after,
}: {
  readonly moves: readonly FigureMove[];
  readonly why: ReadonlyMap<string, readonly ChangeReason[]>;
  readonly before: number;
  readonly after: number;
}) {
  const page = usePage();
  const { words, format, view } = page;
  return (
    <Scroll label={words.text('changes.table')}>
      <table class="figures">
        <caption>
          {words.text('changes.table')}{' '}
          {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('table.figure')}</th>
            {[before, after].map((sequence) => (
              <>
                <th key={sequence} scope="col" class="num">
                  {words.text('release.short', { sequence })}
                </th>
                <th scope="col" class="num">
                  {words.text('table.interval')}
                </th>
              </>
            ))}
            <th scope="col">{words.text('changes.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.after.id} data-figure={move.after.id}>
              <th scope="row">
                <a href={page.to(figurePath(move.after))}>{figureTitle(page, move.after)}</a>
              </th>
              {[move.before, move.after].map((figure, index) => (
                <>
                  <td key={index} class="num strong">
                    {format.figure(figure)}
                  </td>
                  <td class="num">{intervalText(page, figure)}</td>
                </>
              ))}
              <td>{(why.get(move.after.id) ?? []).map((reason) => words.text(`reason.${reason}`)).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
