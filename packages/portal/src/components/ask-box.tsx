import { headlineFamilies } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { reportYear } from '../model/report-year.ts';
import { figurePath } from './figure-text.ts';
import { usePage } from './page.ts';

/** A box for questions, answered from released figures only; without script, a list of questions with their answers' pages. */
export function AskBox() {
  const page = usePage();
  const { words } = page;
  const year = reportYear(page);
  return (
    <section class="ask wide" aria-labelledby="ask-title">
      <h2 id="ask-title">{words.text('ask.title')}</h2>
      <form
        hidden
        data-ask={page.file(`${words.language}/press/quotes.json`)}
        data-root={page.to('')}
        data-year={year}
        data-copied={words.text('copy.button')}
        data-done={words.text('copy.done')}
        data-failed={words.text('press.checker.failed')}
        data-missing={words.text('ask.missing', { subject: '{subject}', year: '{year}' })}
        data-absent={words.text('ask.year', { year: '{year}' })}
        data-unclear={words.text('ask.unclear')}
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
