// The quote checker of the press page: the text stays in the page; the index is fetched once, on first use.
import { checkQuote, type Mark } from '../quotes/check-quote.ts';
import { type OpenIndex, openIndex, type QuoteIndex } from '../quotes/quote-index.ts';

const form = document.querySelector<HTMLFormElement>('[data-quotes]');
if (form) wire(form);

function wire(form: HTMLFormElement): void {
  const field = form.querySelector('textarea');
  const result = document.querySelector<HTMLElement>('[data-quotes-result]');
  const words = JSON.parse(document.querySelector('[data-quotes-words]')?.textContent ?? '{}') as Record<
    string,
    string
  >;
  if (!field || !result) return;
  form.hidden = false;
  let opened: Promise<OpenIndex> | undefined;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value;
    if (text.trim() === '') {
      field.focus();
      return;
    }
    result.setAttribute('aria-busy', 'true');
    try {
      opened ??= load(form.dataset.quotes ?? '');
      const marks = checkQuote(await opened, text);
      result.replaceChildren(...show(text, marks, words, form.dataset.root ?? ''));
    } catch {
      opened = undefined;
      result.replaceChildren(element('p', words.failed ?? ''));
    }
    result.removeAttribute('aria-busy');
    result.focus();
  });
}

async function load(address: string): Promise<OpenIndex> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return openIndex((await answer.json()) as QuoteIndex);
}

function show(
  text: string,
  marks: readonly Mark[],
  words: Record<string, string>,
  root: string,
): readonly HTMLElement[] {
  const fine = marks.filter(({ verdict }) => verdict === 'match').length;
  const summary = element(
    'p',
    marks.length === 0
      ? (words.none ?? '')
      : (words.summary ?? '').replace('{fine}', String(fine)).replace('{all}', String(marks.length)),
  );
  summary.className = 'quotes-summary';
  if (marks.length === 0) return [summary];
  const quoted = element('p', '');
  quoted.className = 'quoted';
  quoted.dir = 'auto';
  let at = 0;
  for (const [index, mark] of marks.entries()) {
    const number = element('mark', text.slice(mark.start, mark.end));
    number.className = mark.verdict;
    const note = element('sup', String(index + 1));
    quoted.append(text.slice(at, mark.start), number, note);
    at = mark.end;
  }
  quoted.append(text.slice(at));
  const list = element('ol', '');
  list.className = 'verdicts';
  list.append(...marks.map((mark) => verdict(text, mark, words, root)));
  return [summary, quoted, list];
}

function verdict(text: string, mark: Mark, words: Record<string, string>, root: string): HTMLElement {
  const item = element('li', '');
  item.className = mark.verdict;
  const head = element('b', `${text.slice(mark.start, mark.end)}: ${words[mark.verdict] ?? ''}`);
  item.append(head);
  const why = words[`${mark.verdict}.why`];
  if (why) item.append(' ', why.replace('{release}', String(mark.release ?? '')));
  if (mark.figure) {
    const { figure } = mark;
    const link = document.createElement('a');
    link.href = root + figure.path;
    link.textContent = `${figure.title}: ${figure.shown}`;
    const details = element('span', ` (${[figure.interval, figure.notes].filter((each) => each !== '').join('; ')})`);
    const line = element('span', '');
    line.className = 'verdict-figure';
    line.append(link, details);
    if (mark.part && mark.part !== 'value') line.append(` · ${words[`part.${mark.part}`] ?? ''}`);
    item.append(line);
    if (mark.verdict !== 'match') {
      const sentence = element('q', figure.sentence);
      item.append(sentence);
    }
  }
  return item;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
