// Imported before the command: leaves a file once an interrupt would be heard.
import { writeFileSync } from 'node:fs';

const file = process.env.CASEBRIDGE_LISTENING;
process.on('newListener', (event) => {
  if (file && event === 'SIGINT') setImmediate(() => writeFileSync(file, ''));
});
