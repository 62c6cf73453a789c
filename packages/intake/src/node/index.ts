export { mapPath } from './map-path.ts';
export { type OpenOptions, openTable } from './open-table.ts';
export { suggestPath } from './suggest-path.ts';
