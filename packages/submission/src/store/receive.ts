// Whether a parcel may come in, and what is to be said of it. Decides; writes nothing.
import { Refusal } from '@casebridge/refusal';
import { isMissing } from '@casebridge/standard';
import {
  agreementHash,
  agreementRefusal,
  agreementStateOn,
  compareWithPrevious,
  comparisonRules,
  isReadableStandard,
  keyColumn,
  openParcel,
  type Parcel,
  type ParcelHeader,
  standardRefusal,
} from '../index.ts';
import {
  type ParcelFinding,
  parcelsOf,
  type ReceivedEvent,
  type RegisteredContributor,
  type StoreState,
} from './events.ts';

export interface ReceiveOptions {
  /** Today, YYYY-MM-DD. */
  readonly day: string;
  /**
   * The steward's age identity. Without it the parcel stays closed: its contents are then checked when they are first
   * read, and the rules that compare it with earlier parcels are reported as not checked.
   */
  readonly identity?: string;
  /** Rules whose findings send a parcel to quarantine; F05 unless told. */
  readonly quarantineOn?: readonly string[];
}

/** How many earlier parcels a comparison looks at. */
const comparedParcels = 3;

/**
 * The contributor a header may come from, checked against the registry.
 * Refusals: `contributor-unknown`, `parcel-key`, `agreement-changed`, `agreement-not-in-force`, `standard-version`,
 * `sequence-not-newer`, `record-key-changed`.
 */
export function admit(state: StoreState, header: ParcelHeader, day: string): RegisteredContributor {
  const contributor = state.contributors.get(header.contributor);
  if (!contributor)
    throw new Refusal(
      'contributor-unknown',
      `${header.contributor} is not registered here: register it with its key and agreement`,
    );
  if (contributor.publicKey !== header.publicKey)
    throw new Refusal(
      'parcel-key',
      `the parcel is not signed with the key registered for ${header.contributor}: check who sent it`,
    );
  const { agreement } = contributor;
  if (header.agreement.id !== agreement.id || header.agreement.sha256 !== agreementHash(agreement))
    throw new Refusal(
      'agreement-changed',
      `the parcel rests on other terms than agreement ${agreement.id} registered for ${header.contributor}: agree on one and register it`,
      { exit: 3 },
    );
  const standing = agreementStateOn(agreement, day);
  if (standing !== 'in-force') throw agreementRefusal(agreement, standing, day);
  if (!isReadableStandard(header.standard)) throw standardRefusal(header.standard);
  const newest = newestSequence(state, header.contributor);
  if (header.sequence <= newest)
    throw new Refusal(
      'sequence-not-newer',
      `parcel ${header.sequence} of ${header.contributor} is not newer than ${newest}, which is here: number it higher`,
    );
  const known = parcelsOf(state, header.contributor).find(({ received }) => received.header.recordKey !== undefined);
  if (known && known.received.header.recordKey !== header.recordKey)
    throw new Refusal(
      'record-key-changed',
      `the case numbers in the parcel of ${header.contributor} were hashed with another record key than before, so persons would be counted and measured twice: restore that key; if it is lost, register a new id that submits only years not released yet`,
      { exit: 3 },
    );
  return contributor;
}

/**
 * What the journal is to say of a parcel that was admitted. With an identity it is opened, every cell is looked at and
 * its summary is compared with those of the last accepted parcels.
 *
 * @param earlier reads a stored parcel's bytes
 */
export async function examine(
  state: StoreState,
  bytes: Uint8Array,
  signed: { readonly id: string; readonly header: ParcelHeader },
  earlier: (id: string) => Promise<Uint8Array>,
  options: ReceiveOptions,
): Promise<ReceivedEvent> {
  const { identity, day } = options;
  const event = { kind: 'received', parcel: signed.id, header: signed.header, day } as const;
  const previous = parcelsOf(state, signed.header.contributor).slice(0, comparedParcels);
  if (identity === undefined)
    return {
      ...event,
      status: 'accepted',
      reasons: [],
      warnings: [],
      notChecked: ['contents', ...comparisonRules],
      withdrawn: [],
    };
  const parcel = await openParcel(bytes, { identity });
  const withdrawn = await readThrough(parcel);
  const summaries = [];
  for (const { received } of previous)
    summaries.push((await openParcel(await earlier(received.parcel), { identity })).summary);
  const found = compareWithPrevious(parcel.summary, summaries, { sizeChangeReason: parcel.sizeChangeReason });
  const findings = found.map(({ code, severity, variable, args }): ParcelFinding => {
    return { code, severity, row: null, variable, args: { ...args } };
  });
  const stops = new Set(options.quarantineOn ?? ['F05']);
  const reasons = findings.filter(({ code }) => stops.has(code));
  return {
    ...event,
    status: reasons.length > 0 ? 'quarantined' : 'accepted',
    reasons,
    warnings: findings.filter(({ code }) => !stops.has(code)),
    notChecked: previous.length === 0 ? [...comparisonRules] : [],
    withdrawn,
  };
}

/** Looks at every cell, counts the records against the summary, and gives the keys whose records say that consent was withdrawn. */
async function readThrough(parcel: Parcel): Promise<string[]> {
  const withdrawn: string[] = [];
  let rows = 0;
  for await (const block of parcel.records()) {
    rows += block.rows;
    const key = block.columns.find(({ id }) => id === keyColumn);
    const mark = block.columns.find(({ id }) => id === 'withdrawn_on');
    if (!key || !mark) continue;
    for (let row = 0; row < block.rows; row++)
      if (!isMissing(mark.dictionary[mark.codes[row] ?? 0] ?? '?'))
        withdrawn.push(key.dictionary[key.codes[row] ?? 0] ?? '');
  }
  if (rows !== parcel.summary.rowsKept)
    throw new Refusal('parcel-contents', "the parcel's records and its summary disagree: map and seal the files again");
  return withdrawn;
}

function newestSequence(state: StoreState, contributor: string): number {
  const sequences = [...state.parcels.values()]
    .filter(({ received }) => received.header.contributor === contributor)
    .map(({ received }) => received.header.sequence);
  return Math.max(0, ...sequences);
}
