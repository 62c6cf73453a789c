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

/**
 * What a page of the portal may load and run: nothing that is not its own.
 *
 * @param place a `meta` element cannot carry `frame-ancestors`; the header has all
 */
export function contentSecurityPolicy(place: 'header' | 'meta'): string {
  return directives.filter((each) => place === 'header' || !each.startsWith('frame-ancestors')).join('; ');
}
