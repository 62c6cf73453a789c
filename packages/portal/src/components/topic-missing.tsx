import { missingTables } from '../model/topic-missing.ts';
import { howAsked } from '../model/variable-groups.ts';
import type { Topic } from '../topics/read-topics.ts';
import { contributorName } from './coverage-strip.tsx';
import { Mark } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { columnName } from './variable-text.ts';
import { Wide } from './wide.tsx';

/** The tables a topic lacks, by name, and whether anybody asks for what they would tell. */
export function TopicMissing({ topic }: { readonly topic: Topic }) {
  const page = usePage();
  const { words, view } = page;
  const missing = missingTables(view, topic);
  if (missing.length === 0) return null;
  const asked = [...new Set(missing.map(([first = '']) => first.split('.')[0] ?? first))];
  const { contributors } = view.bundle.coverage;
  const { sequence, example } = view.bundle.manifest;
  return (
    <Wide id="missing" title={words.text('topics.missing')} tint>
      <p class="intro">{words.text('topics.missing.text', { sequence })}</p>
      <ul class="missing-tables">
        {missing.map((set) => (
          <li key={set.join(' ')}>
            <Mark absence="not_collected" /> {set.map((id) => columnName(page, id)).join(' × ')}{' '}
            <code dir="ltr">{set.join(';')}</code>
          </li>
        ))}
      </ul>
      <Scroll label={words.text('topics.asked')}>
        <table class="slim">
          <caption>
            {words.text('topics.asked')} {example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('coverage.contributor')}</th>
              {asked.map((id) => (
                <th key={id} scope="col">
                  {columnName(page, id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {contributors.map((statement) => (
              <tr key={statement.id}>
                <th scope="row">
                  <a href={page.to(`contributors/${statement.id}/`)}>{contributorName(page, statement)}</a>
                </th>
                {asked.map((id) => (
                  <td key={id}>{words.text(`asks.${howAsked(statement, id) ?? 'silent'}`)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{words.text('topics.missing.why')}</p>
    </Wide>
  );
}
