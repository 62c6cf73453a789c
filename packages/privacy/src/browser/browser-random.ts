import { systemRandom } from '../random/random-bytes.ts';

/** The operating system's generator, as a page or a worker reaches it. */
export const browserRandom = systemRandom((bytes) => crypto.getRandomValues(bytes));
