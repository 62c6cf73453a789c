export type { Marginal, Marginals } from '../count/marginals.ts';
export type { SqlQuery, SqlRows } from './query.ts';
export { type SqlSource, sqlMarginals } from './sql-marginals.ts';
