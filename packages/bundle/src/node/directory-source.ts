import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import type { FileSource } from '../ports.ts';
import { isCode } from './folder-files.ts';
import { nodeDigest } from './node-digest.ts';

/** A bundle in a folder. Links and special files are refused: a bundle has plain files only. */
export function directorySource(dir: string): FileSource {
  return {
    digest: nodeDigest,
    async list() {
      return (await below(dir, '')).sort();
    },
    async read(path) {
      try {
        return new Uint8Array(await readFile(join(dir, ...path.split('/'))));
      } catch (cause) {
        throw unreadable(`${dir}${sep}${path}`, cause);
      }
    },
  };
}

async function below(dir: string, prefix: string): Promise<string[]> {
  const entries = await readdir(join(dir, prefix), { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(join(dir, prefix), cause);
  });
  const found: string[] = [];
  for (const entry of entries) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await below(dir, path)));
    else if (entry.isFile()) found.push(path);
    else throw new Refusal('bundle-special-file', `${path} is not a plain file; remove it or fetch the bundle again`);
  }
  return found;
}

function unreadable(path: string, cause: unknown): Refusal {
  const why = isCode(cause, 'ENOENT') ? 'there is no such file or folder' : 'it cannot be read';
  return new Refusal('bundle-unreadable', `${path}: ${why}; check the path`, { cause });
}
