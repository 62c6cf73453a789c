export type { SqlQuery, SqlRows } from './query.ts';
