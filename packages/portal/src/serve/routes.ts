import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Refusal } from '@casebridge/refusal';
import { policyOf, typeOf } from './headers.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One address of the site. Files up to a megabyte are kept in memory, larger ones are read when asked for. */
export interface Route {
  readonly file: string;
  readonly size: number;
  /** SHA-256 of the file, hex: the heart of its strong ETags. */
  readonly hash: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly compresses: boolean;
  readonly bytes: Uint8Array | null;
  /** Encoded forms made so far. */
  readonly encoded: Map<Encoding, Promise<Uint8Array>>;
}

const inMemory = 1_000_000;
const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Every address of a baked site. Refusal where the folder is not one. */
export async function readRoutes(dir: string): Promise<ReadonlyMap<string, Route>> {
  const files = await filesBelow(dir, '');
  if (!files.includes('index.html') || !files.includes('latest.json')) {
    throw new Refusal('serve-not-a-site', `${dir}: not a baked site. Make one with casebridge publish.`);
  }
  const routes = new Map<string, Route>();
  for (const path of files) {
    const route = await readRoute(dir, path);
    routes.set(`/${path}`, route);
    if (path === 'index.html') routes.set('/', route);
    else if (path.endsWith('/index.html')) routes.set(`/${path.slice(0, -'index.html'.length)}`, route);
  }
  // What every first visit needs is ready before the first visitor.
  await Promise.all(
    [...routes].filter(([path]) => path.startsWith('/assets/')).map(([, route]) => encode(route, 'br', 11)),
  );
  return routes;
}

async function readRoute(dir: string, path: string): Promise<Route> {
  const file = join(dir, ...path.split('/'));
  const { size } = await stat(file);
  const bytes = size <= inMemory ? new Uint8Array(await readFile(file)) : null;
  const type = typeOf(path);
  return {
    file,
    size,
    hash: bytes ? createHash('sha256').update(bytes).digest('hex') : await hashOf(file),
    headers: { 'content-type': type, ...policyOf(path) },
    compresses: bytes !== null && size > 400 && /^(?:text|application\/(?:json|x-ndjson)|image\/svg)/.test(type),
    bytes,
    encoded: new Map(),
  };
}

/** The bytes of a route in an encoding, compressed once and kept. */
export function encode(route: Route, encoding: Encoding, quality = 5): Promise<Uint8Array> {
  const known = route.encoded.get(encoding);
  if (known) return known;
  const bytes = route.bytes ?? new Uint8Array();
  const made =
    encoding === 'br'
      ? brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : encoding === 'gzip'
        ? gzipped(bytes, { level: 6 })
        : Promise.resolve(bytes);
  route.encoded.set(encoding, made);
  return made;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(file)) hash.update(block as Uint8Array);
  return hash.digest('hex');
}

async function filesBelow(dir: string, below: string): Promise<string[]> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(join(dir, below), { withFileTypes: true });
  } catch (cause) {
    throw new Refusal('serve-unreadable', `${dir}: cannot be read. Name the folder of a baked site.`, { cause });
  }
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(dir, path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat().sort();
}
