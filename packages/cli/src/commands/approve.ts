import { type ApprovalRole, readBundle, type Signer, signApproval, signerFromSeed } from '@casebridge/bundle';
import { directorySource, writeApprovals } from '@casebridge/bundle/node';
import { loadSigningKey } from '@casebridge/submission/node';
import { Command, Option } from 'commander';
import type { Context } from '../context.ts';

/** `casebridge approve`: signs the manifest's hash, as a contributor's consent or as an approver. */
export function approveCommand({ output, today }: Context): Command {
  return new Command('approve')
    .summary('sign a bundle’s manifest')
    .description(
      'Adds your signature over the hash of the manifest to approvals.json. Any later change of a byte voids it.',
    )
    .argument('<bundle>', 'folder of the bundle')
    .requiredOption('--key <file>', 'your organisation’s signing key')
    .addOption(
      new Option('--role <role>', 'consent of a contributor, or approval of the release')
        .choices(['consent', 'approval'])
        .default('approval'),
    )
    .addHelpText('after', '\nExample:\n  casebridge approve demo/bundle --key keys/signing.key --role consent')
    .action(async (folder: string, options: { key: string; role: 'consent' | 'approval' }) => {
      const key = await loadSigningKey(options.key);
      await approve(folder, [{ signer: signerFromSeed(key.organisation, key.seed), role: options.role }], today);
      output.result({ bundle: folder, organisation: key.organisation, role: options.role }, [
        `${key.organisation} signed ${folder} (${options.role})`,
      ]);
    });
}

/** One signature to add to a bundle's approvals. */
export interface Signature {
  readonly signer: Signer;
  readonly role: ApprovalRole;
}

/** Verifies the bundle and adds the signatures to its approvals, all of them or none. */
export async function approve(folder: string, signatures: readonly Signature[], day: string): Promise<void> {
  let bundle = await readBundle(directorySource(folder));
  for (const { signer, role } of signatures) bundle = { ...bundle, approvals: signApproval(bundle, signer, role, day) };
  if (bundle.approvals) await writeApprovals(folder, bundle.approvals);
}
