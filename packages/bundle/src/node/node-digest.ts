import { createHash } from 'node:crypto';
import type { Digest } from '../ports.ts';

/** Node's SHA-256. */
export const nodeDigest: Digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
