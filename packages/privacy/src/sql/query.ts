/** Rows of a result, each an array of values in the order of the SELECT list. */
export type SqlRows = readonly (readonly unknown[])[];

/**
 * Runs one read-only SELECT and gives all its rows. Text columns come as string or null; integers as number, bigint or
 * decimal text, never rounded.
 */
export type SqlQuery = (sql: string, options?: { readonly signal?: AbortSignal }) => Promise<SqlRows>;
