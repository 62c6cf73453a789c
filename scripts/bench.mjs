// `npm run bench [name…] [-- option…]`: runs the comparisons with peers one after the other; options go to each that is named.
import { existsSync } from 'node:fs';
import { root, run } from './prepare.mjs';

const args = process.argv.slice(2);
const options = args.slice(args.findIndex((arg) => arg.startsWith('-')) >>> 0);
const named = args.slice(0, args.length - options.length);
const names = named.length > 0 ? named : ['intake', 'marginals', 'tables', 'end-to-end'];
for (const name of names) {
  const path = `${root}/bench/dist/${name}.js`;
  if (!existsSync(path)) {
    console.error(`there is no bench '${name}'`);
    process.exit(2);
  }
  console.log(`\n── ${name}`);
  run(process.execPath, ['--expose-gc', path, ...options]);
}
