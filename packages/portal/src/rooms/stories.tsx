import type { Figure } from '@casebridge/figures/types';
import type { House, OpenRoom } from '../bake/room-set.ts';
import { FigureTable } from '../components/figure-table.tsx';
import { figurePath, figureTitle } from '../components/figure-text.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { StoryBody } from '../components/story-body.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { type PinnedStory, pinStories } from '../stories/pin-stories.ts';
import { readStories, type StoryText, shippedStories } from '../stories/read-stories.ts';
import { languageStories } from '../text/language-folder.ts';

/** Stories: the site's own, else those that come with the portal. */
export const storiesRoom: OpenRoom = (house) => {
  const stories = openStories(house);
  if (stories.length === 0) return { pages: [] };
  return {
    pages: [
      { path: 'stories/', room: (page) => storyIndex(page, stories) },
      ...stories.map(({ story, view }) => ({
        path: `stories/${story.slug}/`,
        view,
        room: (page: Page) => storyPage(page, { story, view }),
      })),
    ],
    entries: [{ path: 'stories/', group: 'findings' as const }],
  };
};

/** The stories of a site, pinned to its releases. */
export function openStories({ site, releases }: Pick<House, 'site' | 'releases'>): readonly PinnedStory[] {
  const folder = site.storiesFolder;
  const stories =
    folder === undefined ? readStories(shippedStories, languageStories(site.languages)) : readStories(folder);
  return pinStories(stories, releases, folder === undefined);
}

function storyIndex(page: Page, stories: readonly PinnedStory[]): Room {
  const { words } = page;
  return {
    title: words.text('stories.title'),
    description: words.text('stories.lede'),
    styles: ['stories'],
    body: <StoryIndex stories={stories} />,
  };
}

function StoryIndex({ stories }: { readonly stories: readonly PinnedStory[] }) {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening title={words.text('stories.title')}>
        <p class="lede">{words.text('stories.lede')}</p>
      </Opening>
      <div class="wide part">
        <ul class="story-list">
          {stories.map(({ story, view }) => {
            const { text, attributes } = textFor(page, story.texts);
            return (
              <li key={story.slug} {...attributes}>
                <h2>
                  <a href={page.to(`stories/${story.slug}/`)}>{text.title}</a>
                </h2>
                <p>{text.lead}</p>
                <p class="note" lang={words.language} dir={words.direction}>
                  {words.text('stories.facts', {
                    figures: story.figures.length,
                    sequence: view.bundle.manifest.sequence,
                  })}
                </p>
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function storyPage(page: Page, pinned: PinnedStory): Room {
  const { text } = textFor(page, pinned.story.texts);
  return {
    title: text.title,
    description: text.lead,
    styles: ['stories'],
    body: <StoryPage pinned={pinned} />,
  };
}

function StoryPage({ pinned: { story, view } }: { readonly pinned: PinnedStory }) {
  const page = usePage();
  const { words, format, figureWords } = page;
  const { manifest } = view.bundle;
  const { text, translated, attributes } = textFor(page, story.texts);
  const figures = story.figures.flatMap((id) => view.figure(id) ?? []);
  const caveats = [...new Set(figures.flatMap((figure) => figure.caveats))];
  return (
    <>
      <Opening
        kicker={
          <>
            <a href={page.to('stories/')}>{words.text('stories.title')}</a> ·{' '}
            {words.text('stories.pinned', { sequence: manifest.sequence, date: format.day(manifest.created) })}
          </>
        }
        title={<span {...attributes}>{text.title}</span>}
      >
        <p class="lede" {...attributes}>
          {text.lead}
        </p>
        {!translated && <p class="note">{words.text('stories.untranslated')}</p>}
        <Later figures={figures} />
      </Opening>
      <article class="wide story" {...attributes}>
        <StoryBody tokens={text.tokens[view.bundle.privacy.unit]} />
      </article>
      <Wide id="story-figures" title={words.text('stories.figures')} tint>
        <p class="intro">{words.text('stories.figures.intro', { sequence: manifest.sequence })}</p>
        <FigureTable
          caption={words.text('stories.figures')}
          first={words.text('stories.figure')}
          figures={figures}
          nameOf={(figure) => figureTitle(page, figure)}
        />
        <h3>{words.text('quote.caveats')}</h3>
        <ul class="story-caveats">
          {caveats.map((key) => (
            <li key={key}>{figureWords.caveat(key)}</li>
          ))}
        </ul>
      </Wide>
    </>
  );
}

/** What later releases say differently from the one a story is pinned to. */
function Later({ figures }: { readonly figures: readonly Figure[] }) {
  const page = usePage();
  const { words, format } = page;
  const current = page.releases.at(-1);
  if (!current || current.bundle.manifest.sequence === page.view.bundle.manifest.sequence) return null;
  const { sequence } = current.bundle.manifest;
  const moved = figures.flatMap((before) => {
    const after = current.figure(before.id);
    return after && after.value !== before.value ? [{ before, after }] : [];
  });
  return (
    <div class="later">
      <p>{words.text('stories.later', { sequence, moved: moved.length })}</p>
      {moved.length > 0 && (
        <ul>
          {moved.map(({ before, after }) => (
            <li key={after.id}>
              <a href={page.to(figurePath(after))}>{figureTitle(page, after)}</a>:{' '}
              {words.text('stories.moved', {
                before: format.figure(before) || words.text('chart.withheld'),
                after: format.figure(after) || words.text('chart.withheld'),
                interval: format.interval(after) || words.text('chart.withheld'),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function textFor(page: Page, texts: ReadonlyMap<string, StoryText>) {
  const { language } = page.words;
  const own = texts.get(language);
  if (own) return { text: own, translated: true, attributes: {} };
  const other = [page.site.defaultLanguage, 'en', ...texts.keys()].find((each) => texts.has(each)) ?? language;
  const text = texts.get(other);
  if (!text) throw new Error('a story has no text');
  return { text, translated: false, attributes: { lang: other, dir: page.directionOf(other) } };
}
