const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

/** Documents that carry their style inside, and nothing else. */
export const pocketed = /^pocket\//;

/** What such a document may do: look as it does; no script, no request, no frame. */
export function pocketPolicy(place: 'header' | 'meta'): string {
  const kept = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return [...kept, ...(place === 'header' ? ["frame-ancestors 'none'"] : [])].join('; ');
}

/** Pages that any site may frame: small, without forms, keys or anything that a click could do on a reader's behalf. */
export const framable = /^embed\//;

/** Pages to which visitors bring files of their own, and the workers that read these: they may connect to nothing. */
export const unconnected = /^([a-z]{2,3}(-[a-z0-9]+)*\/)?contribute\/|^assets\/contribute-worker/i;

// The page's worker is started from a blob, so that it is under the page's own policy wherever the site is served from; the
// script it imports counts as a worker too.
const unconnectedDirectives: Readonly<Record<string, string>> = {
  "connect-src 'self'": "connect-src 'none'",
  "worker-src 'self'": "worker-src 'self' blob:",
  "manifest-src 'self'": "manifest-src 'none'",
};

/**
 * What a page of the portal may load and run: nothing that is not its own.
 *
 * @param place a `meta` element cannot carry `frame-ancestors`; the header has all, and `framed` allows any site to frame the page
 * @param options.connects false for pages whose scripts may connect to nothing
 */
export function contentSecurityPolicy(
  place: 'header' | 'meta' | 'framed',
  { connects = true }: { readonly connects?: boolean } = {},
): string {
  const kept = directives
    .filter((each) => place === 'header' || !each.startsWith('frame-ancestors'))
    .map((each) => (connects ? each : (unconnectedDirectives[each] ?? each)));
  return [...kept, ...(place === 'framed' ? ['frame-ancestors *'] : [])].join('; ');
}
