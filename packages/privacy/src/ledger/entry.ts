import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isSumAtMost, type RationalText, rationalFromText } from '../rational.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ArtefactEntry, DebitEntry, LedgerEntry, MeasuredSetText } from './types.ts';

/** The hash that stands before the first entry. */
export const noEntry = '0'.repeat(64);

/** An entry before its commitment and hash are worked out. */
export type EntryContent = Omit<DebitEntry, 'hash' | 'commitment'> | Omit<ArtefactEntry, 'hash' | 'commitment'>;

/** Completes an entry with its commitment and hash. */
export function sealEntry(content: EntryContent): LedgerEntry {
  const commitment = hashOf(content.sealed);
  const { sealed, ...open } = content;
  return { ...open, sealed, commitment, hash: hashOf({ ...open, commitment }) } as LedgerEntry;
}

/** The id of entry `sequence`, counted from 1. */
export function entryId(sequence: number): string {
  return String(sequence).padStart(6, '0');
}

/**
 * Reads one line without its line feed, and checks everything that can be checked of it alone: that it is the one
 * canonical text of its content, has the shape of an entry, and hashes to what it says. Returns what is wrong as text.
 */
export function parseLine(line: string): LedgerEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  if (!isRecord(value)) return 'is not an entry';
  if (value.format !== 'casebridge-ledger-1') return 'is in a format this program does not know';
  const fields = value.kind === 'debit' ? debitFields : value.kind === 'artefact' ? artefactFields : null;
  if (!fields) return 'is of a kind this program does not know';
  const wrong = wrongField(value, { ...frameFields, ...fields });
  if (wrong !== null) return `has a missing, unknown or malformed field "${wrong}"`;
  const entry = value as unknown as LedgerEntry;
  if (!isCanonical(line, value)) return 'is not written canonically';
  const { hash, commitment, ...content } = entry;
  const sealed = sealEntry(content as EntryContent);
  if (sealed.commitment !== commitment || sealed.hash !== hash) return 'does not match its hash';
  return entry.kind === 'debit' ? (wrongAmounts(entry) ?? entry) : entry;
}

/** SHA-256 (hex) of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === 'string';
const hash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const listOf =
  (check: Check, fewest = 0): Check =>
  (value) =>
    Array.isArray(value) && value.length >= fewest && value.every(check);
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && wrongField(value, fields) === null;
const fraction: Check = (value) => {
  if (!isRecord(value) || !text(value.num) || !text(value.den)) return false;
  if (Object.keys(value).length !== 2) return false;
  try {
    return rationalFromText(value as unknown as RationalText).num >= 0n;
  } catch {
    return false;
  }
};

/** UTC to the second, `2016-05-20T09:30:00Z`. */
export const isUtcTime: Check = (value) =>
  typeof value === 'string' && /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(value);
/** A SHA-256 in lower-case hex. */
export const isHash: Check = hash;

const frameFields: Readonly<Record<string, Check>> = {
  format: oneOf('casebridge-ledger-1'),
  kind: text,
  id: (value) => typeof value === 'string' && /^\d{6,}$/.test(value),
  previous: hash,
  time: isUtcTime,
  commitment: hash,
  hash,
};

const debitFields: Readonly<Record<keyof Omit<DebitEntry, keyof ArtefactFrame> | 'sealed', Check>> = {
  scope: listOf(text, 1),
  unit: oneOf('record', 'person'),
  personBound: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  adjacency: oneOf('add-remove'),
  mechanism: oneOf('discrete-gaussian', 'discrete-laplace', 'exponential', 'adaptive-marginals', 'shared-rows'),
  sets: listOf(
    record({
      set: listOf(text),
      sensitivitySquared: fraction,
      variance: (value) => typeof value === 'string' && /^[1-9]\d*$/.test(value),
      rho: fraction,
    }),
  ),
  rho: fraction,
  from: oneOf('budget', 'reserve'),
  budget: fraction,
  reserve: fraction,
  purpose: text,
  recipe: hash,
  code: record({ commit: text, build: text }),
  random: oneOf('operating-system', 'unsafe-test'),
  signatures: listOf(record({ organisation: text, publicKey: text, signature: text })),
  sealed: record({ salt: hash, snapshot: hash, marks: (value) => value === null || hash(value) }),
};

const artefactFields: Readonly<Record<'debits' | 'artefacts' | 'sealed', Check>> = {
  debits: listOf(text, 1),
  artefacts: listOf(record({ name: text, sha256: hash }), 1),
  sealed: record({ salt: hash }),
};

type ArtefactFrame = Pick<
  ArtefactEntry,
  'format' | 'kind' | 'id' | 'previous' | 'time' | 'commitment' | 'hash' | 'sealed'
>;

function wrongField(value: Record<string, unknown>, fields: Readonly<Record<string, Check>>): string | null {
  for (const [name, check] of Object.entries(fields)) {
    if (!Object.hasOwn(value, name) || !check(value[name])) return name;
  }
  return Object.keys(value).find((name) => !Object.hasOwn(fields, name)) ?? null;
}

function isCanonical(line: string, value: unknown): boolean {
  try {
    return canonicalJson(value) === line;
  } catch {
    return false;
  }
}

function wrongAmounts(entry: DebitEntry): string | null {
  const rho = rationalFromText(entry.rho);
  if (rho.num <= 0n) return 'charges nothing';
  if (new Set(entry.scope).size !== entry.scope.length) return 'names a cohort twice';
  const isAdaptive = entry.mechanism === 'adaptive-marginals';
  if (isAdaptive && entry.sets.length > 0) return 'lists sets for a mechanism that chooses them later';
  if (!isAdaptive && entry.sets.length === 0) return 'lists no set to measure';
  const wrong = entry.sets.some((set) => !costMatches(set));
  if (wrong) return 'has a set whose cost is not its sensitivity over its variance';
  const costs = entry.sets.map((set) => rationalFromText(set.rho));
  return isSumAtMost(costs, rho) ? null : 'has sets that cost more than it charges';
}

// ρ = Δ²/(2σ²), cross-multiplied.
function costMatches({ sensitivitySquared, variance, rho }: MeasuredSetText): boolean {
  const square = rationalFromText(sensitivitySquared);
  const cost = rationalFromText(rho);
  return cost.num > 0n && 2n * cost.num * BigInt(variance) * square.den === square.num * cost.den;
}
