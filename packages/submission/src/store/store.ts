// The steward's store: a folder with sealed parcels by content hash, and a journal that says what they are. Nothing in
// it is readable without the steward's age identity but headers, agreements, keys withdrawn and counts of the journal.
//
//   journal.jsonl            what happened; the commit point of everything
//   parcels/HASH.parcel      sealed parcels, exactly as received
//   receipts/NNNNNNNN.json   what was acknowledged, one file per journal entry
//   lock                     while a process writes
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import type { RecordBlock } from '@casebridge/standard';
import {
  type Agreement,
  type AgreementState,
  agreementHash,
  agreementRefusal,
  agreementStateOn,
  type DeclaredCoverage,
  heldUntil,
  isDay,
  isPublicKey,
  openParcel,
  type Parcel,
  type ParcelHeader,
  readSignedParcel,
} from '../index.ts';
import { writeWhole } from '../node/index.ts';
import { type ParcelFinding, parcelsOf, type RegisteredContributor, type StoredParcel } from './events.ts';
import { openJournaledFolder, type StoreOptions } from './journaled-folder.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { admit, examine, type ReceiveOptions } from './receive.ts';
import { newestRecords } from './records.ts';

/** One contributor's parcel as the store lists it. */
export interface ParcelEntry {
  readonly id: string;
  readonly header: ParcelHeader;
  readonly receivedOn: string;
  readonly status: StoredParcel['status'];
  readonly reasons: readonly ParcelFinding[];
  readonly warnings: readonly ParcelFinding[];
  readonly notChecked: readonly string[];
}

export interface Store {
  readonly folder: string;
  /** Lets an organisation submit, or renews its key or agreement. The same registration twice is harmless. */
  registerContributor(entry: {
    readonly organisation: string;
    readonly publicKey: string;
    readonly agreement: Agreement;
  }): Promise<void>;
  /** Takes a parcel in. The same bytes twice give the same receipt. When it returns, the parcel survives a power cut. */
  receive(bytes: Uint8Array, options: ReceiveOptions): Promise<Receipt>;
  /** Takes records out for good, by key. Keys already out are left as they are. */
  withdraw(entry: {
    readonly contributor: string;
    readonly keys: readonly string[];
    readonly day: string;
  }): Promise<{ readonly withdrawn: number; readonly already: number }>;
  /** Accepts a quarantined parcel on the steward's word. */
  releaseQuarantined(id: string, decision: { readonly reason: string; readonly day: string }): Promise<void>;
  /** Turns a quarantined parcel down. It stays in the store and is never read. */
  rejectQuarantined(id: string, decision: { readonly reason: string; readonly day: string }): Promise<void>;
  contributors(): Promise<readonly RegisteredContributor[]>;
  /** The registered agreement of a contributor. Refusal `contributor-unknown` where there is none. */
  agreement(contributor: string): Promise<Agreement>;
  agreementState(contributor: string, day: string): Promise<AgreementState | 'none'>;
  /** Headers of the accepted parcels of a contributor, newest first. */
  latest(contributor: string): Promise<readonly ParcelHeader[]>;
  /** All parcels, or one contributor's, in order of arrival. */
  parcels(contributor?: string): Promise<readonly ParcelEntry[]>;
  /** The newest accepted coverage statement, or null. */
  coverage(contributor: string, identity: string): Promise<DeclaredCoverage | null>;
  /**
   * The encodings in a contributor's newest parcel that has any, still sealed to the key of their epoch; null where none has.
   * Contributors encode all their records in each epoch, so that older ones say nothing more.
   */
  encodings(contributor: string, identity: string): Promise<Uint8Array | null>;
  /** The receipt of a parcel, or null where the store does not have it. */
  receipt(id: string): Promise<Receipt | null>;
  /** Withdrawn keys of a contributor and their days. */
  withdrawals(contributor: string): Promise<ReadonlyMap<string, string>>;
  /**
   * The newest version of every record of a contributor, without those withdrawn; see `newestRecords`. With a day,
   * parcels whose records may no longer be held on it are left out.
   */
  records(contributor: string, identity: string, options?: RecordsOptions): AsyncIterable<RecordBlock>;
}

export interface RecordsOptions {
  readonly day?: string;
  readonly signal?: AbortSignal;
  /** Parcels opened so far, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Opens a store, making it where the folder is empty or missing. Reading never locks; each change locks, so several
 * processes may use one store. Refusals: `not-a-store`, `store-damaged`, `store-behind`, `store-locked`, `disk-full`.
 */
export async function openStore(folder: string, options: StoreOptions = {}): Promise<Store> {
  const { state, files, refresh, change, commit, acknowledge } = await openJournaledFolder(folder, options);
  const parcelPath = (id: string) => join(folder, 'parcels', `${id}.parcel`);

  async function intact(id: string): Promise<Uint8Array | null> {
    const bytes = await files.readFile(parcelPath(id)).catch(() => null);
    return bytes !== null && createHash('sha256').update(bytes).digest('hex') === id ? bytes : null;
  }

  async function readParcel(id: string): Promise<Uint8Array> {
    const bytes = await intact(id);
    if (bytes === null)
      throw new Refusal('store-damaged', `${parcelPath(id)} is missing or damaged: receive the same parcel again`);
    return bytes;
  }

  function registered(contributor: string): RegisteredContributor {
    const entry = state.contributors.get(contributor);
    if (!entry)
      throw new Refusal(
        'contributor-unknown',
        `${contributor} is not registered here: register it with its key and agreement`,
      );
    return entry;
  }

  async function receive(bytes: Uint8Array, receiveOptions: ReceiveOptions): Promise<Receipt> {
    checkDay(receiveOptions.day);
    const signed = readSignedParcel(bytes);
    const keep = () => writeWhole(parcelPath(signed.id), bytes, { files, mode: 0o600 });
    return await change(async () => {
      const known = state.parcels.get(signed.id);
      if (known) {
        if ((await intact(signed.id)) === null) await keep();
        const { number, sum, received } = known;
        await acknowledge({ number, sum, event: received });
        return { ...receiptOf(number, sum, received), duplicate: true };
      }
      admit(state, signed.header, receiveOptions.day);
      const event = await examine(state, bytes, signed, readParcel, receiveOptions);
      await keep();
      const { number, sum } = await commit(event).catch(async (error: unknown) => {
        // Only where the journal is certain not to name the parcel.
        if (error instanceof Refusal && error.code === 'disk-full')
          await files.unlink(parcelPath(signed.id)).catch(() => {});
        throw error;
      });
      return receiptOf(number, sum, event);
    });
  }

  function parcelIn(id: string): StoredParcel {
    const parcel = state.parcels.get(id);
    if (!parcel) throw new Refusal('parcel-unknown', `the store has no parcel ${id}: list the parcels to find its id`);
    return parcel;
  }

  async function decide(
    id: string,
    status: 'accepted' | 'rejected',
    { reason, day }: { readonly reason: string; readonly day: string },
  ): Promise<void> {
    checkDay(day);
    await change(async () => {
      const parcel = parcelIn(id);
      if (parcel.status === status) return;
      if (parcel.status !== 'quarantined')
        throw new Refusal('not-quarantined', `parcel ${id} is ${parcel.status}, not in quarantine: nothing to decide`);
      const { agreement } = registered(parcel.received.header.contributor);
      const standing = agreementStateOn(agreement, day);
      if (status === 'accepted' && standing !== 'in-force') throw agreementRefusal(agreement, standing, day);
      await commit({ kind: 'decided', parcel: id, status, reason, day });
    });
  }

  async function* opened(
    parcels: readonly StoredParcel[],
    identity: string,
    { signal, onProgress }: RecordsOptions,
  ): AsyncIterable<Parcel> {
    for (const [done, { received }] of parcels.entries()) {
      signal?.throwIfAborted();
      onProgress?.(done, parcels.length);
      yield await openParcel(await readParcel(received.parcel), { identity });
    }
    onProgress?.(parcels.length, parcels.length);
  }

  return {
    folder,
    async registerContributor({ organisation, publicKey, agreement }) {
      if (agreement.contributor !== organisation)
        throw new Refusal(
          'agreement-contributor',
          `agreement ${agreement.id} is with ${agreement.contributor}, not with ${organisation}: give the right agreement`,
        );
      if (!isPublicKey(publicKey))
        throw new Refusal(
          'public-key',
          `the key of ${organisation} is not a public key: give the 56 characters of its .pub file`,
        );
      await change(async () => {
        const known = state.contributors.get(organisation);
        const isSame = known?.publicKey === publicKey && agreementHash(known.agreement) === agreementHash(agreement);
        if (!isSame) await commit({ kind: 'registered', contributor: organisation, publicKey, agreement });
      });
    },
    receive,
    async withdraw({ contributor, keys, day }) {
      checkDay(day);
      return await change(async () => {
        registered(contributor);
        const buried = state.tombstones.get(contributor);
        const fresh = [...new Set(keys.map((key) => key.trim()))].filter((key) => key !== '' && !buried?.has(key));
        if (fresh.length > 0) await commit({ kind: 'withdrawn', contributor, keys: fresh, day });
        return { withdrawn: fresh.length, already: keys.length - fresh.length };
      });
    },
    releaseQuarantined: (id, decision) => decide(id, 'accepted', decision),
    rejectQuarantined: (id, decision) => decide(id, 'rejected', decision),
    async contributors() {
      await refresh();
      return [...state.contributors.values()];
    },
    async agreement(contributor) {
      await refresh();
      return registered(contributor).agreement;
    },
    async agreementState(contributor, day) {
      await refresh();
      const entry = state.contributors.get(contributor);
      return entry ? agreementStateOn(entry.agreement, day) : 'none';
    },
    async latest(contributor) {
      await refresh();
      return parcelsOf(state, contributor).map(({ received }) => received.header);
    },
    async parcels(contributor) {
      await refresh();
      const all = [...state.parcels.values()].map(entryOf);
      return contributor === undefined ? all : all.filter(({ header }) => header.contributor === contributor);
    },
    async coverage(contributor, identity) {
      await refresh();
      const [newest] = parcelsOf(state, contributor);
      return newest ? (await openParcel(await readParcel(newest.received.parcel), { identity })).coverage : null;
    },
    async encodings(contributor, identity) {
      await refresh();
      for (const { received } of parcelsOf(state, contributor)) {
        const { encodings } = await openParcel(await readParcel(received.parcel), { identity });
        if (encodings) return encodings;
      }
      return null;
    },
    async receipt(id) {
      await refresh();
      const parcel = state.parcels.get(id);
      return parcel ? receiptOf(parcel.number, parcel.sum, parcel.received) : null;
    },
    async withdrawals(contributor) {
      await refresh();
      return new Map(state.tombstones.get(contributor));
    },
    async *records(contributor, identity, recordsOptions = {}) {
      await refresh();
      const { day } = recordsOptions;
      const { agreement } = registered(contributor);
      const held = parcelsOf(state, contributor).filter(
        ({ received }) => day === undefined || heldUntil(agreement, received.day) >= day,
      );
      const withdrawn = new Map(state.tombstones.get(contributor));
      yield* newestRecords(opened(held, identity, recordsOptions), withdrawn);
    },
  };
}

function entryOf({ received, status }: StoredParcel): ParcelEntry {
  const { parcel: id, header, day: receivedOn, reasons, warnings, notChecked } = received;
  return { id, header, receivedOn, status, reasons, warnings, notChecked };
}

function checkDay(day: string): void {
  if (!isDay(day)) throw new Refusal('day', 'the day is not one: give it as YYYY-MM-DD');
}
