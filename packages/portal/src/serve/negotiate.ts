import type { Encoding, Route } from './routes.ts';

/** What of a request decides the answer. Header names in lower case. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What to send: a status, headers, and which bytes in which encoding, if any. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly route?: Route;
  readonly encoding?: Encoding;
  /** First and last byte of the identity form. */
  readonly range?: readonly [number, number];
}

const longestUrl = 2048;

/** Decides the answer to a request: exact addresses, GET and HEAD, validators, encodings, single ranges. */
export function answerTo(asked: Asked, routes: ReadonlyMap<string, Route>): Answer {
  const { method, url, headers } = asked;
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, headers: { allow: 'GET, HEAD' } };
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0) {
    return { status: 413, headers: { connection: 'close' } };
  }
  if (url.length > longestUrl) return { status: 414, headers: { connection: 'close' } };
  const path = pathOf(url);
  if (path === null) return { status: 400, headers: {} };
  const route = routes.get(path);
  if (!route) return withoutRoute(path, url, asked, routes);
  return answerWith(route, asked, 200);
}

function withoutRoute(path: string, url: string, asked: Asked, routes: ReadonlyMap<string, Route>): Answer {
  if (routes.has(`${path}/`)) {
    const query = url.indexOf('?');
    const location = `${encodeURI(path)}/${query < 0 ? '' : url.slice(query)}`;
    return { status: 308, headers: { location, 'cache-control': 'no-cache' } };
  }
  const page = routes.get(`/${path.split('/')[1]}/404.html`) ?? routes.get('/404.html');
  return page
    ? answerWith(page, { ...asked, headers: onlyEncoding(asked.headers) }, 404)
    : { status: 404, headers: {} };
}

function onlyEncoding({ 'accept-encoding': accepted }: Asked['headers']): Asked['headers'] {
  return { 'accept-encoding': accepted };
}

function answerWith(route: Route, { method, headers }: Asked, status: number): Answer {
  const range = status === 200 && method === 'GET' ? rangeOf(route, headers) : null;
  if (matches(route, headers['if-none-match'])) {
    const encoding = encodingFor(route, headers['accept-encoding']);
    return { status: 304, headers: { ...route.headers, ...vary(route), etag: tagOf(route, encoding) } };
  }
  if (range === 'unsatisfiable') {
    return { status: 416, headers: { ...route.headers, 'content-range': `bytes */${route.size}` } };
  }
  const shared = { ...route.headers, ...vary(route), 'accept-ranges': 'bytes' };
  if (range) {
    const [first, last] = range;
    return {
      status: 206,
      route,
      encoding: 'identity',
      range,
      headers: {
        ...shared,
        etag: tagOf(route, 'identity'),
        'content-range': `bytes ${first}-${last}/${route.size}`,
        'content-length': String(last - first + 1),
      },
    };
  }
  const encoding = encodingFor(route, headers['accept-encoding']);
  return {
    status,
    route,
    encoding,
    headers: {
      ...shared,
      etag: tagOf(route, encoding),
      ...(encoding === 'identity' ? { 'content-length': String(route.size) } : { 'content-encoding': encoding }),
    },
  };
}

function vary({ compresses }: Route): Readonly<Record<string, string>> {
  return compresses ? { vary: 'accept-encoding' } : {};
}

/** A strong validator: each encoding has its own, since its bytes differ. */
export function tagOf({ hash }: Route, encoding: Encoding): string {
  return `"${hash.slice(0, 32)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
}

function matches(route: Route, header: string | readonly string[] | undefined): boolean {
  if (header === undefined) return false;
  const tags = String(header)
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some(
    (tag) => tag === '*' || (['identity', 'br', 'gzip'] as const).some((each) => tag === tagOf(route, each)),
  );
}

/** The best encoding a client takes: br, then gzip, then none. */
function encodingFor(route: Route, header: string | readonly string[] | undefined): Encoding {
  if (!route.compresses || header === undefined) return 'identity';
  const refused = new Set<string>();
  const accepted = new Set<string>();
  for (const part of String(header).split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const weight = parameters.find((each) => each.startsWith('q='));
    (weight !== undefined && Number(weight.slice(2)) === 0 ? refused : accepted).add(name);
  }
  const takes = (encoding: string) => accepted.has(encoding) || (accepted.has('*') && !refused.has(encoding));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

/** One satisfiable byte range, `unsatisfiable`, or null where the whole is to be sent. */
function rangeOf(route: Route, headers: Asked['headers']): readonly [number, number] | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(String(headers.range ?? ''));
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const condition = headers['if-range'];
  if (condition !== undefined && String(condition) !== tagOf(route, 'identity')) return null;
  const [, from = '', to = ''] = match;
  if (from === '') {
    const length = Math.min(Number(to), route.size);
    return length === 0 ? 'unsatisfiable' : [route.size - length, route.size - 1];
  }
  const first = Number(from);
  const last = to === '' ? route.size - 1 : Math.min(Number(to), route.size - 1);
  if (to !== '' && Number(to) < first) return null;
  return first >= route.size ? 'unsatisfiable' : [first, last];
}

function pathOf(url: string): string | null {
  const [raw = ''] = url.split('?');
  try {
    const path = decodeURIComponent(raw);
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}
