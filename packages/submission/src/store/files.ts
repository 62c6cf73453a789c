import * as nodeFiles from 'node:fs/promises';
import type { WholeFileCalls } from '../node/index.ts';

/** The calls on a file system that a store makes for what it must not lose; tests put failing ones in their place. */
export type StoreFiles = WholeFileCalls & Pick<typeof nodeFiles, 'mkdir' | 'readdir' | 'readFile'>;

export const diskFiles: StoreFiles = nodeFiles;
