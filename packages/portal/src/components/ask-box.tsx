import { askIndexPath } from '../ask/ask-index-path.ts';
import { headlineFamilies } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { reportYear } from '../model/report-year.ts';
import { figurePath } from './figure-text.ts';
import { usePage } from './page.ts';

// The words of the island, with what it fills in left open.
const saidKeys = [
  ...[
    'read',
    'strange',
    'table',
    'missing',
    'page',
    'year',
    'year.also',
    'country',
    'country.more',
    'absent',
    'everyone',
  ],
  ...['unclear', 'open.table', 'open.page', 'open.country', 'open.ranking', 'open.everyone'],
] as const;
const filled = ['subject', 'words', 'variables', 'years', 'first', 'last', 'name'] as const;

/** A box for questions, answered from released figures only; without script, a list of questions with their answers' pages. */
export function AskBox() {
  const page = usePage();
  const { words } = page;
  const year = reportYear(page);
  const open = (key: string) => words.text(key, Object.fromEntries(filled.map((name) => [name, `{${name}}`])));
  const said = {
    copied: words.text('copy.button'),
    done: words.text('copy.done'),
    failed: words.text('press.checker.failed'),
    ranking: words.text('ask.ranked'),
    ...Object.fromEntries(saidKeys.map((key) => [key, open(`ask.${key}`)])),
  };
  return (
    <section class="ask wide" aria-labelledby="ask-title">
      <h2 id="ask-title">{words.text('ask.title')}</h2>
      <form
        hidden
        data-ask={page.file(askIndexPath(words.language))}
        data-root={page.to('')}
        data-year={year}
        data-words={JSON.stringify(said)}
      >
        <label for="ask-field">{words.text('ask.label')}</label>
        <input id="ask-field" type="search" autocomplete="off" placeholder={words.text('ask.example')} />
        <button type="submit" class="button">
          {words.text('ask.button')}
        </button>
      </form>
      <div class="ask-result" data-ask-result aria-live="polite" />
      <ul class="ask-questions">
        {headlineFamilies.flatMap((family) => {
          const figure = findFigure(page.view.citable, family, year, null);
          return figure
            ? [
                <li key={family}>
                  <a href={page.to(figurePath(figure))}>{words.text(`ask.q.${family}`, { year })}</a>
                </li>,
              ]
            : [];
        })}
      </ul>
    </section>
  );
}
