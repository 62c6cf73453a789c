import { multiplyRational, type Rational, rational } from '@casebridge/privacy';
import { planLedger, readLedgerFile, showLedger } from '@casebridge/release';
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
    .option('--delta <number>', 'δ at which ε is shown', parsePositive, 1e-6)
    .action(async (path: string, options: { delta: number }) => {
      const spending = await showLedger(path, options.delta);
      const rows = spending.map((row) => [
        row.cohort,
        decimal(row.spent),
        decimal(row.remaining),
        decimal(row.reserveRemaining),
        (row.risk[0]?.epsilon ?? 0).toFixed(3),
        String(row.entries.length),
      ]);
      output.result(spending, columns([['cohort', 'ρ spent', 'ρ left', 'reserve left', 'ε', 'entries'], ...rows]));
    });
  command
    .command('verify')
    .description('Whether every line follows from the one before and no cohort is overspent.')
    .argument('<ledger>', 'ledger file')
    .option('--head <hash>', 'a hash the ledger must contain: the head named by a published bundle')
    .action(async (path: string, options: { head?: string }) => {
      const view = await readLedgerFile(path, options.head ?? null);
      output.result({ holds: true, entries: view.entries.length, head: view.head }, [
        `the ledger holds: ${view.entries.length} entries, head ${view.head}`,
      ]);
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
      const plan = planLedger(options);
      const rows = plan.releases.map((release) => [
        String(release.year),
        decimal(release.rho),
        String(release.cohorts.length),
        String(release.cohortsSoFar),
        release.epsilonInEveryRelease.toFixed(2),
      ]);
      output.result(plan, [
        ...columns([
          ['year', 'ρ per cohort', 'cohorts measured', 'cohorts so far', 'ε of a person in every release'],
          ...rows,
        ]),
        `one record, measured once: ε ${plan.epsilonOnce.toFixed(3)}; with its reserve used up (${plan.remeasurements} more): ε ${plan.epsilonLifetime.toFixed(3)}`,
      ]);
    });
  return command;
}

function decimal(rho: Rational): string {
  const scaled = multiplyRational(rho, rational(1_000_000));
  return (Number(scaled.num / scaled.den) / 1_000_000).toFixed(6);
}
