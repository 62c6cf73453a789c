import type { OpenRoom } from '../bake/room-set.ts';
import { AskBox } from '../components/ask-box.tsx';
import { ComparisonTable } from '../components/comparison-table.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { type Topic, topicOf, topics } from '../model/figure-names.ts';

/** Every citable figure of a year. */
export const figureIndexRoom: OpenRoom = ({ view }) => ({
  pages: [
    { path: 'figures/', room: (page: Page) => figureIndex(page, view.newest) },
    ...view.bundle.manifest.periods
      .filter((period) => period !== view.newest)
      .map((period) => ({ path: `figures/year/${period}/`, room: (page: Page) => figureIndex(page, period) })),
  ],
  entries: [{ path: 'figures/', group: 'findings', leads: true }],
});

/** Every citable figure of one year; the newest when no year is named. */
export function figureIndex(page: Page, period: string): Room {
  return {
    title: page.words.text('figures.title', { period }),
    description: page.words.text('figures.description', { period }),
    styles: ['ask'],
    scripts: ['ask'],
    body: <FigureIndex period={period} />,
  };
}

function FigureIndex({ period }: { readonly period: string }) {
  const page = usePage();
  const { words, view } = page;
  const setApart = view.bundle.manifest.setApart?.code ?? null;
  const groups = setApart === null ? [null] : [null, setApart];
  const listed = (topic: Topic) =>
    view.citable.filter((figure) => figure.period === period && topicOf(figure.family) === topic);
  return (
    <>
      <Opening title={words.text('figures.title', { period })}>
        <p class="lede">{words.text('figures.intro')}</p>
        <p class="note">
          {words.text('table.base.note')} {words.text('release.short', { sequence: view.bundle.manifest.sequence })}.
        </p>
        <Years period={period} />
        <nav class="jump" aria-label={words.text('figures.jump')}>
          <ul>
            {topics.map((topic) => (
              <li key={topic}>
                <a href={`#${topic}`}>{words.text(`topic.${topic}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <AskBox />
      {topics.map((topic) => (
        <Wide key={topic} id={topic} title={words.text(`topic.${topic}`)}>
          <ComparisonTable
            caption={words.text('figure.title', { name: words.text(`topic.${topic}`), period })}
            groups={groups}
            figures={listed(topic)}
          />
          {words.has(`topic.${topic}.note`) && <p class="note">{words.text(`topic.${topic}.note`)}</p>}
        </Wide>
      ))}
    </>
  );
}

function Years({ period }: { readonly period: string }) {
  const page = usePage();
  const { periods } = page.view.bundle.manifest;
  return (
    <nav class="years" aria-label={page.words.text('figure.years')}>
      <ul>
        {periods.map((year) => (
          <li key={year}>
            <a
              href={page.to(year === page.view.newest ? 'figures/' : `figures/year/${year}/`)}
              {...(year === period && { 'aria-current': 'page' })}
            >
              {year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
