import { codesOf } from '@casebridge/standard';
import { knownBreaks } from '../model/known-breaks.ts';
import { missableGroups } from '../model/missingness.ts';
import { findFigure } from '../model/release-view.ts';
import { answersTo } from '../model/table-answers.ts';
import { inLanguage } from '../site/site-file.ts';
import type { Topic, TopicQuestion } from '../topics/read-topics.ts';
import { AnswerShares } from './answer-shares.tsx';
import { BreakNote } from './break-note.tsx';
import { CompositionChart } from './composition-chart.tsx';
import { FigureCard } from './figure-card.tsx';
import { FigureTable } from './figure-table.tsx';
import { figureName, figureShortName, groupName } from './figure-text.ts';
import { HistoryChart } from './history-chart.tsx';
import { MissingTable, rowsOf } from './missing-table.tsx';
import { type Page, usePage } from './page.ts';
import { comparedName, comparedOf, comparedPath } from './topic-compared.tsx';
import { type StoryLink, TopicLinks } from './topic-links.tsx';
import { TopicMissing } from './topic-missing.tsx';
import { topicName } from './topic-name.ts';
import { codeNames, columnName } from './variable-text.ts';
import { Opening, Wide } from './wide.tsx';

export function topicLede(page: Page, topic: Topic): string {
  const { words } = page;
  if (topic.lede !== undefined) return inLanguage(topic.lede, words.language);
  const own = `topics.${topic.id}.lede`;
  return words.has(own) ? words.text(own) : words.text('topics.type.lede', { name: topicName(page, topic) });
}

/** What a question of a topic is called: the variable, and among whom. */
export function questionName(page: Page, { of, among }: TopicQuestion): string {
  const name = columnName(page, of);
  return among === undefined
    ? name
    : page.words.text('topics.among', {
        name,
        variable: columnName(page, among.variable),
        codes: codeNames(page, among.variable, among.codes),
      });
}

/** Everything the release has on a topic, each part only where there is something to show, and what it lacks. */
export function TopicBody({ topic, stories }: { readonly topic: Topic; readonly stories: readonly StoryLink[] }) {
  const page = usePage();
  const { words, view } = page;
  const { measure } = topic;
  const figures = topic.figures.flatMap((family) => findFigure(view.citable, family, view.newest, null) ?? []);
  const [lead] = figures;
  const questions = topic.answers
    .map((question) => ({ question, answers: answersTo(view, question, view.newest) }))
    .filter(({ answers }) => answers.length > 0);
  const compared = comparedOf(view, topic);
  const breaks = knownBreaks(view.bundle.coverage, view.bundle.manifest.periods);
  const unknowns = missableGroups(view).flatMap((group) =>
    group.answered !== null && [...topic.variables, measure?.variable].includes(group.id)
      ? rowsOf(page, {
          column: group.answered,
          name: columnName(page, group.id),
          href: page.to(`data/codebook/${group.id}/`),
        })
      : [],
  );
  return (
    <>
      <Opening kicker={<a href={page.to('topics/')}>{words.text('topics.title')}</a>} title={topicName(page, topic)}>
        <p class="lede">{topicLede(page, topic)}</p>
        {topic.type !== undefined && <CountedUnder topic={topic} />}
      </Opening>
      {figures.length > 0 && (
        <Wide id="figures" title={words.text('topics.figures', { period: view.newest })}>
          <div class="cards">
            {figures.map((figure) => (
              <FigureCard key={figure.id} figure={figure} />
            ))}
          </div>
        </Wide>
      )}
      {lead && view.series(lead).length > 1 && (
        <Wide id="years" title={words.text('topics.years')}>
          <div class="pair">
            <HistoryChart figure={lead} id="over-years" breaks={breaks.map(({ period }) => period)} />
            <div>
              <FigureTable
                caption={words.text('figure.history.table', { name: figureName(page, lead) })}
                first={words.text('table.year')}
                figures={view.series(lead)}
                nameOf={({ period }) => period}
              />
              {breaks.length > 0 && <BreakNote breaks={breaks} />}
            </div>
          </div>
        </Wide>
      )}
      {topic.compositions.map((composition) => (
        <Composition key={composition} composition={composition} />
      ))}
      {questions.length > 0 && (
        <Wide id="answers" title={words.text('topics.answers', { period: view.newest })}>
          {questions.map(({ question, answers }, at) => (
            <AnswerShares
              key={questionName(page, question)}
              id={`answer-${at + 1}`}
              title={words.text('figure.title', { name: questionName(page, question), period: view.newest })}
              answers={answers}
              period={view.newest}
            />
          ))}
        </Wide>
      )}
      {compared.length > 0 && (
        <Wide id="compared" title={words.text('topics.compared')}>
          <p class="intro">{words.text('topics.compared.text')}</p>
          <ul class="topic-list">
            {compared.map((by) => (
              <li key={by}>
                <h3>
                  <a href={page.to(comparedPath(topic, by))}>{comparedName(page, topic, by)}</a>
                </h3>
              </li>
            ))}
          </ul>
        </Wide>
      )}
      {unknowns.length > 0 && (
        <Wide id="unknown" title={words.text('topics.unknowns')}>
          <p class="intro">{words.text('topics.unknowns.text')}</p>
          <MissingTable
            caption={words.text('topics.unknowns.behind', { name: topicName(page, topic) })}
            first={words.text('missingness.variable')}
            rows={unknowns}
          />
        </Wide>
      )}
      <TopicMissing topic={topic} />
      <TopicLinks topic={topic} stories={stories} />
    </>
  );
}

// Types of exploitation that a release does not show one by one are inside a purpose: which, and where that one is.
function CountedUnder({ topic }: { readonly topic: Topic }) {
  const page = usePage();
  const { words, view } = page;
  const parent = codesOf('exploitation_type').find(({ code }) => code === topic.type)?.parent ?? 'other';
  const figure = findFigure(view.citable, `purpose.${parent}`, view.newest, null);
  const labels = codesOf('purpose_summary').find(({ code }) => code === parent)?.labels;
  const purpose = labels?.[words.language] ?? labels?.en ?? parent;
  return (
    <p class="intro">
      {words.text('topics.under', { name: topicName(page, topic), purpose })}{' '}
      {figure && <a href={page.to(`figures/${figure.id}/`)}>{words.text('topics.under.link', { purpose })}</a>}
    </p>
  );
}

// A question whose answers are figures: `sector`.
function Composition({ composition }: { readonly composition: string }) {
  const page = usePage();
  const { words, view } = page;
  const figures = view.citable.filter(
    ({ family, period, group }) => family.startsWith(`${composition}.`) && period === view.newest && group === null,
  );
  if (figures.length === 0) return null;
  const question = words.text(`topic.${composition}`);
  return (
    <Wide id={composition} title={question}>
      <div class="pair">
        <CompositionChart figures={figures} here={null} id={`${composition}-chart`} />
        <div>
          <FigureTable
            caption={words.text('figure.composition', { question, period: view.newest, group: groupName(page, null) })}
            first={words.text('table.answer')}
            figures={figures}
            nameOf={(figure) => figureShortName(page, figure)}
          />
          {words.has(`topic.${composition}.note`) && <p class="note">{words.text(`topic.${composition}.note`)}</p>}
        </div>
      </div>
    </Wide>
  );
}
