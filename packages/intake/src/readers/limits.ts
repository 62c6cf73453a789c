/** What a reader refuses to go beyond. The defaults suit a contributor's yearly file with a wide margin. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxColumns: number;
  readonly maxRows: number;
  /** One row, in bytes. */
  readonly maxRowBytes: number;
  readonly maxHeaderCharacters: number;
  readonly maxJsonDepth: number;
  readonly archive: ArchiveLimits;
}

/** Limits of an XLSX archive, on what inflating really gives and not on what its directory says. */
export interface ArchiveLimits {
  readonly maxCompressedBytes: number;
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxInflatedBytes: number;
  /** Inflated to compressed bytes; looked at once an entry has given `ratioFloorBytes`. */
  readonly maxRatio: number;
  readonly ratioFloorBytes: number;
  readonly maxXmlDepth: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: ReadLimits = {
  maxBytes: 256 * MiB,
  maxColumns: 1_000,
  maxRows: 1_000_000,
  maxRowBytes: MiB,
  maxHeaderCharacters: 256,
  maxJsonDepth: 16,
  archive: {
    maxCompressedBytes: 64 * MiB,
    maxEntries: 200,
    maxEntryBytes: 128 * MiB,
    maxInflatedBytes: 256 * MiB,
    maxRatio: 100,
    ratioFloorBytes: MiB,
    maxXmlDepth: 32,
  },
};

/** Longest cell that a mapping looks at; a longer one in a mapped column is an error of its row. */
export const maxCellCharacters = 4096;

/** Rows of a block. */
export const blockRows = 8192;

/** A column's dictionary starts afresh with the next block once it is larger than this. */
export const maxDictionary = 65_536;
