import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Refusal } from '@casebridge/refusal';
import {
  type ByteSource,
  defaultLimits,
  type RawTable,
  type ReadLimits,
  readCsv,
  readJsonLines,
  readXlsForm,
  readXlsx,
  type SourceOptions,
} from '../index.ts';

export type OpenOptions = Partial<SourceOptions> & { readonly limits?: ReadLimits };

/**
 * Opens a contributor's file: CSV (also `.gz`), XLSX, JSON lines, or a survey export (`format: xlsform`) in CSV or XLSX.
 * The format is taken from the file's name where it is not declared. CSV and JSON lines stream from disk.
 *
 * @throws Refusal where the file cannot be read, is not what it is declared to be, or passes a limit
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<RawTable> {
  const name = basename(path);
  const limits = options.limits ?? defaultLimits;
  await mustBeFile(path, name);
  const kind = kindOf(name, options.format ?? null);
  const source = byteSource(path, name);
  const common = {
    name,
    limits,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.headerRow === undefined ? {} : { headerRow: options.headerRow }),
  };
  const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
  const isSurvey = options.format === 'xlsform';
  let table: RawTable;
  if (kind === 'xlsx') table = await readXlsx(await wholeFile(path, name, limits), { ...common, ...sheet });
  else if (kind === 'jsonl') table = await readJsonLines(source, { ...common, lists: options.lists ?? {} });
  else table = await readCsv(source, { ...common, delimiter: options.delimiter ?? null });
  return isSurvey ? readXlsForm(table) : table;
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

function byteSource(path: string, name: string): ByteSource {
  return async function* () {
    const file = createReadStream(path, { highWaterMark: 1024 * 1024 });
    const stream = path.toLowerCase().endsWith('.gz') ? file.pipe(createGunzip({ chunkSize: 256 * 1024 })) : file;
    file.on('error', (error) => stream.destroy(error));
    try {
      for await (const chunk of stream) yield chunk as Uint8Array;
    } catch (cause) {
      if (cause instanceof Refusal || !isSystemError(cause)) throw cause;
      throw new Refusal('file-unreadable', `${name}: cannot be read (${cause.code}); check the file and its rights`, {
        cause,
      });
    } finally {
      file.destroy();
    }
  };
}

async function wholeFile(path: string, name: string, limits: ReadLimits): Promise<Uint8Array> {
  const { size } = await stat(path);
  if (size > limits.archive.maxCompressedBytes)
    throw new Refusal(
      'file-too-large',
      `${name}: larger than ${limits.archive.maxCompressedBytes} bytes; save it as CSV or split it`,
    );
  return readFile(path);
}

async function mustBeFile(path: string, name: string): Promise<void> {
  let isFile: boolean;
  try {
    isFile = (await stat(path)).isFile();
  } catch (cause) {
    const reason = isSystemError(cause) ? cause.code : 'unknown reason';
    throw new Refusal('file-unreadable', `${name}: cannot be opened (${reason}); check the path and its rights`, {
      cause,
    });
  }
  if (!isFile) throw new Refusal('file-unreadable', `${name}: is not a file; give the path of one`);
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && typeof (error as { readonly code?: unknown }).code === 'string';
}
