import type { CaseTable } from '../columns/case-table.ts';

declare const publicBrand: unique symbol;

/** Where records came from that nobody has to protect. */
export type PublicSource =
  /** Made up from a declared domain and a seed. */
  | { readonly kind: 'invented'; readonly seed: string }
  /** A file that its owner declared public, by name. */
  | { readonly kind: 'declared-public'; readonly name: string }
  /** Synthetic records of a verified bundle, standing in for real ones; SHA-256 (hex) of its manifest. */
  | { readonly kind: 'last-release'; readonly manifest: string };

/**
 * Records that are public: the only ones a gate reads. Made by this file's functions alone; a table of real records is no
 * such thing, in the types and when the program runs. The table is read with {@link publicRecords}.
 */
export interface PublicTable {
  readonly [publicBrand]: true;
  readonly source: PublicSource;
}

const tables = new WeakMap<PublicTable, CaseTable>();

/** Records made up from a seed. For `invented-world.ts` alone. */
export function inventedTable(table: CaseTable, seed: string): PublicTable {
  return seal(table, { kind: 'invented', seed });
}

/** Records of a file that its owner declared public. */
export function declaredPublicTable(table: CaseTable, name: string): PublicTable {
  return seal(table, { kind: 'declared-public', name });
}

/** Synthetic records of the last release. For the release's gates alone, which verify the bundle first. */
export function lastReleaseTable(table: CaseTable, manifest: string): PublicTable {
  if (!/^[0-9a-f]{64}$/.test(manifest)) throw new TypeError('the last release is named by the hash of its manifest');
  return seal(table, { kind: 'last-release', manifest });
}

/** Whether these are public records. */
export function isPublicTable(value: unknown): value is PublicTable {
  return typeof value === 'object' && value !== null && tables.has(value as PublicTable);
}

/** The records. TypeError for anything this file did not make. */
export function publicRecords(table: PublicTable): CaseTable {
  const records = tables.get(table);
  if (!records) throw new TypeError('not a table of public records');
  return records;
}

function seal(table: CaseTable, source: PublicSource): PublicTable {
  const handle = Object.freeze({ source: Object.freeze({ ...source }) }) as PublicTable;
  tables.set(handle, table);
  return handle;
}
