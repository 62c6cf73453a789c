// Writes docs/validation.md from the built table of rules. Run after a change of src/validation/rules.
import { writeFileSync } from 'node:fs';
import { validationDocument } from '../dist/validation/document.js';

writeFileSync(new URL('../../../docs/validation.md', import.meta.url), validationDocument());
