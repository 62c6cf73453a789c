import type { LinkageProfiles } from '../encode/encode-records.ts';
import type { Hardening } from '../encode/hardening.ts';
import type { RecordFilterProfile } from '../encode/record-filter.ts';

/** Reads profiles that were written as JSON, with keys in one order; null where they are none. */
export function profilesFromJson(json: unknown): LinkageProfiles | null {
  if (!isObject(json)) return null;
  const { linkKeys, fieldFilters, recordFilter } = json;
  if (typeof linkKeys !== 'boolean' || typeof fieldFilters !== 'boolean') return null;
  const filter = recordFilter === null ? null : filterProfile(recordFilter);
  return filter === undefined ? null : { linkKeys, recordFilter: filter, fieldFilters };
}

const isObject = (json: unknown): json is Record<string, unknown> => typeof json === 'object' && json !== null;
const isCount = (json: unknown): json is number => Number.isInteger(json) && Number(json) >= 0 && Number(json) <= 65536;

function filterProfile(json: unknown): RecordFilterProfile | undefined {
  if (!isObject(json) || !isObject(json['insertions']) || !Array.isArray(json['hardening'])) return undefined;
  const { bits, sharedNameKey, keyedByYear, birthAsWritten } = json;
  const { given, family, birth, sex, nationality } = json['insertions'];
  if (!isCount(bits) || bits < 64 || !Number.isInteger(Math.log2(bits))) return undefined;
  if (![sharedNameKey, keyedByYear, birthAsWritten].every((one) => typeof one === 'boolean')) return undefined;
  if (!isCount(given) || !isCount(family) || !isCount(birth) || !isCount(sex) || !isCount(nationality))
    return undefined;
  const steps: unknown[] = json['hardening'];
  const hardening = steps.flatMap((step) => hardeningOf(step) ?? []);
  if (hardening.length !== steps.length) return undefined;
  return {
    bits,
    insertions: { given, family, birth, sex, nationality },
    sharedNameKey: sharedNameKey === true,
    keyedByYear: keyedByYear === true,
    birthAsWritten: birthAsWritten === true,
    hardening,
  };
}

function hardeningOf(json: unknown): Hardening | null {
  if (!isObject(json)) return null;
  const { kind, probability, bits } = json;
  if (kind === 'fold' || kind === 'balance') return { kind };
  if (kind === 'flip' && typeof probability === 'number' && probability > 0 && probability < 0.5)
    return { kind, probability };
  return kind === 'diffuse' && isCount(bits) && bits > 1 && bits <= 64 ? { kind, bits } : null;
}
