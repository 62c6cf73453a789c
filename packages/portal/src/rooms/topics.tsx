import type { OpenRoom } from '../bake/room-set.ts';
import { figureName } from '../components/figure-text.ts';
import { Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { TopicBody, topicLede } from '../components/topic-body.tsx';
import { comparedName, comparedOf, comparedPath, TopicCompared } from '../components/topic-compared.tsx';
import { topicName } from '../components/topic-name.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { findFigure } from '../model/release-view.ts';
import { answersTo } from '../model/table-answers.ts';
import type { PinnedStory } from '../stories/pin-stories.ts';
import { checkTopics, readTopics, type Topic } from '../topics/read-topics.ts';
import { openStories, textFor } from './stories.tsx';

const groups = ['purpose', 'people', 'process'] as const;

/** Topics: what the release says on one subject, and which of its tables is missing. Each is a line of `topics.json`. */
export const topicsRoom: OpenRoom = (house) => {
  const topics = readTopics(house.site.topicsFile);
  checkTopics(topics, house.view, house.site.topicsFile);
  const stories = openStories(house);
  return {
    pages: [
      { path: 'topics/', room: (page) => topicIndex(page, topics) },
      ...topics.map((topic) => ({
        path: `topics/${topic.id}/`,
        room: (page: Page) => topicPage(page, topic, stories),
      })),
      ...topics.flatMap((topic) =>
        comparedOf(house.view, topic).map((by) => ({
          path: comparedPath(topic, by),
          room: (page: Page) => comparedPage(page, topic, by),
        })),
      ),
    ],
    entries: [{ path: 'topics/', group: 'findings' }],
  };
};

function topicIndex(page: Page, topics: readonly Topic[]): Room {
  const { words } = page;
  return {
    title: words.text('topics.title'),
    description: words.text('topics.index.lede'),
    styles: ['topics'],
    body: <TopicIndex topics={topics} />,
  };
}

function TopicIndex({ topics }: { readonly topics: readonly Topic[] }) {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening title={words.text('topics.title')}>
        <p class="lede">{words.text('topics.index.lede')}</p>
      </Opening>
      {groups.map((group) => (
        <Wide key={group} id={group} title={words.text(`topics.group.${group}`)}>
          <ul class="topic-list">
            {topics
              .filter((topic) => topic.group === group)
              .map((topic) => (
                <li key={topic.id}>
                  <h3>
                    <a href={page.to(`topics/${topic.id}/`)}>{topicName(page, topic)}</a>
                  </h3>
                  <Lead topic={topic} />
                </li>
              ))}
          </ul>
        </Wide>
      ))}
    </>
  );
}

// The topic's first figure, with what belongs to it, or that there is none.
function Lead({ topic }: { readonly topic: Topic }) {
  const page = usePage();
  const { words, view, format } = page;
  const figure = findFigure(view.citable, topic.figures[0] ?? '', view.newest, null);
  if (figure === undefined || figure.value === null) {
    const isTold = topic.answers.some((question) => answersTo(view, question, view.newest).length > 0);
    return (
      <p class="note">
        {isTold ? (
          words.text('topics.index.tables')
        ) : (
          <>
            <Mark absence={figure?.withheld ?? 'not_collected'} /> {words.text('topics.index.none')}
          </>
        )}
      </p>
    );
  }
  return (
    <p class="note" data-figure={figure.id}>
      <b>{format.figure(figure)}</b> ({format.interval(figure)}) ·{' '}
      {words.text('figure.title', { name: figureName(page, figure), period: figure.period })}
      {figure.unknown !== null && ` · ${words.text('figure.unknown.is', { share: format.share(figure.unknown) })}`}
    </p>
  );
}

function topicPage(page: Page, topic: Topic, stories: readonly PinnedStory[]): Room {
  const told = stories.filter(({ story }) => story.figures.some((id) => tells(topic, id)));
  return {
    title: topicName(page, topic),
    description: topicLede(page, topic),
    styles: ['topics', 'records'],
    body: (
      <TopicBody
        topic={topic}
        stories={told.map((pinned) => ({
          path: `stories/${pinned.story.slug}/`,
          title: textFor(page, pinned.story.texts).text.title,
        }))}
      />
    ),
  };
}

function comparedPage(page: Page, topic: Topic, by: string): Room {
  return {
    title: comparedName(page, topic, by),
    description: page.words.text('topics.compared.text'),
    styles: ['topics', 'records'],
    body: <TopicCompared topic={topic} by={by} />,
  };
}

// Whether a figure is one of the topic's: `children.labour.2015` tells `children.labour`.
function tells({ figures, compositions }: Topic, id: string): boolean {
  return (
    figures.some((family) => id.startsWith(`${family}.`)) ||
    compositions.some((question) => id.startsWith(`${question}.`))
  );
}
