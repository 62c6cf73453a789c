import { Refusal } from '@casebridge/refusal';
import { type Accounts, chargeAccounts } from './accounts.ts';
import { entryId, noEntry, parseLine } from './entry.ts';
import type { LedgerEntry, LedgerView } from './types.ts';

/** What is wrong with a ledger, and where. */
export interface LedgerProblem {
  /** From 1; null when the ledger as a whole is at fault. */
  readonly line: number | null;
  readonly kind: 'damaged' | 'torn' | 'older';
  /** The rest of a sentence that names the line. */
  readonly reason: string;
}

/** Outcome of checking a ledger: everything up to the first problem. */
export interface LedgerReport {
  readonly holds: boolean;
  readonly problem: LedgerProblem | null;
  /** What the sound lines say. */
  readonly view: LedgerView;
}

/**
 * Checks every line of a ledger: shape, canonical text, hashes, chain, that no cohort ever spent more than it declared,
 * and, given the hash of an entry that must be there (a published bundle's ledger head), that the ledger is not older.
 * A last line without a line feed was never acknowledged, so no noise was drawn for it; it is reported all the same.
 */
export function verifyLedger(bytes: Uint8Array, anchor: string | null = null): LedgerReport {
  const entries: LedgerEntry[] = [];
  const accounts: Accounts = new Map();
  let head = noEntry;
  let start = 0;
  const stop = (kind: LedgerProblem['kind'], line: number | null, reason: string): LedgerReport => ({
    holds: false,
    problem: { line, kind, reason },
    view: { entries, head, bytes: start, accounts },
  });
  while (start < bytes.length) {
    const line = entries.length + 1;
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) return stop('torn', line, `is cut short after byte ${start}`);
    const text = decode(bytes.subarray(start, end));
    if (text === null) return stop('damaged', line, 'is not UTF-8');
    const entry = parseLine(text);
    if (typeof entry === 'string') return stop('damaged', line, entry);
    if (entry.id !== entryId(line)) return stop('damaged', line, `is entry ${entry.id}, out of order`);
    if (entry.previous !== head) return stop('damaged', line, 'does not follow from the line before');
    if (entry.kind === 'debit') {
      const excess = chargeAccounts(accounts, entry);
      if (excess !== null) return stop('damaged', line, excess);
    } else if (!entry.debits.every((id) => isDebit(entries, id))) {
      return stop('damaged', line, 'names a debit that is not before it');
    }
    entries.push(entry);
    head = entry.hash;
    start = end + 1;
  }
  const view: LedgerView = { entries, head, bytes: bytes.length, accounts };
  if (anchor !== null && !entries.some(({ hash }) => hash === anchor)) {
    const reason = `does not contain entry ${anchor.slice(0, 12)}…, which a bundle or this run already relies on`;
    return { holds: false, problem: { line: null, kind: 'older', reason }, view };
  }
  return { holds: true, problem: null, view };
}

/** The view of a ledger that holds. Refusal (exit 3), naming ledger and line, when it does not. */
export function readLedger(bytes: Uint8Array, name: string, anchor: string | null = null): LedgerView {
  const { problem, view } = verifyLedger(bytes, anchor);
  if (problem) throw refusalFor(problem, name, view.bytes);
  return view;
}

/** The view with one more entry, which was checked and written. */
export function extendView(view: LedgerView, entry: LedgerEntry, lineBytes: number): LedgerView {
  const accounts: Accounts = new Map(view.accounts);
  const excess = entry.kind === 'debit' ? chargeAccounts(accounts, entry) : null;
  if (excess !== null) throw new Error(`an entry that ${excess} was written`);
  return { entries: [...view.entries, entry], head: entry.hash, bytes: view.bytes + lineBytes, accounts };
}

/** Whether `id` is the id of a debit among the entries. */
export function isDebit(entries: readonly LedgerEntry[], id: string): boolean {
  const entry = entries[Number(id) - 1];
  return entry?.id === id && entry.kind === 'debit';
}

function refusalFor({ kind, line, reason }: LedgerProblem, name: string, soundBytes: number): Refusal {
  const remedy = {
    damaged: 'restore it from a backup that is not older than the newest bundle; nothing is measured until then',
    torn:
      'the write was interrupted before it counted and nothing was measured for it: ' +
      `keep a copy, then cut the file to ${soundBytes} bytes`,
    older: 'an older copy would spend budget twice: restore the newest ledger',
  }[kind];
  const where = line === null ? name : `${name} line ${line}`;
  return new Refusal(`ledger-${kind}`, `${where} ${reason}; ${remedy}.`, { exit: 3 });
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
