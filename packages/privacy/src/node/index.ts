export { type CountingPool, openCountingPool } from './counting-pool.ts';
