import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';

/** Terms of the glossary, in the order of its English page: messages `glossary.<term>` and `glossary.<term>.text`. */
const terms = [
  'base',
  'bundle',
  'change',
  'contributor',
  'coverage',
  'cross-border',
  'epsilon',
  'figure',
  'identified',
  'interval',
  'k-anonymous',
  'noise',
  'purpose',
  'record',
  'registered',
  'release',
  'share',
  'synthetic',
  'unknown',
  'victim',
  'withheld',
] as const;

/** Questions: messages `faq.<question>` and `faq.<question>.text`, with the page that says more. */
const questions = [
  { key: 'how-many', path: 'about/' },
  { key: 'rise', path: 'changes/' },
  { key: 'country', path: 'contributors/' },
  { key: 'blank', path: 'data/missingness/' },
  { key: 'exact', path: 'methods/' },
  { key: 'differ', path: 'methods/' },
  { key: 'microdata', path: 'data/' },
  { key: 'cite', path: 'figures/' },
  { key: 'wrong', path: 'changes/' },
  { key: 'mine', path: 'your-data/' },
] as const;

/** What words mean, and what people ask. */
export const readingRooms: OpenRoom = () => ({
  pages: [
    { path: 'glossary/', room: glossary },
    { path: 'faq/', room: faq },
  ],
  entries: [
    { path: 'faq/', group: 'methods' },
    { path: 'glossary/', group: 'methods' },
  ],
});

function glossary(page: Page): Room {
  return {
    title: page.words.text('glossary.title'),
    description: page.words.text('glossary.lede'),
    body: <Glossary />,
    styles: ['records'],
  };
}

function Glossary() {
  const { words } = usePage();
  const order = new Intl.Collator(words.locale);
  const sorted = terms
    .map((term) => ({ term, name: words.text(`glossary.${term}`) }))
    .sort((a, b) => order.compare(a.name, b.name));
  return (
    <>
      <Opening title={words.text('glossary.title')}>
        <p class="lede">{words.text('glossary.lede')}</p>
      </Opening>
      <div class="wide">
        <dl class="words">
          {sorted.map(({ term, name }) => (
            <div key={term} id={term}>
              <dt>{name}</dt>
              <dd>{words.text(`glossary.${term}.text`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

function faq(page: Page): Room {
  return {
    title: page.words.text('faq.title'),
    description: page.words.text('faq.lede'),
    body: <Faq />,
    styles: ['records'],
  };
}

function Faq() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening title={words.text('faq.title')}>
        <p class="lede">{words.text('faq.lede')}</p>
      </Opening>
      <div class="wide">
        <div class="questions">
          {questions.map(({ key, path }) => (
            <section key={key} id={key} aria-labelledby={`${key}-question`}>
              <h2 id={`${key}-question`}>{words.text(`faq.${key}`)}</h2>
              <p>{words.text(`faq.${key}.text`)}</p>
              <p class="note">
                <a href={page.to(path)}>{words.text('faq.more')}</a>
              </p>
            </section>
          ))}
        </div>
      </div>
    </>
  );
}
