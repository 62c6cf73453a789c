// Writes mappings/crosswalks.json from mappings/*.yaml: what the portal shows of them. Run after `npm run build`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { crosswalkOf, parseMapping } from '../dist/index.js';

const folder = new URL('../../../mappings/', import.meta.url);
// The standard's own layout maps to itself.
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'canonical.yaml');
const crosswalks = names
  .sort()
  .map((name) => crosswalkOf(parseMapping(readFileSync(new URL(name, folder), 'utf8'), name)));
writeFileSync(new URL('crosswalks.json', folder), `${JSON.stringify(crosswalks, null, 1)}\n`);
