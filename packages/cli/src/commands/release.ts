import type { ExpectedHalfWidth } from '@casebridge/figures';
import { rationalToNumber } from '@casebridge/privacy';
import { buildRelease, type CohortBudget } from '@casebridge/release';
import { Command } from 'commander';
import { parseDay } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns, type Output } from '../output.ts';

/** `casebridge release`: from a recipe to a signed bundle. */
export function releaseCommand({ output, signal, today }: Context): Command {
  return new Command('release')
    .summary('build a bundle from a recipe')
    .description(
      'Opens the store, plans the measurements, prints the expected half-width of every figure before a count is seen, debits the ledger, measures, and writes the signed bundle whole or not at all.',
    )
    .argument('<recipe>', 'recipe, YAML')
    .requiredOption('--out <dir>', 'folder of the bundle; must not exist')
    .option('--day <day>', 'day of the release', parseDay, today)
    .addHelpText('after', '\nExample:\n  casebridge release recipe-2015.yaml --out bundles/0002')
    .action(async (recipePath: string, options: { out: string; day: string }) => {
      const built = await buildRelease({
        recipePath,
        out: options.out,
        day: options.day,
        signal,
        onProgress: (progress) => {
          if (progress.state === 'expected') {
            showBudget(output, progress.budget);
            showExpected(output, progress.halfWidths);
          } else if (progress.state === 'at') output.progress(progress.phase, progress.done / progress.total);
          else output.progress(progress.phase, progress.state === 'done' ? 1 : 0);
        },
      });
      output.result(built, [
        `bundle ${built.manifest.release} is in ${options.out}; it needs its consents and approvals before it can be published`,
      ]);
    });
}

/** What every cohort measured for the first time will be charged, before a count is seen. */
export function showBudget(
  output: Output,
  { tables, synthetic, prevalence, total, epsilon, delta }: CohortBudget,
): void {
  const others = [
    ...(synthetic.num === 0n ? [] : [`synthetic records ${rho(synthetic)}`]),
    ...(prevalence.num === 0n ? [] : [`histories ${rho(prevalence)}`]),
  ];
  const parts = others.length === 0 ? '' : ` (tables ${rho(tables)}, ${others.join(', ')})`;
  output.line(`each cohort is charged rho ${rho(total)}${parts}: epsilon ${epsilon.toFixed(3)} at delta ${delta}`);
}

function rho(cost: CohortBudget['total']): string {
  return rationalToNumber(cost).toPrecision(6);
}

/** The half-width of every figure's interval, before a count is seen. */
export function showExpected(output: Output, halfWidths: readonly ExpectedHalfWidth[]): void {
  output.line('expected half-width of each figure (95 %), before a count is seen:');
  const rows = halfWidths.map(({ id, halfWidth, unit }) => [`  ${id}`, width(halfWidth, unit)]);
  for (const line of columns(rows)) output.line(line);
}

function width(halfWidth: number | null, unit: string): string {
  if (halfWidth === null) return 'not bounded';
  return unit === 'share' || unit === 'change'
    ? `± ${(halfWidth * 100).toFixed(2)} points`
    : `± ${halfWidth.toFixed(2)}`;
}
