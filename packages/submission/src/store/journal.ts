// The store's journal: JSON lines, each with a number, the checksum of the line before and its own. A line that is
// written and synced is the commit point of whatever it says. A last line without its end was never acknowledged.
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '@casebridge/refusal';
import * as z from 'zod';
import { type CanonicalValue, canonicalJson } from '../index.ts';
import { writeRefusal } from '../node/index.ts';
import { eventSchema, type StoreEvent } from './events.ts';
import type { StoreFiles } from './files.ts';

/** How far a journal has been read. */
export interface JournalPosition {
  /** Bytes of whole, valid lines. */
  readonly bytes: number;
  /** Entries so far. */
  readonly number: number;
  /** Checksum of the last entry. */
  readonly sum: string;
}

export interface JournalEntry {
  readonly number: number;
  readonly sum: string;
  readonly event: StoreEvent;
}

export const journalStart: JournalPosition = { bytes: 0, number: 0, sum: '0'.repeat(64) };

const lineSchema = z.strictObject({ n: z.int(), previous: z.string(), event: z.unknown(), sum: z.string() });

/** The line of the next entry and the position after it. */
export function nextLine(
  after: JournalPosition,
  event: StoreEvent,
): { readonly line: Uint8Array; readonly entry: JournalEntry; readonly position: JournalPosition } {
  const body = { n: after.number + 1, previous: after.sum, event: event as CanonicalValue };
  const sum = checksum(body);
  const line = new TextEncoder().encode(`${canonicalJson({ ...body, sum })}\n`);
  const position = { bytes: after.bytes + line.length, number: body.n, sum };
  return { line, entry: { number: body.n, sum, event }, position };
}

/**
 * Reads the entries after a position. `isTorn` says that an unfinished line follows them: a write under way, or one
 * that a crash cut off. Refusal `store-damaged` when a finished line is not what was written.
 *
 * @param tail the journal's bytes from `after.bytes` on
 */
export function readJournal(
  tail: Uint8Array,
  after: JournalPosition,
  path: string,
): { readonly entries: readonly JournalEntry[]; readonly position: JournalPosition; readonly isTorn: boolean } {
  const entries: JournalEntry[] = [];
  let position = after;
  let start = 0;
  for (let end = tail.indexOf(0x0a); end >= 0; end = tail.indexOf(0x0a, start)) {
    const line = tail.subarray(start, end);
    // Blocks that never reached the disk read as zeros, which no entry holds.
    if (end === tail.length - 1 && line.includes(0)) break;
    const entry = entryOf(line, position, path);
    entries.push(entry);
    position = { bytes: position.bytes + end + 1 - start, number: entry.number, sum: entry.sum };
    start = end + 1;
  }
  return { entries, position, isTorn: start < tail.length };
}

/**
 * Appends a line at a position and syncs it: when this returns, the entry is durable. An unfinished line beyond the
 * position is cut off first. Refusal `disk-full` or `cannot-write` leaves the journal as it was; `store-failed` says
 * that nobody can tell what is on the disk.
 */
export async function appendLine(
  files: StoreFiles,
  path: string,
  position: JournalPosition,
  line: Uint8Array,
): Promise<void> {
  const file = await files.open(path, 'r+').catch((error: unknown) => {
    throw writeRefusal(path, error);
  });
  try {
    const { size } = await file.stat();
    if (size < position.bytes) throw damaged(path, position.number);
    if (size > position.bytes) await file.truncate(position.bytes);
    await writeAt(file, position.bytes, line).catch(async (error: unknown) => {
      await file.truncate(position.bytes);
      throw writeRefusal(path, error);
    });
    await file.sync();
  } catch (error) {
    throw error instanceof Refusal ? error : failed(path, error);
  } finally {
    await file.close();
  }
}

async function writeAt(file: FileHandle, start: number, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, start + written);
    written += bytesWritten;
  }
}

function entryOf(bytes: Uint8Array, after: JournalPosition, path: string): JournalEntry {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { sum, ...body } = lineSchema.parse(JSON.parse(text));
    const event = eventSchema.parse(body.event);
    const canonical = { n: body.n, previous: body.previous, event: body.event as CanonicalValue };
    const isNext = body.n === after.number + 1 && body.previous === after.sum;
    if (!isNext || sum !== checksum(canonical) || text !== canonicalJson({ ...canonical, sum })) throw new TypeError();
    return { number: body.n, sum, event };
  } catch {
    throw damaged(path, after.number + 1);
  }
}

function checksum(body: { readonly [key: string]: CanonicalValue }): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}

function failed(path: string, cause: unknown): Refusal {
  const message = `${path} could not be made durable: check the disk, then start again`;
  return new Refusal('store-failed', message, { cause });
}

function damaged(path: string, line: number): Refusal {
  return new Refusal('store-damaged', `${path} is damaged at line ${line}: restore the store from its backup`);
}
