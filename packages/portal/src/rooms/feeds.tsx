import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { inLanguage } from '../site/site-file.ts';
import { changesFeed } from './changes-feed.ts';

/** How to hear of a release: the feed, and the days that are announced. */
export const feedsRoom: OpenRoom = () => ({
  pages: [{ path: 'feeds/', room: feeds }],
  entries: [{ path: 'feeds/', group: 'data' }],
});

function feeds(page: Page): Room {
  return {
    title: page.words.text('feeds.title'),
    description: page.words.text('feeds.lede'),
    body: <Feeds />,
    styles: ['records'],
  };
}

function Feeds() {
  const page = usePage();
  const { words, site, releases, format } = page;
  const newest = releases.at(-1)?.bundle.manifest.created ?? '';
  const ahead = site.calendar.filter(({ day }) => day > newest).sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <Opening title={words.text('feeds.title')}>
        <p class="lede">{words.text('feeds.lede')}</p>
      </Opening>
      <Wide id="feed" title={words.text('feeds.atom')}>
        <div class="prose">
          <p>{words.text('feeds.atom.text')}</p>
          <p>
            <a href={page.to(changesFeed)} type="application/atom+xml">
              {words.text('feeds.atom.link')}
            </a>
          </p>
          <p>{words.text('feeds.latest')}</p>
          <p>
            <a href={page.file('latest.json')}>latest.json</a>
          </p>
        </div>
      </Wide>
      <Wide id="calendar" title={words.text('feeds.calendar')} tint>
        {ahead.length === 0 ? (
          <p class="intro">{words.text('feeds.none-ahead')}</p>
        ) : (
          <dl class="terms facts-list">
            {ahead.map(({ day, title }) => (
              <div key={day}>
                <dt>{format.day(day)}</dt>
                <dd>{inLanguage(title, words.language)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Wide>
      <Wide id="past" title={words.text('feeds.past')}>
        <dl class="terms facts-list">
          {[...releases].reverse().map(({ bundle: { manifest } }) => (
            <div key={manifest.release}>
              <dt>{format.day(manifest.created)}</dt>
              <dd>
                <a href={page.to(`releases/${manifest.release}/`)}>
                  {words.text('release.short', { sequence: manifest.sequence })}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Wide>
    </>
  );
}
