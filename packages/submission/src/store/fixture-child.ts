// A process for crash tests. It takes in parcels, or withdraws keys, and prints what was acknowledged, a line each.
//   node fixture-child.js receive STORE KILL-AT IDENTITY PARCEL…      dies at the given step (0: never)
//   node fixture-child.js withdraw STORE CONTRIBUTOR KEY…
import { readFile } from 'node:fs/promises';
import { steppedFiles } from './fixture-faults.ts';
import { openStore } from './index.ts';

const [task, folder = '', ...rest] = process.argv.slice(2);
if (task === 'receive') {
  const [killAt = '0', identity = '', ...parcels] = rest;
  let steps = 0;
  const files = steppedFiles(() => {
    steps++;
    if (steps === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  });
  const store = await openStore(folder, { files });
  for (const path of parcels) {
    const receipt = await store.receive(await readFile(path), { day: '2015-07-01', identity });
    process.stdout.write(`${JSON.stringify(receipt)}\n`);
  }
} else if (task === 'withdraw') {
  const [contributor = '', ...keys] = rest;
  const store = await openStore(folder);
  for (const key of keys) await store.withdraw({ contributor, keys: [key], day: '2015-07-01' });
}
