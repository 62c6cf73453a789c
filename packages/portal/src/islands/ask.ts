// The answer box: finds what a question asks for in the small index, fetched once, on first use.
import { type Answer, answerQuestion } from '../ask/answer-question.ts';
import { type AskedFigure, type AskIndex, type OpenAskIndex, openAskIndex } from '../ask/ask-index.ts';

/** Texts by key, with `{name}` to fill in. */
type Words = Readonly<Record<string, string>>;

for (const form of document.querySelectorAll<HTMLFormElement>('[data-ask]')) wire(form);

function wire(form: HTMLFormElement): void {
  const field = form.querySelector('input');
  const result = form.parentElement?.querySelector<HTMLElement>('[data-ask-result]');
  if (!field || !result) return;
  const { ask = '', root = '', year = '' } = form.dataset;
  const words = JSON.parse(form.dataset.words ?? '{}') as Words;
  form.hidden = false;
  let opened: Promise<OpenAskIndex> | undefined;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (field.value.trim() === '') return;
    try {
      opened ??= load(ask);
      const index = await opened;
      result.replaceChildren(...show(index, answerQuestion(index, field.value, year), { words, root }));
    } catch {
      opened = undefined;
      result.replaceChildren(element('p', words.failed ?? ''));
    }
  });
}

async function load(address: string): Promise<OpenAskIndex> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return openAskIndex((await answer.json()) as AskIndex);
}

interface Place {
  readonly words: Words;
  readonly root: string;
}

function show(index: OpenAskIndex, answer: Answer, place: Place): readonly HTMLElement[] {
  const { kind, figures, about, years, absent, strange, variables, page } = answer;
  const nameOf = (feature: string) => index.names[feature] ?? feature;
  const name = nameOf(about.find((feature) => feature.startsWith('country.')) ?? '');
  const subject = [about.map(nameOf).join(' × '), years.join(', ')].filter((part) => part !== '').join(' · ');
  const filled = {
    subject,
    name,
    variables:
      variables.map((variable) => index.variables[variable] ?? variable).join(' × ') || about.map(nameOf).join(' × '),
    words: strange.join(', '),
    years: absent.join(', '),
    first: index.periods[0] ?? '',
    last: index.periods.at(-1) ?? '',
  };
  const say = (key: string) =>
    (place.words[key] ?? '').replaceAll(/\{(\w+)\}/g, (_, part: string) => filled[part as keyof typeof filled] ?? '');
  const told = [
    ...(about.length > 0 ? [note(say('read'))] : []),
    ...(strange.length > 0 && about.length > 0 ? [note(say('strange'))] : []),
    ...(absent.length > 0 && kind !== 'year' && kind !== 'unclear' ? [element('p', say('year.also'))] : []),
    ...(kind === 'answer' ? [] : [element('p', say(kind))]),
  ];
  if (page !== null) {
    const link = document.createElement('a');
    link.href = place.root + page;
    link.textContent = say(`open.${kind}`);
    const line = element('p', '');
    line.className = 'onward';
    line.append(link);
    told.push(line);
  }
  if (kind === 'country' && figures.length > 0) told.push(element('p', say('country.more')));
  return [...told, ...figures.map((figure) => card(figure, place))];
}

function note(text: string): HTMLElement {
  const made = element('p', text);
  made.className = 'note';
  return made;
}

function card(figure: AskedFigure, { words, root }: Place): HTMLElement {
  const made = element('article', '');
  made.className = 'card';
  const link = document.createElement('a');
  link.href = root + figure.path;
  link.textContent = figure.title;
  const head = element('h3', '');
  head.append(link);
  const value = element('p', figure.shown || figure.interval);
  value.className = 'number';
  const notes = note([figure.shown ? figure.interval : '', figure.notes].filter((each) => each !== '').join(' · '));
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
  made.append(head, value, notes, ...(figure.sentence === '' ? [] : [sentence, copy]));
  return made;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
