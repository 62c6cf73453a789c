export { type CountingPool, openCountingPool, type PoolOptions } from './counting-pool.ts';
