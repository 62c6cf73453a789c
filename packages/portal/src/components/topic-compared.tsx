import { findFigure, type ReleaseView } from '../model/release-view.ts';
import { comparedBy, isCompared } from '../model/table-answers.ts';
import type { Topic } from '../topics/read-topics.ts';
import { ComparedParts } from './compared-parts.tsx';
import { figureName } from './figure-text.ts';
import { type Page, usePage } from './page.ts';
import { topicName } from './topic-name.ts';
import { columnName } from './variable-text.ts';
import { Opening, Wide } from './wide.tsx';

/** The variables by which a release sets a topic's measure side by side; each has a page. */
export function comparedOf(view: ReleaseView, { measure, by }: Topic): readonly string[] {
  return measure ? comparedBy(view, by).filter((variable) => isCompared(view, measure, variable)) : [];
}

export function comparedPath({ id }: Topic, by: string): string {
  return `topics/${id}/${by.replaceAll('_', '-')}/`;
}

/** What is compared and by what, as a title. */
export function comparedName(page: Page, topic: Topic, by: string): string {
  return page.words.text('topics.by', { name: measureName(page, topic), by: columnName(page, by) });
}

function measureName(page: Page, topic: Topic): string {
  const { view } = page;
  const [lead] = topic.figures.flatMap((family) => findFigure(view.citable, family, view.newest, null) ?? []);
  return lead ? figureName(page, lead) : topicName(page, topic);
}

/** A topic's measure in each part of the records, over the years. */
export function TopicCompared({ topic, by }: { readonly topic: Topic; readonly by: string }) {
  const page = usePage();
  const { words } = page;
  if (!topic.measure) return null;
  return (
    <>
      <Opening
        kicker={<a href={page.to(`topics/${topic.id}/`)}>{topicName(page, topic)}</a>}
        title={comparedName(page, topic, by)}
      >
        <p class="lede">{words.text('topics.compared.text')}</p>
      </Opening>
      <Wide id="compared" title={words.text('topics.compared')}>
        <ComparedParts
          id={`by-${by.replaceAll('_', '-')}`}
          name={measureName(page, topic)}
          measure={topic.measure}
          by={by}
        />
      </Wide>
    </>
  );
}
