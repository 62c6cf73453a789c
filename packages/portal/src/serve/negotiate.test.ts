import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, tagOf } from './negotiate.ts';
import type { Route } from './routes.ts';

function route(size: number, options: Partial<Route> = {}): Route {
  return {
    file: '/site/file',
    size,
    hash: 'a'.repeat(64),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    compresses: true,
    bytes: new Uint8Array(size),
    encoded: new Map(),
    ...options,
  };
}

const page = route(1000);
const missing = route(50);
const routes = new Map<string, Route>([
  ['/', page],
  ['/en/', page],
  ['/en/404.html', missing],
  ['/404.html', missing],
]);
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  answerTo({ method, url, headers }, routes);

describe('answerTo', () => {
  it('answers exact addresses only', () => {
    expect(ask('/en/').status).toBe(200);
    expect(ask('/en/?v=purpose').status).toBe(200);
    expect(ask('/en/../en/')).toMatchObject({ status: 404, route: missing });
    expect(ask('/%00')).toMatchObject({ status: 400 });
    expect(ask('/%zz')).toMatchObject({ status: 400 });
  });

  it('sends a reader without the closing slash to the address with it, keeping the query', () => {
    expect(ask('/en?a=b')).toMatchObject({ status: 308, headers: { location: '/en/?a=b' } });
  });

  it('takes GET and HEAD and no body', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) expect(ask('/', {}, method).status).toBe(405);
    expect(ask('/', {}, 'HEAD').status).toBe(200);
    expect(ask('/', { 'content-length': '3' }).status).toBe(413);
    expect(ask('/', { 'transfer-encoding': 'chunked' }).status).toBe(413);
    expect(ask(`/${'x'.repeat(3000)}`).status).toBe(414);
  });

  it('prefers brotli, then gzip, and honours a refusal', () => {
    expect(ask('/', { 'accept-encoding': 'gzip, deflate, br' }).encoding).toBe('br');
    expect(ask('/', { 'accept-encoding': 'gzip, br;q=0' }).encoding).toBe('gzip');
    expect(ask('/', { 'accept-encoding': '*' }).encoding).toBe('br');
    expect(ask('/').encoding).toBe('identity');
    expect(ask('/', { 'accept-encoding': 'br' }).headers).toMatchObject({ vary: 'accept-encoding' });
  });

  it('answers 304 to its own strong tags, whatever the encoding', () => {
    const { headers } = ask('/', { 'accept-encoding': 'br' });
    expect(headers.etag).toMatch(/^"[0-9a-f]{32}-br"$/);
    expect(ask('/', { 'if-none-match': headers.etag as string, 'accept-encoding': 'br' }).status).toBe(304);
    expect(ask('/', { 'if-none-match': `W/${tagOf(page, 'identity')}, "other"` }).status).toBe(304);
    expect(ask('/', { 'if-none-match': '"other"' }).status).toBe(200);
  });

  it('gives single ranges of the identity form', () => {
    const asked = ask('/', { range: 'bytes=10-19', 'accept-encoding': 'br' });
    expect(asked).toMatchObject({ status: 206, encoding: 'identity', range: [10, 19] });
    expect(asked.headers).toMatchObject({ 'content-range': 'bytes 10-19/1000', 'content-length': '10' });
    expect(ask('/', { range: 'bytes=990-' }).range).toEqual([990, 999]);
    expect(ask('/', { range: 'bytes=-5' }).range).toEqual([995, 999]);
    expect(ask('/', { range: 'bytes=0-5,10-12' }).status).toBe(200);
    expect(ask('/', { range: 'bytes=5-2' }).status).toBe(200);
    expect(ask('/', { range: 'bytes=1000-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */1000' },
    });
    expect(ask('/', { range: 'bytes=1-2', 'if-range': '"old"' }).status).toBe(200);
    expect(ask('/', { range: 'bytes=1-2', 'if-range': tagOf(page, 'identity') }).status).toBe(206);
  });

  it('keeps any range inside the file', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(6000), fc.option(fc.nat(6000)), (size, first, last) => {
        const only = new Map([['/', route(size)]]);
        const answer = answerTo({ method: 'GET', url: '/', headers: { range: `bytes=${first}-${last ?? ''}` } }, only);
        if (answer.status !== 206) return [200, 416].includes(answer.status);
        const [from, to] = answer.range as readonly [number, number];
        return from === first && from <= to && to < size;
      }),
    );
  });
});
