import { type ApprovalRole, readBundle, type Signer, signApproval, signerFromSeed } from '@casebridge/bundle';
import { directorySource, writeApprovals } from '@casebridge/bundle/node';
import { Refusal } from '@casebridge/refusal';
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
      new Option(
        '--role <role>',
        'consent of a contributor, or approval of the release; needed where your key has both',
      ).choices(['consent', 'approval']),
    )
    .addHelpText('after', '\nExample:\n  casebridge approve demo/bundle --key keys/signing.key')
    .action(async (folder: string, options: { key: string; role?: ApprovalRole }) => {
      const key = await loadSigningKey(options.key);
      const signer = signerFromSeed(key.organisation, key.seed);
      const role = options.role ?? (await onlyRole(folder, signer));
      await approve(folder, [{ signer, role }], today);
      output.result({ bundle: folder, organisation: key.organisation, role }, [
        `${key.organisation} signed ${folder} (${role})`,
      ]);
    });
}

/** The role the bundle's policy gives to a key; refuses where it gives both or none. */
async function onlyRole(folder: string, { organisation, publicKey }: Signer): Promise<ApprovalRole> {
  const { approvalPolicy } = (await readBundle(directorySource(folder))).manifest;
  const consents = approvalPolicy.consents.some((party) => party.publicKey === publicKey);
  const approves = approvalPolicy.approvers.some((party) => party.publicKey === publicKey);
  if (consents && approves) {
    throw new Refusal('approval-role', `${organisation} may consent and approve: say which with --role`);
  }
  return consents ? 'consent' : 'approval';
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
