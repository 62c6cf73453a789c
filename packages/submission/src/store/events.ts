// What can happen to a store, one journal entry each; and what the entries add up to.
import * as z from 'zod';
import { type Agreement, readAgreement } from '../index.ts';
import { parcelHeaderSchema } from '../parcel-header.ts';

const text = z.string();
const finding = z.strictObject({
  code: text,
  severity: z.enum(['stop', 'error', 'warn', 'note']),
  row: z.null(),
  variable: text.nullable(),
  args: z.record(text, z.union([z.string(), z.int()])),
});

/** Something a comparison found: a whole-file finding. */
export type ParcelFinding = z.output<typeof finding>;

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('created'), format: z.literal('casebridge-store-1') }),
  z.strictObject({
    kind: z.literal('registered'),
    contributor: text,
    publicKey: text,
    agreement: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('received'),
    parcel: text,
    header: parcelHeaderSchema,
    day: text,
    status: z.enum(['accepted', 'quarantined']),
    /** Why it was quarantined. */
    reasons: z.array(finding),
    warnings: z.array(finding),
    notChecked: z.array(text),
    /** Keys whose records say that consent was withdrawn. */
    withdrawn: z.array(text),
  }),
  z.strictObject({
    kind: z.literal('decided'),
    parcel: text,
    status: z.enum(['accepted', 'rejected']),
    reason: text,
    day: text,
  }),
  z.strictObject({ kind: z.literal('withdrawn'), contributor: text, keys: z.array(text), day: text }),
]);

export type StoreEvent = z.output<typeof eventSchema>;
export type ReceivedEvent = Extract<StoreEvent, { kind: 'received' }>;

/** A parcel the store holds, and how it stands now. */
export interface StoredParcel {
  readonly received: ReceivedEvent;
  /** Number and checksum of the journal entry that received it. */
  readonly number: number;
  readonly sum: string;
  readonly status: 'accepted' | 'quarantined' | 'rejected';
}

/** A contributor that may submit. */
export interface RegisteredContributor {
  readonly organisation: string;
  readonly publicKey: string;
  readonly agreement: Agreement;
}

/** The store's memory: all journal entries applied in order. */
export interface StoreState {
  readonly contributors: Map<string, RegisteredContributor>;
  /** By parcel id, in order of arrival. */
  readonly parcels: Map<string, StoredParcel>;
  /** By contributor: withdrawn record keys and the day of withdrawal. */
  readonly tombstones: Map<string, Map<string, string>>;
}

export function emptyState(): StoreState {
  return { contributors: new Map(), parcels: new Map(), tombstones: new Map() };
}

/** Applies one entry. */
export function applyEvent(state: StoreState, event: StoreEvent, number: number, sum: string): void {
  switch (event.kind) {
    case 'created':
      return;
    case 'registered': {
      const agreement = readAgreement(event.agreement, `the registered agreement of ${event.contributor}`);
      state.contributors.set(event.contributor, {
        organisation: event.contributor,
        publicKey: event.publicKey,
        agreement,
      });
      return;
    }
    case 'received':
      state.parcels.set(event.parcel, { received: event, number, sum, status: event.status });
      bury(state, event.header.contributor, event.withdrawn, event.day);
      return;
    case 'decided': {
      const parcel = state.parcels.get(event.parcel);
      if (parcel) state.parcels.set(event.parcel, { ...parcel, status: event.status });
      return;
    }
    case 'withdrawn':
      bury(state, event.contributor, event.keys, event.day);
      return;
  }
}

/** A contributor's parcels of one standing, newest sequence first. */
export function parcelsOf(
  state: StoreState,
  contributor: string,
  status: StoredParcel['status'] = 'accepted',
): readonly StoredParcel[] {
  return [...state.parcels.values()]
    .filter((parcel) => parcel.status === status && parcel.received.header.contributor === contributor)
    .sort((a, b) => b.received.header.sequence - a.received.header.sequence);
}

/** The first withdrawal of a key is the one that counts. */
function bury(state: StoreState, contributor: string, keys: readonly string[], day: string): void {
  const buried = state.tombstones.get(contributor) ?? new Map<string, string>();
  for (const key of keys) if (!buried.has(key)) buried.set(key, day);
  state.tombstones.set(contributor, buried);
}
