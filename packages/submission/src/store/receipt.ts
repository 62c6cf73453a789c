import { canonicalJson } from '../index.ts';
import type { ParcelFinding, ReceivedEvent } from './events.ts';
import type { JournalEntry } from './journal.ts';

/** What the store acknowledges of a parcel. It follows from the journal alone, so it is the same whenever it is asked for. */
export interface Receipt {
  readonly format: 'casebridge-receipt-1';
  /** Number and checksum of the journal entry behind it. */
  readonly number: number;
  readonly journal: string;
  /** SHA-256 of the parcel. */
  readonly parcel: string;
  readonly contributor: string;
  readonly sequence: number;
  /** Day it was received. */
  readonly day: string;
  readonly status: 'accepted' | 'quarantined';
  /** Why it is in quarantine. */
  readonly reasons: readonly ParcelFinding[];
  readonly warnings: readonly ParcelFinding[];
  /** Rules that could not be checked. */
  readonly notChecked: readonly string[];
  /** True when the store had this parcel already; the rest is then as it was the first time. */
  readonly duplicate: boolean;
}

/** The receipt of a parcel as it was when the parcel arrived. */
export function receiptOf(number: number, journal: string, received: ReceivedEvent): Receipt {
  const { parcel, header, day, status, reasons, warnings, notChecked } = received;
  const { contributor, sequence } = header;
  const identity = { format: 'casebridge-receipt-1', number, journal, parcel, contributor, sequence, day } as const;
  return { ...identity, status, reasons, warnings, notChecked, duplicate: false };
}

/** The file that acknowledges a journal entry: canonical JSON; a parcel's receipt, or what kind of entry it is. */
export function acknowledgement({ number, sum, event }: JournalEntry): string {
  if (event.kind !== 'received') {
    const { kind } = event;
    return `${canonicalJson({ format: 'casebridge-receipt-1', number, journal: sum, kind })}\n`;
  }
  const { duplicate: _, reasons, warnings, ...rest } = receiptOf(number, sum, event);
  return `${canonicalJson({ ...rest, reasons: [...reasons], warnings: [...warnings] })}\n`;
}

/** The name of a receipt's file. */
export function receiptName(number: number): string {
  return `${String(number).padStart(8, '0')}.json`;
}
