import { createReadStream, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { Refusal } from '@casebridge/refusal';
import { type ByteSource, type ContributorFile, type OpenOptions, openFile, type RawTable } from '../index.ts';

/** A file on disk, as it is opened. Refusal `file-unreadable` where there is none. */
export async function fileAt(path: string): Promise<ContributorFile> {
  const name = basename(path);
  return { name, size: await sizeOf(path, name), bytes: byteSource(path, name), whole: () => readFile(path) };
}

/**
 * Opens a contributor's file as `openFile` does; CSV and JSON lines stream from disk.
 *
 * @throws Refusal where the file cannot be read, is not what it is declared to be, or passes a limit
 */
export async function openTable(path: string, options: OpenOptions = {}): Promise<RawTable> {
  return openFile(await fileAt(path), options);
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

async function sizeOf(path: string, name: string): Promise<number> {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (cause) {
    const reason = isSystemError(cause) ? cause.code : 'unknown reason';
    throw new Refusal('file-unreadable', `${name}: cannot be opened (${reason}); check the path and its rights`, {
      cause,
    });
  }
  if (!found.isFile()) throw new Refusal('file-unreadable', `${name}: is not a file; give the path of one`);
  return found.size;
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && typeof (error as { readonly code?: unknown }).code === 'string';
}
