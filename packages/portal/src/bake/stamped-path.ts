import { createHash } from 'node:crypto';

/** The path with `*` replaced by a hash of the content, so that other content never has the same address. */
export function stampedPath(path: string, content: string | Uint8Array): string {
  if (!path.includes('*')) return path;
  return path.replace('*', createHash('sha256').update(content).digest('hex').slice(0, 16));
}
