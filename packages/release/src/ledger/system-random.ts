import { randomFillSync } from 'node:crypto';
import { type RandomBytes, systemRandom } from '@casebridge/privacy';

/** The operating system's generator, by which noise may be published. */
export const nodeRandom: RandomBytes = systemRandom((bytes) => randomFillSync(bytes));
