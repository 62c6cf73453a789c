import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Refusal } from '@casebridge/refusal';
import { everywhere } from './headers.ts';
import { answerTo } from './negotiate.ts';
import { encode, type Route, readRoutes } from './routes.ts';

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen on; only this machine when absent. */
  readonly host?: string;
}

/** A running server. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a baked site from memory: GET and HEAD only, an exact address or nothing, compressed once. It keeps no log.
 * Refusals: a folder that is no site, a port that is taken.
 */
export async function serveSite(dir: string, { port, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const routes = await readRoutes(dir);
  const server = createServer(
    { maxHeaderSize: 8192, headersTimeout: 5000, requestTimeout: 10_000, keepAliveTimeout: 15_000 },
    (request, response) => {
      answer(request, response, routes).catch(() => {
        if (!response.headersSent) response.writeHead(500, { ...everywhere });
        response.end();
      });
    },
  );
  server.maxHeadersCount = 64;
  server.maxConnections = 5000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
          ? new Refusal('serve-port', `Port ${port} on ${host} cannot be used. Name another with --port.`, { cause })
          : cause,
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${own}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  routes: ReadonlyMap<string, Route>,
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const reply = answerTo({ method, url, headers }, routes);
  const { route, encoding = 'identity', range } = reply;
  const all: Record<string, string> = { ...everywhere, ...reply.headers };
  if (!route) {
    if (reply.status !== 304) all['content-length'] = '0';
    response.writeHead(reply.status, all);
    response.end();
    return;
  }
  if (route.bytes === null) {
    response.writeHead(reply.status, all);
    if (method === 'HEAD') response.end();
    else stream(route.file, range, response);
    return;
  }
  const bytes = await encode(route, encoding);
  const part = range ? bytes.subarray(range[0], range[1] + 1) : bytes;
  all['content-length'] = String(part.length);
  response.writeHead(reply.status, all);
  response.end(method === 'HEAD' ? undefined : part);
}

function stream(file: string, range: readonly [number, number] | undefined, response: ServerResponse): void {
  const source = createReadStream(file, range ? { start: range[0], end: range[1] } : {});
  source.on('error', () => response.destroy());
  response.on('close', () => source.destroy());
  source.pipe(response);
}
