// The ZIP archive of a workbook, read as if it were hostile: its directory is checked before anything is inflated, and
// inflating is metered, because what a directory says about sizes need not be true.
import { Refusal } from '@casebridge/refusal';
import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ArchiveLimits } from './limits.ts';

export interface ArchiveEntry {
  readonly name: string;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly dataStart: number;
}

export interface Archive {
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** The bytes of an entry, in pieces as they are inflated. */
  readonly read: (name: string) => Generator<Uint8Array>;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const inflateStep = 8 * 1024;

/**
 * Opens an XLSX archive.
 *
 * @throws Refusal `xlsx` for what is not an archive or could be a trick: encryption, links, absolute or `..` names,
 *   repeated or overlapping entries, nested archives, macros, links to other workbooks, too many entries; `xlsx-bomb`
 *   for what inflates beyond the limits
 */
export function openArchive(bytes: Uint8Array, name: string, limits: ArchiveLimits): Archive {
  const no = (what: string): Refusal => new Refusal('xlsx', `${name}: ${what}`);
  if (bytes.length > limits.maxCompressedBytes)
    throw new Refusal(
      'file-too-large',
      `${name}: larger than ${limits.maxCompressedBytes} bytes; save it as CSV or split it`,
    );
  const entries = readDirectory(bytes, limits, no);
  let inflatedInAll = 0;
  const metered = new Set<string>();

  function* read(entryName: string): Generator<Uint8Array> {
    const entry = entries.get(entryName);
    if (!entry) throw no(`it has no part ${shown(entryName)}; save it again as an Excel workbook (.xlsx)`);
    const counts = !metered.has(entryName);
    metered.add(entryName);
    let size = 0;
    let crc = 0;
    for (const piece of pieces(bytes, entry, no)) {
      size += piece.length;
      if (counts) inflatedInAll += piece.length;
      meter(entry, size, inflatedInAll);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (size !== entry.size || crc !== entry.crc)
      throw no(`the part ${shown(entryName)} is damaged: it is not what the directory says; save the workbook again`);
  }

  function meter(entry: ArchiveEntry, size: number, all: number): void {
    const ratio = size / Math.max(1, entry.compressedSize);
    if (
      size > limits.maxEntryBytes ||
      all > limits.maxInflatedBytes ||
      (size > limits.ratioFloorBytes && ratio > limits.maxRatio)
    )
      throw new Refusal(
        'xlsx-bomb',
        `${name}: a part inflates to far more than a workbook needs; save only the sheet with the cases, or save it as CSV`,
      );
  }

  return { read, has: (entryName) => entries.has(entryName), names: [...entries.keys()] };
}

function* pieces(bytes: Uint8Array, entry: ArchiveEntry, no: (what: string) => Refusal): Generator<Uint8Array> {
  const end = entry.dataStart + entry.compressedSize;
  if (entry.method === 0) {
    for (let at = entry.dataStart; at < end; at += inflateStep * 8)
      yield bytes.subarray(at, Math.min(end, at + inflateStep * 8));
    return;
  }
  const inflated: Uint8Array[] = [];
  let isFinished = false;
  const inflate = new Inflate((piece, final) => {
    if (piece.length > 0) inflated.push(piece);
    isFinished ||= final;
  });
  for (let at = entry.dataStart; at < end || at === entry.dataStart; at += inflateStep) {
    const stop = Math.min(end, at + inflateStep);
    try {
      inflate.push(bytes.subarray(at, stop), stop === end);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      throw no('a part cannot be inflated; the file is damaged, save the workbook again');
    }
    for (let piece = inflated.shift(); piece; piece = inflated.shift()) yield piece;
  }
  if (!isFinished) throw no('a part ends too early; the file is damaged, save the workbook again');
}

function readDirectory(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  no: (what: string) => Refusal,
): ReadonlyMap<string, ArchiveEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0)
    throw no('not an Excel workbook (.xlsx), or cut off; open it in a spreadsheet program and save it again');
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
    throw no('it is a ZIP64 archive; save it again as an Excel workbook (.xlsx)');
  if (count > limits.maxEntries)
    throw no(`it has more than ${limits.maxEntries} parts; save only the sheet with the cases`);
  const entries = new Map<string, ArchiveEntry>();
  const folded = new Set<string>();
  const spans: (readonly [number, number])[] = [];
  let at = start;
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== directorySignature)
      throw no('its directory is damaged; save the workbook again');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const entryName = entryNameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    const unixMode = view.getUint32(at + 38, true) >>> 16;
    const local = view.getUint32(at + 42, true);
    if ((flags & 0x41) !== 0) throw no('it is encrypted; save it without a password');
    if (method !== 0 && method !== 8) throw no('it is packed in a way Excel does not use; save it again as .xlsx');
    if ((unixMode & 0xf000) === 0xa000) throw no('it holds a link instead of a part; save the workbook again');
    checkName(entryName, no);
    if (folded.has(entryName.toLowerCase()))
      throw no(`the part ${shown(entryName)} is there twice; save the workbook again`);
    folded.add(entryName.toLowerCase());
    const compressedSize = view.getUint32(at + 20, true);
    const dataStart = localData(view, bytes, local, entryName, no);
    if (dataStart + compressedSize > start) throw no('its parts overlap its directory; save the workbook again');
    spans.push([local, dataStart + compressedSize]);
    entries.set(entryName, {
      name: entryName,
      method,
      compressedSize,
      size: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      dataStart,
    });
    at = next;
  }
  spans.sort(([a], [b]) => a - b);
  for (const [n, [from]] of spans.entries())
    if (n > 0 && from < (spans[n - 1] as readonly [number, number])[1])
      throw no('its parts overlap; save the workbook again');
  return entries;
}

/** Position of the end-of-directory record; -1 where there is none. */
function endRecord(view: DataView): number {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= furthest; at--) {
    if (view.getUint32(at, true) === endSignature && at + 22 + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return -1;
}

function localData(
  view: DataView,
  bytes: Uint8Array,
  local: number,
  entryName: string,
  no: (what: string) => Refusal,
): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature)
    throw no('its directory points at nothing; save the workbook again');
  const nameLength = view.getUint16(local + 26, true);
  if (entryNameOf(bytes.subarray(local + 30, local + 30 + nameLength)) !== entryName)
    throw no('its parts and its directory have different names; save the workbook again');
  return local + 30 + nameLength + view.getUint16(local + 28, true);
}

function entryNameOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function checkName(entryName: string, no: (what: string) => Refusal): void {
  const parts = entryName.split('/');
  if (entryName.startsWith('/') || /[\\:\0]/u.test(entryName) || parts.includes('..') || parts.includes('.'))
    throw no('a part has a name that leads out of the archive; save the workbook again');
  const lower = entryName.toLowerCase();
  if (lower.includes('vbaproject') || lower.startsWith('xl/macrosheets/') || lower.startsWith('xl/activex/'))
    throw no('it holds macros; save it as a workbook without macros (.xlsx)');
  if (lower.startsWith('xl/externallinks/'))
    throw no('it takes values from other workbooks; paste the values and remove the links');
  if (lower.startsWith('xl/embeddings/') || /\.(?:zip|xls[xmb]?|doc[xm]?|ppt[xm]?|jar|7z|rar|gz|ods)$/u.test(lower))
    throw no('it holds another file inside; remove embedded objects');
}

function shown(entryName: string): string {
  return /^[\w./[\]-]{1,80}$/u.test(entryName) ? entryName : '(unprintable name)';
}
