export { mapPath } from './map-path.ts';
export { openTable } from './open-table.ts';
export { suggestPath } from './suggest-path.ts';
