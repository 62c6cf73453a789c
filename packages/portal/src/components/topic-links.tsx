import { exploreVariables } from '../explore/explore-tables.ts';
import { mapLayers, openingPeriod } from '../map/map-layers.ts';
import { answerColumns } from '../model/table-answers.ts';
import { variableGroups } from '../model/variable-groups.ts';
import type { Topic } from '../topics/read-topics.ts';
import { usePage } from './page.ts';
import { columnName } from './variable-text.ts';
import { Wide } from './wide.tsx';

/** A story that tells figures of the topic. */
export interface StoryLink {
  readonly path: string;
  readonly title: string;
}

/** Where a topic goes on: figures, codebook, stories, explorer and map. */
export function TopicLinks({ topic, stories }: { readonly topic: Topic; readonly stories: readonly StoryLink[] }) {
  const page = usePage();
  const { words, view } = page;
  const published = new Set(variableGroups(view.bundle.codebook).map(({ id }) => id));
  const explored = new Set(exploreVariables(view));
  const [first] = topic.variables.flatMap((id) => answerColumns(view, id)).filter((id) => explored.has(id));
  const layers = mapLayers(view);
  const layer = layers.find(({ key }) => key === topic.map) ?? layers[0];
  return (
    <Wide id="onward" title={words.text('topics.onward')}>
      <ul class="chips">
        <li>
          <a href={page.to('figures/')}>{words.text('topics.onward.figures')}</a>
        </li>
        {topic.variables
          .filter((id) => published.has(id))
          .map((id) => (
            <li key={id}>
              <a href={page.to(`data/codebook/${id}/`)}>
                {words.text('topics.onward.codebook', { name: columnName(page, id) })}
              </a>
            </li>
          ))}
        {first !== undefined && (
          <li>
            <a href={`${page.to('explore/')}?v=${first}`}>{words.text('topics.onward.explore')}</a>
          </li>
        )}
        {stories.map(({ path, title }) => (
          <li key={path}>
            <a href={page.to(path)}>{words.text('topics.onward.story', { title })}</a>
          </li>
        ))}
        {layer && (
          <li>
            <a href={page.to(`map/${layer.key}/${openingPeriod(view, layer)}/`)}>{words.text('topics.onward.map')}</a>
          </li>
        )}
        <li>
          <a href={page.to('places/')}>{words.text('nav.places')}</a>
        </li>
      </ul>
    </Wide>
  );
}
