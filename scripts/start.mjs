// `npm start`: from a clean clone to the demonstration portal in the browser.
import { build, checkNode, install, root, run } from './prepare.mjs';

checkNode();
install();
build();
run(process.execPath, [`${root}/packages/cli/bin/casebridge.js`, 'demo', ...process.argv.slice(2)]);
