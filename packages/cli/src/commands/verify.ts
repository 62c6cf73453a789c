import { verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { Command } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge verify`: everything that can be known of a bundle from the bundle alone. */
export function verifyCommand({ output }: Context): Command {
  return new Command('verify')
    .summary('check a bundle from the bundle alone')
    .description(
      'Checks every hash, the signature, the budget arithmetic, every format, that each figure follows from the published measurements, and makes the synthetic records again.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .option(
      '--key <public key>',
      'the steward’s public key; without it, the output says who signed and that this was not pinned',
    )
    .addHelpText('after', '\nExample:\n  casebridge verify demo/bundle --key RWQ…')
    .action(async (folder: string, options: { key?: string }) => {
      const report = await verifyBundle(
        directorySource(folder),
        options.key === undefined ? {} : { publicKey: options.key },
      );
      output.result({ holds: true, ...report }, [
        `the bundle holds: release ${report.release} (number ${report.sequence}), ${report.files} files, ${report.bytes} bytes`,
        `signed by ${report.signer.organisation} with ${report.signer.publicKey}${report.pinned ? '' : ' (not pinned: give --key to be sure who that is)'}`,
        `figures: ${report.figures.recomputed} follow from the measurements, ${report.figures.declared} are declared, ${report.figures.withheld} withheld`,
        `tables: ${report.tableCells} cells of ${report.cohorts} cohorts; budget arithmetic holds`,
        ...(report.synthetic
          ? [
              `synthetic records: ${report.synthetic.records} made again byte for byte from ${report.synthetic.batches} batch(es) of measurements, ${report.synthetic.replicates} replicates read`,
            ]
          : []),
        ...(report.prevalence
          ? [
              report.prevalence.redone
                ? 'estimate of the unseen: worked out again from its measured histories'
                : 'estimate of the unseen: from exact overlaps, outside the guarantee; it keeps the rules, and only the steward can redo it',
            ]
          : []),
        `signatures: ${report.approvals.signed}${missing(report.approvals.missing)}`,
      ]);
    });
}

function missing({
  consents,
  approvals,
}: {
  readonly consents: readonly string[];
  readonly approvals: number;
}): string {
  if (consents.length === 0 && approvals === 0) return ', nothing missing';
  const parts = [
    ...consents.map((name) => `consent of ${name}`),
    ...(approvals > 0 ? [`${approvals} approval(s)`] : []),
  ];
  return `; missing before publication: ${parts.join(', ')}`;
}
