import type { Figure } from '@casebridge/figures/types';
import { Refusal } from '@casebridge/refusal';
import type { House, OpenRoom, PagePlan } from '../bake/room-set.ts';
import { figurePath, figureTitle, intervalText } from '../components/figure-text.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import type { ReleaseView } from '../model/release-view.ts';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';

type Declared = SiteIdentity['tombstones'][number];

/**
 * Pages for addresses that once had one and have none now, so that a link answers for ever: those of earlier releases that
 * the current one no longer makes, and those that the site file names with its own reasons.
 *
 * @param rooms what may have made pages of earlier releases
 * @param alive addresses that have a page
 */
export function tombstones(house: House, rooms: readonly OpenRoom[], alive: ReadonlySet<string>): readonly PagePlan[] {
  const { site, releases, view } = house;
  const buried = new Map<string, PagePlan>();
  for (const declared of site.tombstones) {
    if (alive.has(declared.path)) {
      throw new Refusal(
        'site-tombstone-alive',
        `site file: tombstones names ${declared.path}, which has a page in this site. Take the entry out.`,
      );
    }
    buried.set(declared.path, { path: declared.path, room: (page) => declaredTombstone(page, declared) });
  }
  // The newest release that had a page is the one its reader may go back to.
  for (const [at, earlier] of [...releases.entries()].reverse()) {
    if (earlier === view) continue;
    const former: House = { ...house, releases: releases.slice(0, at + 1), view: earlier };
    const figures = new Map(earlier.citable.map((figure) => [figurePath(figure), figure]));
    for (const { path } of rooms.flatMap((open) => open(former).pages)) {
      if (alive.has(path) || buried.has(path)) continue;
      const figure = figures.get(path);
      buried.set(path, { path, room: (page) => formerPage(page, earlier, figure) });
    }
  }
  return [...buried.values()];
}

function declaredTombstone(page: Page, { reason, since, instead }: Declared): Room {
  const { words, format } = page;
  return {
    title: words.text('tombstone.title'),
    description: inLanguage(reason, words.language),
    body: (
      <Opening title={words.text('tombstone.title')}>
        <p class="lede">{inLanguage(reason, words.language)}</p>
        <p class="note">{words.text('tombstone.since', { day: format.day(since) })}</p>
        {instead !== undefined && (
          <p>
            <a href={page.to(instead)}>{words.text('tombstone.instead')}</a>
          </p>
        )}
      </Opening>
    ),
  };
}

function formerPage(page: Page, earlier: ReleaseView, figure: Figure | undefined): Room {
  const { words } = page;
  const title = figure ? figureTitle({ ...page, view: earlier }, figure) : words.text('tombstone.title');
  return {
    title,
    description: words.text('tombstone.former', { sequence: earlier.bundle.manifest.sequence }),
    body: <Former title={title} earlier={earlier} figure={figure} />,
  };
}

function Former({
  title,
  earlier,
  figure,
}: {
  readonly title: string;
  readonly earlier: ReleaseView;
  readonly figure: Figure | undefined;
}) {
  const page = usePage();
  const { words, view, format } = page;
  const { manifest } = earlier.bundle;
  return (
    <>
      <Opening kicker={words.text('tombstone.title')} title={title}>
        <p class="lede">
          {words.text('tombstone.former', { sequence: manifest.sequence })}{' '}
          {words.text(figure ? 'tombstone.figure' : 'tombstone.page', { sequence: view.bundle.manifest.sequence })}
        </p>
        <ul class="plain">
          <li>
            <a href={page.to(`releases/${manifest.release}/`)}>
              {words.text('release.line', {
                sequence: manifest.sequence,
                date: format.day(manifest.created),
                status: words.text(`status.${manifest.status}`),
              })}
            </a>
          </li>
          <li>
            <a href={page.to('changes/')}>{words.text('changes.title')}</a>
          </li>
        </ul>
      </Opening>
      {figure && (
        <Wide id="last" title={words.text('tombstone.last', { sequence: manifest.sequence })}>
          <p class="number" data-figure={figure.id}>
            {figure.value === null ? <Mark absence={absenceOf(figure)} /> : format.figure(figure)}
          </p>
          <p class="interval" data-figure={figure.id}>
            {intervalText({ ...page, view: earlier }, figure)}
          </p>
          <p class="note">
            {words.text('tombstone.quote')} {manifest.example && <span class="not-real">{words.text('example')}</span>}
          </p>
        </Wide>
      )}
    </>
  );
}
