import { setFlagsFromString } from 'node:v8';

/**
 * Has the memory of scripts cleaned up once it has grown by 60 %, until the function that is given back is called. Left alone, the
 * engine lets it grow to four times what is in use: a bake throws away nearly all that it makes, and would take up 1.5 GB where
 * 0.3 GB is in use, for a tenth of its time saved. A flag of the engine: it holds for all threads of the process.
 */
export function spareHeap(): () => void {
  setFlagsFromString('--heap-growing-percent=60');
  return () => setFlagsFromString('--heap-growing-percent=0');
}
