export * from './deal.ts';
export * from './plan.ts';
export * from './random.ts';
