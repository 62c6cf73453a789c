import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { serveSite } from '@casebridge/portal/serve';
import { Refusal } from '@casebridge/refusal';
import { Command } from 'commander';
import { parsePort } from '../arguments.ts';
import type { Context } from '../context.ts';
import { makeDemonstration } from '../demo/demonstration.ts';
import { untilStopped } from './serve.ts';

// Marks a folder as the demonstration's own, so that nothing else is ever replaced.
const mark = '.casebridge-demonstration';

/** `casebridge demo`: the whole way, on invented data, to a portal in the browser. */
export function demoCommand(context: Context): Command {
  const { output, signal } = context;
  return new Command('demo')
    .summary('make and serve the demonstration')
    .description(
      'Writes five invented contributors’ files, submits them sealed, releases twice, bakes the portal and serves it. A second run reuses what still verifies.',
    )
    .option('--data <dir>', 'folder of the demonstration', 'demo')
    .option('--port <number>', 'port', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--no-serve', 'make it and stop')
    .addHelpText('after', '\nExample:\n  casebridge demo --data demo --port 8080')
    .action(async (options: { data: string; port: number; host: string; serve: boolean }) => {
      const folder = resolve(options.data);
      if (await isComplete(folder))
        output.line(`the demonstration in ${options.data} still verifies; it is used again`);
      else {
        await clear(folder);
        await makeDemonstration(folder, context);
        await writeFile(join(folder, mark), 'complete\n', { flush: true });
      }
      const places = { bundle: join(folder, 'bundle'), bundles: join(folder, 'bundles'), site: join(folder, 'site') };
      if (!options.serve) {
        output.result(places, [`bundle  ${places.bundle}`, `site    ${places.site}`]);
        return;
      }
      const server = await serveSite(places.site, { port: options.port, host: options.host });
      output.result({ ...places, url: server.url }, [
        '',
        `The portal is at ${server.url}`,
        'Everything in it is invented. Ctrl+C ends it.',
      ]);
      await untilStopped(signal);
      await server.close();
    });
}

async function isComplete(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'site')) || !existsSync(join(folder, mark))) return false;
  if (readFileSync(join(folder, mark), 'utf8') !== 'complete\n') return false;
  try {
    for (const name of readdirSync(join(folder, 'bundles')))
      await verifyBundle(directorySource(join(folder, 'bundles', name)));
    await verifyBundle(directorySource(join(folder, 'bundle')));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function clear(folder: string): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (!existsSync(join(folder, mark))) {
      throw new Refusal('demo-folder', `${folder} holds something else: name an empty folder with --data`);
    }
    await rm(folder, { recursive: true });
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, mark), 'begun\n', { flush: true });
}
