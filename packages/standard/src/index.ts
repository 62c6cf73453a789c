export * from './cell.ts';
export * from './columns.ts';
export * from './derived.ts';
export * from './dictionary.ts';
export * from './grouping.ts';
export * from './records.ts';
export * from './types.ts';
