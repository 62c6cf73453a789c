/** The page's half: a file, a form, a progress bar and a link to save the result. Nothing is stored or sent. */
import { readCsv } from '@casebridge/intake/csv';
import { Refusal } from '@casebridge/refusal';
import {
  type DateOrder,
  newSecretWords,
  organisationName,
  personFields,
  type SelfTest,
  usualProfiles,
} from '../index.ts';
import type { PageKey } from '../words/page-words.ts';
import { fileBytes } from './file-bytes.ts';
import { guessColumn } from './guess-column.ts';
import { type EncodeTask, type FromEncoder, type Problem, problemOf } from './messages.ts';
import { startSpeech } from './page-language.ts';
import { problemText } from './problem-text.ts';
import { selfTestRows } from './self-test-rows.ts';

/** What the page says below its form. */
interface Status {
  readonly key: PageKey;
  readonly count?: readonly [name: string, value: number];
  readonly problem?: Problem;
  readonly isWrong?: boolean;
}

/** What was encoded, as far as the page shows it. */
interface Shown {
  readonly selfTest: SelfTest;
  readonly keyCheck: string;
}

const columnIds = [...personFields, 'record_key'] as const;

/**
 * Starts the page.
 *
 * @param wanted the browser's languages, the most wanted first
 * @param startWorker opens a worker that runs `serveEncoding`
 */
export function startPage(document: Document, wanted: readonly string[], startWorker: () => Worker): void {
  const element = <T extends HTMLElement>(id: string, kind: new () => T): T => {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error(`the page lacks #${id}`);
    return found;
  };
  const input = (id: string) => element(id, HTMLInputElement);
  const select = (id: string) => element(id, HTMLSelectElement);
  const form = element('form', HTMLFormElement);
  const words = element('words', HTMLTextAreaElement);
  const bar = element('bar', HTMLProgressElement);
  const button = element('encode', HTMLButtonElement);
  const save = element('save', HTMLAnchorElement);
  let source: File | null = null;
  let saved: string | null = null;
  let status: Status | null = null;
  let shown: Shown | null = null;
  let worker: Worker | null = null;

  const speech = startSpeech(document, wanted, () => {
    showStatus();
    showReport();
    for (const id of columnIds) for (const option of select(id).options) if (option.value === '') nameNone(option);
  });
  const nameNone = (option: HTMLOptionElement) => {
    option.textContent = speech.say('none');
  };
  const say = (next: Status | null) => {
    status = next;
    showStatus();
  };
  const refuse = (error: unknown) =>
    say(
      error instanceof Refusal
        ? { key: 'status.refused', problem: problemOf(error), isWrong: true }
        : { key: 'status.unreadable', isWrong: true },
    );

  const rows = element('rows', HTMLTextAreaElement);
  input('file').addEventListener('change', () => {
    rows.value = '';
    void take(input('file').files?.[0] ?? null);
  });
  rows.addEventListener('change', () => {
    input('file').value = '';
    void take(rows.value.trim() === '' ? null : new File([rows.value], speech.say('rows.name')));
  });

  async function take(file: File | null): Promise<void> {
    source = file;
    endWorker();
    forgetResult();
    form.hidden = true;
    if (!file) return;
    element('end', HTMLElement).hidden = false;
    try {
      const { columns } = await readCsv(fileBytes(file), { name: file.name });
      if (source !== file) return;
      for (const id of columnIds) {
        const none = new Option('', '');
        nameNone(none);
        select(id).replaceChildren(none, ...columns.map((column) => new Option(column, column)));
        select(id).value = guessColumn(id, columns) ?? '';
      }
      form.hidden = false;
      say({ key: 'status.columns', count: ['columns', columns.length] });
    } catch (error) {
      refuse(error);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    forgetResult();
    const file = source;
    if (!file) return;
    const named = personFields.map((field) => [field, select(field).value] as const);
    const task: EncodeTask = {
      file,
      words: words.value,
      organisation: input('organisation').value.trim(),
      project: input('project').value.trim(),
      epoch: input('epoch').value.trim(),
      columns: Object.fromEntries(named.filter(([, column]) => column !== '')),
      recordKey: select('record_key').value || null,
      order: select('order').value as DateOrder,
      profiles: { ...usualProfiles, fieldFilters: input('field_filters').checked },
    };
    if (organisationName.test(task.organisation)) run(task);
    else say({ key: 'status.organisation', isWrong: true });
  });

  element('draw', HTMLButtonElement).addEventListener('click', () => {
    element('drawn', HTMLOutputElement).value = newSecretWords((bytes) =>
      crypto.getRandomValues(new Uint8Array(bytes)),
    );
    element('end', HTMLElement).hidden = false;
  });

  element('forget', HTMLButtonElement).addEventListener('click', () => {
    forgetAll();
    say({ key: 'status.forgotten' });
    input('file').focus();
  });
  // A browser may keep a page that was left, to go back to it.
  document.defaultView?.addEventListener('pagehide', forgetAll);

  function run(task: EncodeTask): void {
    const current = startWorker();
    const { organisation } = task;
    worker = current;
    button.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    say({ key: 'status.encoding' });
    current.onerror = () => {
      endWorker();
      say({ key: 'status.broken', isWrong: true });
    };
    current.onmessage = ({ data }: MessageEvent<FromEncoder>) => {
      if (data.kind === 'progress') {
        bar.value = data.done;
        return;
      }
      endWorker();
      if (data.kind === 'refused') {
        const { problem } = data;
        say(problem ? { key: 'status.refused', problem, isWrong: true } : { key: 'status.broken', isWrong: true });
        return;
      }
      words.value = '';
      saved = URL.createObjectURL(data.encodings);
      save.href = saved;
      save.download = `${organisation}.encodings`;
      shown = { selfTest: data.selfTest, keyCheck: data.keyCheck };
      showReport();
      element('result', HTMLElement).hidden = false;
      say({ key: 'status.done', count: ['records', data.selfTest.records] });
    };
    current.postMessage(task);
  }

  function endWorker(): void {
    if (worker) {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    }
    worker = null;
    button.disabled = false;
    bar.hidden = true;
  }

  function forgetResult(): void {
    if (saved) URL.revokeObjectURL(saved);
    saved = null;
    shown = null;
    save.removeAttribute('href');
    save.removeAttribute('download');
    element('report', HTMLElement).replaceChildren();
    element('result', HTMLElement).hidden = true;
  }

  /** Lets go of everything that came from the file or the form. */
  function forgetAll(): void {
    endWorker();
    forgetResult();
    form.reset();
    words.value = '';
    source = null;
    input('file').value = '';
    rows.value = '';
    for (const id of columnIds) select(id).replaceChildren();
    element('drawn', HTMLOutputElement).value = '';
    form.hidden = true;
    element('end', HTMLElement).hidden = true;
    say(null);
  }

  function showStatus(): void {
    const place = element('status', HTMLElement);
    place.className = status?.isWrong ? 'wrong' : '';
    if (!status) {
      place.replaceChildren();
      return;
    }
    const { key, count, problem } = status;
    place.textContent = speech.say(key, count ? { [count[0]]: speech.count(count[1]) } : {});
    if (!problem) return;
    const reason = document.createElement('span');
    const own = problemText(problem, source?.name ?? '', speech);
    reason.textContent = own ?? problem.message;
    if (own === null) {
      reason.lang = 'en';
      reason.dir = 'ltr';
    }
    place.append(' ', reason);
  }

  function showReport(): void {
    if (!shown) return;
    const rows = selfTestRows(shown.selfTest, shown.keyCheck, speech).map(([name, value]) => {
      const row = document.createElement('tr');
      const head = document.createElement('th');
      head.scope = 'row';
      head.textContent = name;
      const cell = document.createElement('td');
      cell.textContent = value;
      row.append(head, cell);
      return row;
    });
    element('report', HTMLElement).replaceChildren(...rows);
  }
}
