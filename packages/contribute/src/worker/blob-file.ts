import type { ContributorFile } from '@casebridge/intake';
import { Refusal } from '@casebridge/refusal';

/** A file that was dropped on the page, as intake opens files. It is read in pieces and never copied anywhere. */
export function blobFile(file: Blob, name: string): ContributorFile {
  return {
    name,
    size: file.size,
    bytes: () => chunksOf(file, name),
    whole: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

async function* chunksOf(file: Blob, name: string): AsyncGenerator<Uint8Array> {
  const isPacked = name.toLowerCase().endsWith('.gz');
  const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await next(reader, name);
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>, name: string) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new Refusal('file-unreadable', `${name}: cannot be read; choose the file again`, { cause });
  }
}
