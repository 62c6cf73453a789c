import { Command } from 'commander';
import type { Context } from './context.ts';
import { exitCodes, explain } from './exit.ts';
import { createOutput } from './output.ts';

// Each command is loaded when it is asked for, so that none waits for what another needs; in the order of `--help`.
const commands: Readonly<Record<string, () => Promise<(context: Context) => Command>>> = {
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  map: async () => (await import('./commands/map.ts')).mapCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  register: async () => (await import('./commands/register.ts')).registerCommand,
  submit: async () => (await import('./commands/submit.ts')).submitCommand,
  receive: async () => (await import('./commands/receive.ts')).receiveCommand,
  withdraw: async () => (await import('./commands/withdraw.ts')).withdrawCommand,
  release: async () => (await import('./commands/release.ts')).releaseCommand,
  preview: async () => (await import('./commands/preview.ts')).previewCommand,
  inspect: async () => (await import('./commands/inspect.ts')).inspectCommand,
  discard: async () => (await import('./commands/discard.ts')).discardCommand,
  approve: async () => (await import('./commands/approve.ts')).approveCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  publish: async () => (await import('./commands/publish.ts')).publishCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  ledger: async () => (await import('./commands/ledger.ts')).ledgerCommand,
  attack: async () => (await import('./commands/attack.ts')).attackCommand,
  link: async () => (await import('./commands/link.ts')).linkCommand,
  prevalence: async () => (await import('./commands/prevalence.ts')).prevalenceCommand,
  tables: async () => (await import('./commands/tables.ts')).tablesCommand,
  anonymise: async () => (await import('./commands/anonymise.ts')).anonymiseCommand,
  assess: async () => (await import('./commands/assess.ts')).assessCommand,
  synthesise: async () => (await import('./commands/synthesise.ts')).synthesiseCommand,
};

/**
 * Runs one `casebridge` command.
 *
 * @param args the words after `casebridge`
 * @returns the exit code: 0 done, 1 findings at level error, 2 refused, 3 budget, consent or disclosure says no, 70 a bug
 */
export async function main(args: readonly string[]): Promise<number> {
  const output = createOutput(args.includes('--json'));
  const stop = new AbortController();
  const interrupt = (): void => stop.abort(new Error('cancelled'));
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  let exit: number = exitCodes.done;
  const context: Context = {
    output,
    signal: stop.signal,
    today: new Date().toISOString().slice(0, 10),
    finish: (code) => {
      exit = code;
    },
  };
  const program = new Command('casebridge')
    .description('Case records in, protected open data out.')
    .exitOverride()
    .showHelpAfterError('(casebridge COMMAND --help shows an example)');
  const [asked = ''] = args;
  const named = Object.hasOwn(commands, asked) ? commands[asked] : undefined;
  const wanted = named ? [named] : Object.values(commands);
  for (const define of await Promise.all(wanted.map((load) => load()))) {
    const command = define(context);
    for (const one of [command, ...command.commands])
      one
        .option('--json', 'print one JSON object instead of text')
        .exitOverride()
        .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'casebridge: ')) });
    program.addCommand(command);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    output.close();
    if (stop.signal.aborted) {
      process.stderr.write('casebridge: cancelled; nothing half-written was left behind\n');
      return exitCodes.refused;
    }
    const { line, exit: code } = explain(error);
    if (line && output.json) process.stdout.write(`${JSON.stringify({ refused: line, exit: code })}\n`);
    if (line) process.stderr.write(`casebridge: ${line}\n`);
    return code;
  } finally {
    output.close();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
