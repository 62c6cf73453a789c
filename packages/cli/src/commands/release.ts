import { buildRelease } from '@casebridge/release';
import { Command } from 'commander';
import { parseDay } from '../arguments.ts';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

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
        onProgress: ({ phase, done }) => output.progress(phase, done),
        onExpected: (widths) => {
          output.line('expected half-width of each figure (95 %, before a count is seen):');
          for (const line of columns(
            widths.map(({ id, halfWidth, unit }) => [
              `  ${id}`,
              `± ${unit === 'share' ? `${(halfWidth * 100).toFixed(2)} points` : halfWidth.toFixed(2)}`,
            ]),
          ))
            output.line(line);
        },
      });
      output.result(built, [
        `bundle ${built.manifest.release} is in ${options.out}; it needs its consents and approvals before it can be published`,
      ]);
    });
}
