/**
 * Synthesis beside its peers, a part for each row of goals. Each run is a process of its own. Peers take hours, so that their
 * runs are kept and read again; ours always run anew.
 */
import { benchAdult } from './synthesis/adult.ts';
import { benchNist } from './synthesis/nist.ts';
import { benchOptions } from './synthesis/options.ts';
import { benchScale } from './synthesis/scale.ts';
import { benchSds } from './synthesis/sds.ts';
import { machineLine } from './synthesis/tables.ts';

const options = benchOptions(process.argv.slice(2));
const parts = { adult: benchAdult, sds: benchSds, nist: benchNist, ctdc: benchScale };
console.log(machineLine());
for (const [name, part] of Object.entries(parts)) {
  if (options.only === null || options.only.includes(name)) await part(options);
}
console.log(`\n${machineLine()}`);
