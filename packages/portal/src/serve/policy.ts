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

/**
 * What a page of the portal may load and run: nothing that is not its own.
 *
 * @param place a `meta` element cannot carry `frame-ancestors`; the header has all, and `framed` allows any site to frame the page
 */
export function contentSecurityPolicy(place: 'header' | 'meta' | 'framed'): string {
  const kept = directives.filter((each) => place === 'header' || !each.startsWith('frame-ancestors'));
  return [...kept, ...(place === 'framed' ? ['frame-ancestors *'] : [])].join('; ');
}
