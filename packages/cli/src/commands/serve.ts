import { serveSite } from '@casebridge/portal/serve';
import { Command } from 'commander';
import { parsePort } from '../arguments.ts';
import type { Context } from '../context.ts';

/** `casebridge serve`: a baked site from memory. */
export function serveCommand({ output, signal }: Context): Command {
  return new Command('serve')
    .summary('serve a baked site')
    .argument('<site>', 'folder of the site')
    .option('--port <number>', 'port', parsePort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .addHelpText('after', '\nExample:\n  casebridge serve site/ --port 8080')
    .action(async (site: string, options: { port: number; host: string }) => {
      const server = await serveSite(site, { port: options.port, host: options.host });
      output.line(`the portal is at ${server.url} (Ctrl+C ends it)`);
      await untilStopped(signal);
      await server.close();
    });
}

/** Resolves when the command is interrupted. */
export function untilStopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
