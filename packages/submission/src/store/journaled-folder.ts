// The folder under a store: its state is what the journal adds up to, read again before every answer and extended one
// change at a time.
import { join } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { temporaryEnding, writeRefusal, writeWhole } from '../node/index.ts';
import { applyEvent, emptyState, type StoreEvent, type StoreState } from './events.ts';
import { diskFiles, type StoreFiles } from './files.ts';
import { appendLine, type JournalEntry, journalStart, nextLine, readJournal } from './journal.ts';
import { withLock } from './lock.ts';
import { acknowledgement, receiptName } from './receipt.ts';

export interface StoreOptions {
  /** How long to wait for another process that writes, in milliseconds; 30,000 unless told. */
  readonly lockWaitMs?: number;
  /** File system calls; the real ones unless told. */
  readonly files?: StoreFiles;
  /** False to refuse a folder that is not a store instead of making one. */
  readonly create?: boolean;
}

export interface JournaledFolder {
  readonly state: StoreState;
  readonly files: StoreFiles;
  /** Takes in what was appended to the journal since it was last read, here or by another process. */
  refresh(): Promise<void>;
  /** Runs a change alone: in this process by a queue, between processes by the lock. */
  change<T>(work: () => Promise<T>): Promise<T>;
  /** Makes an event durable and applies it. Only within a change. */
  commit(event: StoreEvent): Promise<JournalEntry>;
  /** Writes the acknowledgement file of an entry again, where it is missing. */
  acknowledge(entry: JournalEntry): Promise<void>;
}

const lockWait = 30_000;
/** Refusals after which the journal is known to be as it was. */
const cleanRefusals: ReadonlySet<string> = new Set(['disk-full', 'cannot-write', 'store-damaged']);

/**
 * Opens a store's folder, making it where it is empty or missing. Refusals: `not-a-store`, `store-damaged`,
 * `store-behind` when acknowledgements show that the journal lost its end, `store-locked`, `disk-full`.
 */
export async function openJournaledFolder(folder: string, options: StoreOptions = {}): Promise<JournaledFolder> {
  const files = options.files ?? diskFiles;
  const lockWaitMs = options.lockWaitMs ?? lockWait;
  const journalPath = join(folder, 'journal.jsonl');
  const receipts = join(folder, 'receipts');
  const state = emptyState();
  let position = journalStart;
  let isCleared = false;
  let broken: unknown = null;
  let queue: Promise<unknown> = Promise.resolve();

  await makeWhereMissing(folder, files, options.create !== false, lockWaitMs);
  await checkedRefresh();
  return { state, files, refresh, change, commit, acknowledge };

  async function refresh(): Promise<void> {
    const bytes = await files.readFile(journalPath);
    if (bytes.length < position.bytes) throw behind();
    // From here to the end nothing waits, so that two refreshes never apply the same entry.
    const read = readJournal(bytes.subarray(position.bytes), position, journalPath);
    for (const { event, number, sum } of read.entries) applyEvent(state, event, number, sum);
    position = read.position;
  }

  /** Acknowledgements are listed before the journal is read: whatever they name must then be in it. */
  async function checkedRefresh(): Promise<void> {
    const names = await files.readdir(receipts).catch(() => []);
    const acknowledged = Math.max(0, ...names.map((name) => Number(/^(\d+)\.json$/.exec(name)?.[1] ?? 0)));
    await refresh();
    if (acknowledged > position.number) throw behind();
  }

  async function change<T>(work: () => Promise<T>): Promise<T> {
    const run = queue.then(() =>
      withLock(folder, lockWaitMs, async () => {
        if (broken !== null)
          throw new Refusal('store-failed', `${folder} failed to write before: check the disk, then start again`, {
            cause: broken,
          });
        await checkedRefresh();
        if (!isCleared) await clearPartialFiles();
        isCleared = true;
        return await work();
      }),
    );
    queue = run.catch(() => {});
    return await run;
  }

  async function commit(event: StoreEvent): Promise<JournalEntry> {
    const { line, entry, position: after } = nextLine(position, event);
    try {
      await appendLine(files, journalPath, position, line);
    } catch (error) {
      // Unless it is certain that the journal is as before, nothing more is written.
      if (!(error instanceof Refusal && cleanRefusals.has(error.code))) broken = error;
      throw error;
    }
    if (position.number < entry.number) {
      applyEvent(state, entry.event, entry.number, entry.sum);
      position = after;
    }
    await acknowledge(entry);
    return entry;
  }

  async function acknowledge(entry: JournalEntry): Promise<void> {
    // The entry itself is durable: an acknowledgement that finds no room is written when it is next asked for.
    await writeWhole(join(receipts, receiptName(entry.number)), acknowledgement(entry), { files, mode: 0o600 }).catch(
      () => {},
    );
  }

  async function clearPartialFiles(): Promise<void> {
    for (const below of [folder, join(folder, 'parcels'), receipts])
      for (const name of await files.readdir(below))
        if (name.endsWith(temporaryEnding)) await files.unlink(join(below, name)).catch(() => {});
  }

  function behind(): Refusal {
    return new Refusal(
      'store-behind',
      `${journalPath} ends before what was acknowledged: restore the store from its newest backup`,
    );
  }
}

async function makeWhereMissing(
  folder: string,
  files: StoreFiles,
  mayCreate: boolean,
  lockWaitMs: number,
): Promise<void> {
  const names = await files.readdir(folder).catch(() => null);
  if (names?.includes('journal.jsonl')) return;
  if (!mayCreate || names?.some((name) => !isBeginning(name)))
    throw new Refusal('not-a-store', `${folder} is not a store: give the folder of one, or an empty one to make it`);
  try {
    await files.mkdir(join(folder, 'parcels'), { recursive: true, mode: 0o700 });
    await files.mkdir(join(folder, 'receipts'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw writeRefusal(folder, error);
  }
  await withLock(folder, lockWaitMs, async () => {
    if ((await files.readdir(folder)).includes('journal.jsonl')) return;
    const { line } = nextLine(journalStart, { kind: 'created', format: 'casebridge-store-1' });
    await writeWhole(join(folder, 'journal.jsonl'), line, { files, mode: 0o600 });
  });
}

/** What a store that is just being made may hold already. */
function isBeginning(name: string): boolean {
  return ['parcels', 'receipts'].includes(name) || /^\.?lock/.test(name) || name.endsWith(temporaryEnding);
}
