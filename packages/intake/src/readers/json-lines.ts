import { Refusal } from '@casebridge/refusal';
import type { Finding } from '@casebridge/standard';
import type { RawTable } from '../table.ts';
import { foldedText, headerOf } from './header.ts';
import { type JsonProblem, type JsonValue, parseJsonObject } from './json-text.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { type TextRow, textTable } from './text-table.ts';
import { type ByteSource, utf8Chunks } from './utf8.ts';

export interface JsonLinesOptions {
  readonly name: string;
  readonly encoding?: string;
  /** Columns whose values may be arrays, and the separator that joins their items into one cell. */
  readonly lists?: Readonly<Record<string, string>>;
  readonly limits?: ReadLimits;
}

/**
 * Reads JSON lines: one object a line, flat but for declared lists. The columns are all keys of the file, in order of
 * appearance; the file is read twice. A line that is not such an object is a finding F01 with its number.
 *
 * @throws Refusal as `utf8Chunks`, where no line is an object, or where a limit is passed
 */
export async function readJsonLines(source: ByteSource, options: JsonLinesOptions): Promise<RawTable> {
  const limits = options.limits ?? defaultLimits;
  const { name } = options;
  const lists = new Map(Object.entries(options.lists ?? {}));
  const encoding = options.encoding ?? 'utf-8';
  const lines = (): AsyncIterable<Line> =>
    linesOf(utf8Chunks(source, { name, encoding, maxBytes: limits.maxBytes }), name, limits);

  const keys = new Set<string>();
  for await (const line of lines()) {
    const parsed = parseJsonObject(line.text, limits.maxJsonDepth);
    if ('entries' in parsed) for (const key of parsed.entries.keys()) keys.add(key);
    if (keys.size > limits.maxColumns)
      throw new Refusal('header', `${name}: more than ${limits.maxColumns} different keys; check that keys are names`);
  }
  if (keys.size === 0) throw new Refusal('header', `${name}: no line is a JSON object with keys; is it JSON lines?`);
  const raw = [...keys];
  const header = headerOf(raw, { name, row: 1, limits });
  const names = new Map(raw.map((key, at) => [key, at] as const));

  async function* rows(): AsyncGenerator<TextRow> {
    let kept = 0;
    for await (const line of lines()) {
      const parsed = parseJsonObject(line.text, limits.maxJsonDepth);
      const row = 'entries' in parsed ? cellsOf(parsed.entries, names, lists) : parsed.problem;
      if (typeof row === 'string') yield { finding: faulty(line.number, row) };
      else if (++kept > limits.maxRows)
        throw new Refusal(
          'too-many-rows',
          `${name}: more than ${limits.maxRows} lines; split it and give the parts together`,
        );
      else yield { row: line.number, cells: row };
    }
  }
  return textTable(header, rows, { name, format: 'jsonl', encoding });
}

type LineProblem = JsonProblem | 'nested_value' | 'separator_in_list';

function cellsOf(
  entries: ReadonlyMap<string, JsonValue>,
  names: ReadonlyMap<string, number>,
  lists: ReadonlyMap<string, string>,
): readonly string[] | LineProblem {
  const cells = new Array<string>(names.size).fill('');
  for (const [key, value] of entries) {
    const cell = value.kind === 'text' ? value.text : joinedList(value, lists.get(foldedText(key)));
    if (cell === null) return 'nested_value';
    if (cell === undefined) return 'separator_in_list';
    cells[names.get(key) as number] = cell;
  }
  return cells;
}

/** Null: not a declared list of texts; undefined: an item holds the separator. */
function joinedList(value: JsonValue, separator: string | undefined): string | null | undefined {
  if (value.kind !== 'list' || separator === undefined) return null;
  const texts: string[] = [];
  for (const item of value.items) {
    if (item.kind !== 'text') return null;
    if (item.text.includes(separator)) return undefined;
    texts.push(item.text);
  }
  return texts.join(separator);
}

function faulty(row: number, problem: LineProblem): Finding {
  return { code: 'F01', severity: 'stop', row, variable: null, args: { problem, cells: 0, columns: 0 } };
}

interface Line {
  readonly number: number;
  readonly text: string;
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>, name: string, limits: ReadLimits): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pending = '';
  let number = 0;
  for await (const chunk of chunks) {
    pending += decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n', start)) {
      number++;
      const text = pending.slice(start, end);
      start = end + 1;
      if (text.trim() !== '') yield { number, text };
    }
    pending = pending.slice(start);
    if (pending.length > limits.maxRowBytes)
      throw new Refusal('row-too-long', `${name}: line ${number + 1} is longer than ${limits.maxRowBytes} characters`);
  }
  if (pending.trim() !== '') yield { number: number + 1, text: pending };
}
