import { Refusal } from '@casebridge/refusal';
import { canonicalJson } from './canonical-json.ts';
import { utf8 } from './digest.ts';
import { parsePublicKey, verifyDetached } from './minisign.ts';
import type { Signer } from './signer.ts';
import type { Approvals, Bundle, Manifest, Party } from './types.ts';

export type ApprovalRole = Approvals['signatures'][number]['role'];

const comment = 'casebridge approval 1';

/**
 * Signs the consent of a contributor or the approval of an approver: the manifest's SHA-256 together with role,
 * organisation and day, so that none of them can be changed or reused. Gives the approvals with the new signature in
 * place; signing again replaces one's own earlier signature.
 *
 * Refusals, exit 3: the approval policy does not name the organisation and key in this role; the builder approves.
 */
export function signApproval(
  bundle: Pick<Bundle, 'manifest' | 'manifestHash' | 'approvals'>,
  signer: Signer,
  role: ApprovalRole,
  date: string,
): Approvals {
  const { manifest, manifestHash } = bundle;
  const publicKey = parsePublicKey(signer.publicKey).text;
  const party = requirePlace(manifest, signer.organisation, publicKey, role, 'approval');
  const signature = signer.sign(statement(manifestHash, role, party.organisation, date), comment);
  const others = (bundle.approvals?.signatures ?? []).filter(
    (entry) => entry.role !== role || entry.organisation !== party.organisation,
  );
  const signatures = [...others, { role, ...party, signature, date }].sort((a, b) =>
    `${a.role} ${a.organisation}` < `${b.role} ${b.organisation}` ? -1 : 1,
  );
  return { manifest: manifestHash, signatures };
}

/** The bytes of `approvals.json`. */
export function approvalsFile(approvals: Approvals): Uint8Array {
  return utf8(`${canonicalJson(approvals as never)}\n`);
}

/**
 * Checks every signature in `approvals.json`: over this manifest, by a party the policy names in that role, unaltered.
 * Refusal `bundle-approval`, exit 3, naming the organisation.
 */
export function checkApprovalSignatures(bundle: Pick<Bundle, 'manifest' | 'manifestHash' | 'approvals'>): void {
  const { manifest, manifestHash, approvals } = bundle;
  if (!approvals) return;
  if (approvals.manifest !== manifestHash) {
    throw refused('approvals.json was signed for another manifest; have this bundle approved again');
  }
  const seen = new Set<string>();
  for (const { role, organisation, publicKey, signature, date } of approvals.signatures) {
    if (requirePlace(manifest, organisation, publicKey, role, 'approvals.json').organisation !== organisation) {
      throw refused(`approvals.json: the ${role} of ${organisation} is by another organisation's key`);
    }
    const key = `${role} ${organisation}`;
    if (seen.has(key)) throw refused(`approvals.json has two ${role} signatures of ${organisation}`);
    seen.add(key);
    const message = statement(manifestHash, role, organisation, date);
    const verdict = verifyDetached(message, signature, publicKey);
    if (!verdict.ok || !verdict.canonical || verdict.trustedComment !== comment) {
      throw refused(`approvals.json: the ${role} of ${organisation} does not hold; have it signed again`);
    }
  }
}

/** What a bundle still needs before it may be published; empty when nothing. */
export interface MissingApprovals {
  /** Contributors without consent. */
  readonly consents: readonly string[];
  /** How many approvals are missing. */
  readonly approvals: number;
  /** Approvers who have not signed and whose approval would count. */
  readonly approvers: readonly string[];
}

/** Who has not signed yet. Signatures are taken as checked. */
export function missingApprovals(bundle: Pick<Bundle, 'manifest' | 'approvals'>): MissingApprovals {
  const { approvalPolicy, signer } = bundle.manifest;
  const signatures = bundle.approvals?.signatures ?? [];
  const has = (role: ApprovalRole, organisation: string) =>
    signatures.some((entry) => entry.role === role && entry.organisation === organisation);
  const approved = approvalPolicy.approvers.filter(
    ({ organisation }) => organisation !== signer.organisation && has('approval', organisation),
  );
  const count = approvalPolicy.distinctOrganisations
    ? new Set(approved.map(({ organisation }) => organisation)).size
    : approved.length;
  return {
    consents: approvalPolicy.consents.map(({ organisation }) => organisation).filter((name) => !has('consent', name)),
    approvals: Math.max(0, approvalPolicy.approvals - count),
    approvers: approvalPolicy.approvers
      .map(({ organisation }) => organisation)
      .filter((name) => name !== signer.organisation && !has('approval', name)),
  };
}

/**
 * Demands the consent of every included contributor and the approvals of the policy, each signature checked.
 * Refusal `bundle-approvals-missing`, exit 3, naming who is missing.
 */
export function verifyApprovals(bundle: Pick<Bundle, 'manifest' | 'manifestHash' | 'approvals'>): void {
  checkApprovalSignatures(bundle);
  const { consents, approvals, approvers } = missingApprovals(bundle);
  const wants: string[] = [];
  if (consents.length > 0) wants.push(`consent of ${consents.join(', ')}`);
  if (approvals > 0) wants.push(`${approvals} approval${approvals === 1 ? '' : 's'} (of ${approvers.join(', ')})`);
  if (wants.length === 0) return;
  throw new Refusal(
    'bundle-approvals-missing',
    `release ${bundle.manifest.release} lacks ${wants.join(' and ')}; have it signed with casebridge approve`,
    { exit: 3 },
  );
}

// The key decides; the policy has the name, for a contributor may stay unnamed in public.
function requirePlace(manifest: Manifest, name: string, publicKey: string, role: ApprovalRole, where: string): Party {
  const { approvers, consents } = manifest.approvalPolicy;
  const place = (role === 'consent' ? consents : approvers).find((party) => party.publicKey === publicKey);
  if (!place) {
    throw refused(`${where}: the policy has no ${role} of ${name} with this key; sign with the key the recipe names`);
  }
  if (
    role === 'approval' &&
    (place.organisation === manifest.signer.organisation || publicKey === manifest.signer.publicKey)
  ) {
    throw refused(`${where}: ${place.organisation} built this release and cannot approve it; ask another organisation`);
  }
  return { organisation: place.organisation, publicKey };
}

function statement(manifest: string, role: ApprovalRole, organisation: string, date: string): Uint8Array {
  return utf8(canonicalJson({ date, manifest, organisation, role }));
}

function refused(message: string): Refusal {
  return new Refusal('bundle-approval', message, { exit: 3 });
}
