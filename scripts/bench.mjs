// `npm run bench [name…]`: runs the comparisons with peers one after the other.
import { existsSync } from 'node:fs';
import { root, run } from './prepare.mjs';

const names = process.argv.length > 2 ? process.argv.slice(2) : ['intake', 'marginals', 'tables', 'end-to-end'];
for (const name of names) {
  const path = `${root}/bench/dist/${name}.js`;
  if (!existsSync(path)) {
    console.error(`there is no bench '${name}'`);
    process.exit(2);
  }
  console.log(`\n── ${name}`);
  run(process.execPath, ['--expose-gc', path]);
}
