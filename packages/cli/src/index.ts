import { Command } from 'commander';
import { approveCommand } from './commands/approve.ts';
import { checkCommand } from './commands/check.ts';
import { demoCommand } from './commands/demo.ts';
import { keysCommand } from './commands/keys.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { mapCommand } from './commands/map.ts';
import { previewCommand } from './commands/preview.ts';
import { publishCommand } from './commands/publish.ts';
import { receiveCommand } from './commands/receive.ts';
import { registerCommand } from './commands/register.ts';
import { releaseCommand } from './commands/release.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand } from './commands/serve.ts';
import { submitCommand } from './commands/submit.ts';
import { tablesCommand } from './commands/tables.ts';
import { verifyCommand } from './commands/verify.ts';
import { withdrawCommand } from './commands/withdraw.ts';
import type { Context } from './context.ts';
import { exitCodes, explain } from './exit.ts';
import { createOutput } from './output.ts';

const commands = [
  demoCommand,
  checkCommand,
  mapCommand,
  keysCommand,
  registerCommand,
  submitCommand,
  receiveCommand,
  withdrawCommand,
  releaseCommand,
  previewCommand,
  approveCommand,
  verifyCommand,
  publishCommand,
  serveCommand,
  reportCommand,
  ledgerCommand,
  tablesCommand,
];

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
  for (const define of commands) {
    const command = define(context);
    command.option('--json', 'print one JSON object instead of text').exitOverride();
    for (const sub of command.commands) sub.option('--json', 'print one JSON object instead of text').exitOverride();
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
