/** The worker's half of the page: reads the file, encodes it, and gives the result back as a blob. */
import { readCsv } from '@casebridge/intake/csv';
import { Refusal } from '@casebridge/refusal';
import {
  encodingLines,
  keyCheck,
  type PersonField,
  personFields,
  type RawPerson,
  rowEncoder,
  secretFromWords,
} from '../index.ts';
import { fileBytes } from './file-bytes.ts';
import { type EncodeTask, type FromEncoder, problemOf } from './messages.ts';

/** Listens for tasks. @param scope the worker's own global scope */
export function serveEncoding(scope: {
  onmessage: ((event: MessageEvent<EncodeTask>) => void) | null;
  postMessage(message: FromEncoder): void;
}): void {
  scope.onmessage = ({ data }) => {
    encode(data, (done) => scope.postMessage({ kind: 'progress', done }))
      .catch((error: unknown): FromEncoder => {
        // Whatever else goes wrong is told without its message, which might repeat a cell.
        return { kind: 'refused', problem: error instanceof Refusal ? problemOf(error) : null };
      })
      .then((answer) => scope.postMessage(answer));
  };
}

async function encode(task: EncodeTask, onProgress: (done: number) => void): Promise<FromEncoder> {
  const { file, words, organisation, project, epoch, recordKey, columns, order, profiles } = task;
  const secret = secretFromWords(words);
  const header = { organisation, project, epoch, keyCheck: keyCheck(secret, { project, epoch }), profiles };
  const key = recordKey === null ? [] : [recordKey];
  const encoder = rowEncoder(secret, header, { name: file.name, order, columns, recordKey: key });
  const given = personFields.flatMap((field): { field: PersonField; column: string }[] => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column }];
  });
  const wanted = [...given.map(({ column }) => column), ...key];
  const table = (
    await readCsv(
      fileBytes(file, (bytes) => onProgress(bytes / Math.max(1, file.size))),
      { name: file.name },
    )
  ).select(wanted);
  const records = [];
  for await (const block of table.rows) {
    const [finding] = block.findings;
    if (finding)
      throw new Refusal('linkage-rows', `${file.name}, row ${finding.row ?? '?'}: the row is broken; mend the file.`, {
        args: { row: finding.row ?? 0 },
      });
    const cell = (column: string, at: number): string => {
      const own = block.columns[table.columns.indexOf(column)];
      return own?.dictionary[own.codes[at] as number] ?? '';
    };
    for (let at = 0; at < block.rows; at++) {
      const raw: RawPerson = Object.fromEntries(given.map(({ field, column }) => [field, cell(column, at)]));
      const cells = key.map((column) => cell(column, at));
      records.push(encoder.encode({ row: block.sourceRows[at] as number, key: cells, raw }));
    }
  }
  const selfTest = encoder.finish();
  const encodings = new Blob([...encodingLines(header, records)], { type: 'application/jsonl' });
  return { kind: 'done', encodings, keyCheck: header.keyCheck, selfTest };
}
