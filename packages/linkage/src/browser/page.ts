/** The page's half: a file, a form, a progress bar and a link to save the result. Nothing is stored or sent. */
import { readCsv } from '@casebridge/intake/csv';
import { Refusal } from '@casebridge/refusal';
import { type DateOrder, organisationName, personFields, type SelfTest, usualProfiles } from '../index.ts';
import { fileBytes } from './file-bytes.ts';
import { guessColumn } from './guess-column.ts';
import type { EncodeTask, FromEncoder } from './messages.ts';

/** Starts the page. @param startWorker opens a worker that runs `serveEncoding` */
export function startPage(document: Document, startWorker: () => Worker): void {
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
  const status = element('status', HTMLElement);
  const result = element('result', HTMLElement);
  const columnIds = [...personFields, 'record_key'] as const;
  let saved: string | null = null;

  const say = (text: string, wrong = false) => {
    status.textContent = text;
    status.className = wrong ? 'wrong' : '';
  };
  const forgetResult = () => {
    if (saved) URL.revokeObjectURL(saved);
    saved = null;
    result.hidden = true;
  };

  input('file').addEventListener('change', async () => {
    forgetResult();
    form.hidden = true;
    const file = input('file').files?.[0];
    if (!file) return;
    try {
      const { columns } = await readCsv(fileBytes(file), { name: file.name });
      for (const id of columnIds) {
        const options = ['', ...columns].map((column) => new Option(column === '' ? '(none)' : column, column));
        select(id).replaceChildren(...options);
        select(id).value = guessColumn(id, columns) ?? '';
      }
      form.hidden = false;
      say(`${columns.length} columns found. Say what they are, then encode.`);
    } catch (error) {
      say(error instanceof Refusal ? error.message : 'The file could not be read.', true);
    }
  });

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    forgetResult();
    const file = input('file').files?.[0];
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
    if (!organisationName.test(task.organisation)) {
      say('The organisation is written in lower-case letters, digits and hyphens.', true);
      return;
    }
    run(task);
  });

  function run(task: EncodeTask): void {
    const worker = startWorker();
    const button = element('encode', HTMLButtonElement);
    button.disabled = true;
    bar.hidden = false;
    bar.value = 0;
    say('Encoding …');
    const end = () => {
      worker.terminate();
      button.disabled = false;
      bar.hidden = true;
    };
    worker.onerror = () => {
      end();
      say('The page’s worker broke down.', true);
    };
    worker.onmessage = ({ data }: MessageEvent<FromEncoder>) => {
      if (data.kind === 'progress') {
        bar.value = data.done;
        return;
      }
      end();
      if (data.kind === 'refused') {
        say(data.message, true);
        return;
      }
      words.value = '';
      say(`${data.selfTest.records} records are encoded. Look at the table, then save.`);
      showResult(task, data);
    };
    worker.postMessage(task);
  }

  function showResult(task: EncodeTask, { encodings, keyCheck, selfTest }: FromEncoder & { kind: 'done' }): void {
    saved = URL.createObjectURL(encodings);
    const link = element('save', HTMLAnchorElement);
    link.href = saved;
    link.download = `${task.organisation}.encodings`;
    element('report', HTMLElement).replaceChildren(
      ...selfTestRows(selfTest, keyCheck).map(([name, value]) => {
        const row = document.createElement('tr');
        const head = document.createElement('th');
        head.scope = 'row';
        head.textContent = name;
        const cell = document.createElement('td');
        cell.textContent = value;
        row.append(head, cell);
        return row;
      }),
    );
    result.hidden = false;
  }
}

function selfTestRows(
  { records, classes, placeholderShare, unreadableBirths, weight, duplicates }: SelfTest,
  keyCheck: string,
): readonly (readonly [string, string])[] {
  return [
    ['Records', String(records)],
    ['Names, full date of birth and sex', String(classes.complete)],
    ['Names, year of birth or date without sex', String(classes.yearOnly)],
    ['Names only', String(classes.namesOnly)],
    ['One name and some date', String(classes.oneName)],
    ['Too little to link by', String(classes.tooLittle)],
    ['1 January as date of birth', `${(100 * placeholderShare).toFixed(1)} %`],
    ['Dates that cannot be read', String(unreadableBirths)],
    ['Records that equal an earlier one', String(duplicates)],
    ...(weight ? [['Set bits of a filter', `${weight.mean.toFixed(0)} ± ${weight.spread.toFixed(0)}`] as const] : []),
    ['Key check, the same for all contributors', keyCheck],
  ];
}
