import { contentSecurityPolicy, framable, pocketed, pocketPolicy, unconnected } from './policy.ts';

const off = [
  'accelerometer',
  'ambient-light-sensor',
  'autoplay',
  'battery',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Headers of every answer, whatever it is. */
export const everywhere: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy('header'),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': off.map((feature) => `${feature}=()`).join(', '),
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  md: 'text/markdown; charset=utf-8',
  xml: 'application/xml',
  atom: 'application/atom+xml; charset=utf-8',
  ttl: 'text/turtle; charset=utf-8',
  jsonld: 'application/ld+json',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  cff: 'application/yaml; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  sps: 'text/plain; charset=utf-8',
  do: 'text/plain; charset=utf-8',
  py: 'text/plain; charset=utf-8',
  R: 'text/plain; charset=utf-8',
  pdf: 'application/pdf',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The media type of a file by the end of its name. */
export function typeOf(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

// Data files beside the pages, for programs of other sites to read.
const openData =
  /(^data\/|^clients\/|^openapi\.json$|^[a-z-]+\/(figures|places|report|data)(\/|\.).*(csv|json|md|svg|png|bib|ris|cff)$)/i;

/** How long a file may be kept, and who may read it, by its path in the site. */
export function policyOf(path: string): Readonly<Record<string, string>> {
  const forever = { 'cache-control': 'public, max-age=31536000, immutable' };
  if (path.startsWith('r/')) {
    return { ...forever, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  }
  if (pocketed.test(path)) {
    return {
      'content-security-policy': pocketPolicy('header'),
      'cache-control': 'no-cache',
      'cross-origin-resource-policy': 'same-origin',
    };
  }
  if (framable.test(path)) {
    return {
      'content-security-policy': contentSecurityPolicy('framed'),
      'cache-control': 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
    };
  }
  if (openData.test(path)) {
    return {
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    };
  }
  const own = {
    'cross-origin-resource-policy': 'same-origin',
    ...(unconnected.test(path)
      ? { 'content-security-policy': contentSecurityPolicy('header', { connects: false }) }
      : {}),
  };
  if (path.startsWith('assets/')) return { ...forever, ...own };
  if (path === 'latest.json') return { 'cache-control': 'public, max-age=60, stale-while-revalidate=600', ...own };
  return { 'cache-control': 'no-cache', ...own };
}
