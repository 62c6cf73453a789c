import { Refusal } from '@casebridge/refusal';
import type { SourceOptions } from '../mapping/mapping.ts';
import type { RawTable } from '../table.ts';
import { readCsv } from './csv.ts';
import { readJsonLines } from './json-lines.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import type { ByteSource } from './utf8.ts';
import { readXlsForm } from './xlsform.ts';
import { readXlsx } from './xlsx.ts';

/** A contributor's file, wherever it lies: on a disk or in a page. */
export interface ContributorFile {
  /** Its name without folders; the format is taken from its ending. */
  readonly name: string;
  /** Size in bytes as it is stored. */
  readonly size: number;
  /** Its bytes from the beginning, inflated where the name ends in `.gz`; called once per reading. */
  readonly bytes: ByteSource;
  /** The whole file, for formats that cannot be streamed. */
  readonly whole: () => Promise<Uint8Array>;
}

export type OpenOptions = Partial<SourceOptions> & { readonly limits?: ReadLimits };

/**
 * Opens a contributor's file: CSV (also `.gz`), XLSX, JSON lines, or a survey export (`format: xlsform`) in CSV or XLSX.
 * The format is taken from the file's name where it is not declared. CSV and JSON lines stream.
 *
 * @throws Refusal where the file cannot be read, is not what it is declared to be, or passes a limit
 */
export async function openFile(file: ContributorFile, options: OpenOptions = {}): Promise<RawTable> {
  const { name } = file;
  const limits = options.limits ?? defaultLimits;
  const kind = kindOf(name, options.format ?? null);
  const common = {
    name,
    limits,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.headerRow === undefined ? {} : { headerRow: options.headerRow }),
  };
  const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
  let table: RawTable;
  if (kind === 'xlsx') table = await readXlsx(await wholeFile(file, limits), { ...common, ...sheet });
  else if (kind === 'jsonl') table = await readJsonLines(file.bytes, { ...common, lists: options.lists ?? {} });
  else table = await readCsv(file.bytes, { ...common, delimiter: options.delimiter ?? null });
  return options.format === 'xlsform' ? readXlsForm(table) : table;
}

function kindOf(name: string, format: SourceOptions['format']): 'csv' | 'xlsx' | 'jsonl' {
  const lower = name.toLowerCase().replace(/\.gz$/u, '');
  const byName =
    lower.endsWith('.xlsx') || lower.endsWith('.xlsm')
      ? 'xlsx'
      : /\.(?:jsonl|ndjson|json)$/u.test(lower)
        ? 'jsonl'
        : 'csv';
  return format === null || format === 'xlsform' ? byName : format;
}

async function wholeFile({ name, size, whole }: ContributorFile, limits: ReadLimits): Promise<Uint8Array> {
  if (size > limits.archive.maxCompressedBytes)
    throw new Refusal(
      'file-too-large',
      `${name}: larger than ${limits.archive.maxCompressedBytes} bytes; save it as CSV or split it`,
    );
  return whole();
}
