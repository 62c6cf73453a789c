// The answer box: finds the figure a question asks for in the small index, fetched once, on first use.
import { type Answer, answerQuestion } from '../quotes/answer-question.ts';
import { type OpenIndex, openIndex, type QuotedFigure, type QuoteIndex } from '../quotes/quote-index.ts';

for (const form of document.querySelectorAll<HTMLFormElement>('[data-ask]')) wire(form);

function wire(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  const result = form.parentElement?.querySelector<HTMLElement>('[data-ask-result]');
  if (!field || !result) return;
  const words = form.dataset;
  form.hidden = false;
  let opened: Promise<OpenIndex> | undefined;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (field.value.trim() === '') return;
    try {
      opened ??= load(words.ask ?? '');
      const index = await opened;
      const answer = answerQuestion(index, field.value, words.year);
      result.replaceChildren(...show(index, answer, words));
    } catch {
      opened = undefined;
      result.replaceChildren(element('p', words.failed ?? ''));
    }
  });
}

async function load(address: string): Promise<OpenIndex> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return openIndex((await answer.json()) as QuoteIndex);
}

function show(index: OpenIndex, { kind, figures, about, year }: Answer, words: DOMStringMap): readonly HTMLElement[] {
  const subject = about.map((feature) => index.names[feature] ?? feature).join(' × ');
  const text =
    kind === 'answer'
      ? ''
      : (words[kind === 'year' ? 'absent' : kind] ?? '').replace('{subject}', subject).replace('{year}', year);
  return [...(text === '' ? [] : [element('p', text)]), ...figures.map((figure) => card(figure, words))];
}

function card(figure: QuotedFigure, words: DOMStringMap): HTMLElement {
  const made = element('article', '');
  made.className = 'card';
  const link = document.createElement('a');
  link.href = (words.root ?? '') + figure.path;
  link.textContent = figure.title;
  const head = element('h3', '');
  head.append(link);
  const value = element('p', figure.shown || figure.interval);
  value.className = 'number';
  const notes = element(
    'p',
    [figure.shown ? figure.interval : '', figure.notes].filter((each) => each !== '').join(' · '),
  );
  notes.className = 'note';
  const sentence = element('p', figure.sentence);
  sentence.className = 'ask-sentence';
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy';
  copy.textContent = words.copied ?? '';
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(`${figure.sentence} ${link.href}`);
    copy.textContent = words.done ?? '';
  });
  made.append(head, value, notes, sentence, copy);
  return made;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
