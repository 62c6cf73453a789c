// Writes docs/api/standard-record.schema.json from the built dictionary. Run after a change of data/*.csv or of json-schema.ts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { toJsonSchema } from '../dist/index.js';

const file = new URL('../../../docs/api/standard-record.schema.json', import.meta.url);
mkdirSync(new URL('.', file), { recursive: true });
writeFileSync(file, `${JSON.stringify(toJsonSchema(), null, 2)}\n`);
