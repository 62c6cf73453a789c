import { describe, expect, it } from 'vitest';
import {
  approvalsFile,
  checkApprovalSignatures,
  missingApprovals,
  signApproval,
  verifyApprovals,
} from './approvals.ts';
import { parseCanonical } from './parse.ts';
import { approvalsSchema } from './schema.ts';
import { type Signer, signerFromSeed } from './signer.ts';
import type { Approvals, Manifest, Party } from './types.ts';

const signer = (organisation: string, fill: number) => signerFromSeed(organisation, new Uint8Array(32).fill(fill));
const builder = signer('steward', 1);
const contributor = signer('agency', 2);
const first = signer('university', 3);
const second = signer('ministry', 4);
const stranger = signer('ministry', 5);
const party = ({ organisation, publicKey }: Signer): Party => ({ organisation, publicKey });

const manifest: Manifest = {
  format: 'casebridge-bundle-1',
  release: 'a'.repeat(20),
  sequence: 1,
  previous: null,
  title: 't',
  created: '2016-05-20',
  example: false,
  status: 'final',
  standard: '1.0',
  policy: '1',
  icu: '74',
  languages: ['en'],
  periods: ['2015'],
  grouping: 'g',
  setApart: null,
  ledgerHead: 'b'.repeat(64),
  approvalPolicy: {
    approvals: 2,
    distinctOrganisations: true,
    consents: [party(contributor)],
    approvers: [party(first), party(second)],
  },
  licence: 'l',
  signer: party(builder),
  files: [],
};
const bundle = (approvals: Approvals | null, hash = 'c'.repeat(64)) => ({ manifest, manifestHash: hash, approvals });
const day = '2016-05-21';

const signed = [
  [contributor, 'consent'],
  [first, 'approval'],
  [second, 'approval'],
] as const;
const all = () =>
  signed.reduce<Approvals | null>((held, [who, role]) => signApproval(bundle(held), who, role, day), null);

describe('signApproval and verifyApprovals', () => {
  it('accept a release with every consent and two approvals of different organisations', () => {
    expect(() => verifyApprovals(bundle(all()))).not.toThrow();
  });

  it('name who is missing', () => {
    const consent = signApproval(bundle(null), contributor, 'consent', day);
    expect(() => verifyApprovals(bundle(null))).toThrow(
      /consent of agency and 2 approvals \(of university, ministry\)/,
    );
    expect(() => verifyApprovals(bundle(consent))).toThrow(/lacks 2 approvals/);
    const one = signApproval(bundle(consent), first, 'approval', day);
    expect(() => verifyApprovals(bundle(one))).toThrow(/1 approval \(of ministry\)/);
    expect(missingApprovals(bundle(one)).approvals).toBe(1);
  });

  it('refuse with exit 3', () => {
    expect(() => verifyApprovals(bundle(null))).toThrow(expect.objectContaining({ exit: 3 }));
  });

  it('refuse a signer the policy does not name, the builder, and a role that is not theirs', () => {
    expect(() => signApproval(bundle(null), stranger, 'approval', day)).toThrow(/no approval of/);
    expect(() => signApproval(bundle(null), contributor, 'approval', day)).toThrow(/no approval of/);
    const policy = { ...manifest.approvalPolicy, approvers: [party(builder), party(first)] };
    const own = { ...bundle(null), manifest: { ...manifest, approvalPolicy: policy } };
    expect(() => signApproval(own, builder, 'approval', day)).toThrow(/cannot approve it/);
  });

  it('does not let one signature count for another role, day or manifest', () => {
    const good = all() as Approvals;
    const changed = (change: (entry: Approvals['signatures'][number]) => Approvals['signatures'][number]) =>
      bundle({ ...good, signatures: good.signatures.map(change) });
    expect(() => checkApprovalSignatures(changed((entry) => ({ ...entry, date: '2016-05-22' })))).toThrow(
      /does not hold/,
    );
    expect(() => checkApprovalSignatures(bundle(good, 'd'.repeat(64)))).toThrow(/another manifest/);
    const moved = { ...good, manifest: 'd'.repeat(64) };
    expect(() => checkApprovalSignatures(bundle(moved, 'd'.repeat(64)))).toThrow(/does not hold/);
  });

  it('replaces one’s own earlier signature', () => {
    const again = signApproval(bundle(all()), first, 'approval', '2016-05-23');
    expect(again.signatures.filter(({ organisation }) => organisation === 'university')).toHaveLength(1);
    expect(() => verifyApprovals(bundle(again))).not.toThrow();
  });

  it('refuses every changed byte of approvals.json', () => {
    const bytes = approvalsFile(all() as Approvals);
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] as number) ^ 1;
      expect(() => {
        const approvals = parseCanonical('approvals.json', flipped, approvalsSchema);
        verifyApprovals(bundle(approvals));
      }, `byte ${at}`).toThrow();
    }
  });
});
