import { ledgerPlanFor, showLedger, verifyLedgerFile } from '@casebridge/release';
import { Command } from 'commander';
import { parseCount, parsePositive } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

/** `casebridge ledger`: what was spent, whether the record of it holds, and what ten years would cost. */
export function ledgerCommand({ output, today }: Context): Command {
  const command = new Command('ledger')
    .summary('show, verify or plan the privacy budget')
    .addHelpText(
      'after',
      '\nExamples:\n  casebridge ledger show ledger.jsonl\n  casebridge ledger plan --epsilon 4 --years 10',
    );
  command
    .command('show')
    .description('What was spent, on which cohorts.')
    .argument('<ledger>', 'ledger file')
    .action(async (path: string) => {
      const shown = await showLedger(path);
      output.result(
        shown,
        columns([
          ['cohort', 'spent ρ', 'budget ρ', 'ε spent', 'entries'],
          ...shown.cohorts.map((row) => [
            row.cohort,
            row.spent,
            row.budget,
            row.epsilon.toFixed(3),
            String(row.entries),
          ]),
        ]),
      );
    });
  command
    .command('verify')
    .description('Whether every line follows from the one before and no cohort is overspent.')
    .argument('<ledger>', 'ledger file')
    .option('--head <hash>', 'a hash the ledger must contain: the head named by a published bundle')
    .action(async (path: string, options: { head?: string }) => {
      const verified = await verifyLedgerFile(path, options.head);
      output.result(verified, [`the ledger holds: ${verified.entries} entries, head ${verified.head}`]);
    });
  command
    .command('plan')
    .description('Ten years of budget: what each year’s cohort spends, and the reserve kept for measuring it again.')
    .option('--epsilon <number>', 'ε per cohort', parsePositive, 4)
    .option('--delta <number>', 'δ', parsePositive, 1e-6)
    .option('--reserve <number>', 'ε kept back per cohort for measuring again', parsePositive, 2)
    .option('--years <number>', 'years to plan', parseCount, 10)
    .option('--from <year>', 'first year', parseCount, Number(today.slice(0, 4)))
    .action((options: { epsilon: number; delta: number; reserve: number; years: number; from: number }) => {
      const plan = ledgerPlanFor(options);
      output.result(
        plan,
        columns([
          ['year', 'ρ measured', 'ρ reserve', 'ε measured', 'ε with reserve'],
          ...plan.years.map((row) => [
            String(row.year),
            row.rho,
            row.reserve,
            row.epsilon.toFixed(3),
            row.epsilonWithReserve.toFixed(3),
          ]),
        ]),
      );
    });
  return command;
}
