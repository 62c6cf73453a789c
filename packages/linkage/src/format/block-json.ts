/** A linkage block as plain JSON: filters in base64, hashes in hex. */
import { base64 } from '@scure/base';
import type { LinkageBlock } from '../encode/encode-records.ts';
import type { EncodedBirth, FieldFilters } from '../encode/field-filters.ts';
import { type Filter, filterBytes, filterFromBytes } from '../encode/filter.ts';
import { linkKeyCount } from '../encode/link-keys.ts';

/** What a block is in a file. */
export type BlockJson = Readonly<Record<string, unknown>>;

export function blockToJson({ linkKeys, recordFilter, fieldFilters }: LinkageBlock): BlockJson {
  return {
    ...(linkKeys ? { keys: linkKeys } : {}),
    ...(recordFilter ? { filter: base64.encode(filterBytes(recordFilter)) } : {}),
    ...(fieldFilters
      ? {
          fields: {
            ...fieldFilters,
            given: fieldFilters.given && base64.encode(filterBytes(fieldFilters.given)),
            family: fieldFilters.family && base64.encode(filterBytes(fieldFilters.family)),
          },
        }
      : {}),
  };
}

/** Reads what `blockToJson` made; null where it is anything else. */
export function blockFromJson(json: unknown): LinkageBlock | null {
  if (!isObject(json)) return null;
  const linkKeys = 'keys' in json ? keysFrom(json['keys']) : null;
  const recordFilter = 'filter' in json ? filterFrom(json['filter']) : null;
  const fieldFilters = 'fields' in json ? fieldsFrom(json['fields']) : null;
  if (linkKeys === undefined || recordFilter === undefined || fieldFilters === undefined) return null;
  return { linkKeys, recordFilter, fieldFilters };
}

const isObject = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
const isHash = (json: unknown, digits: number): json is string =>
  typeof json === 'string' && json.length === digits && /^[0-9a-f]+$/.test(json);

function keysFrom(json: unknown): LinkageBlock['linkKeys'] | undefined {
  if (!Array.isArray(json) || json.length !== linkKeyCount) return undefined;
  const keys: unknown[] = json;
  return keys.every((key): key is string | null => key === null || isHash(key, 32)) ? keys : undefined;
}

function filterFrom(json: unknown): Filter | undefined {
  if (typeof json !== 'string' || json === '') return undefined;
  try {
    return filterFromBytes(base64.decode(json));
  } catch {
    return undefined;
  }
}

function fieldsFrom(json: unknown): FieldFilters | undefined {
  if (!isObject(json)) return undefined;
  const name = (value: unknown) => (value === null ? null : filterFrom(value));
  const hash = (value: unknown) => (value === null ? null : isHash(value, 16) ? value : undefined);
  const given = name(json['given']);
  const family = name(json['family']);
  const birth = json['birth'] === null ? null : birthFrom(json['birth'], hash);
  const sex = hash(json['sex']);
  const nationality = hash(json['nationality']);
  const wrong = [given, family, birth, sex, nationality].some((part) => part === undefined);
  const sizes = [given, family].some((filter) => filter && filter.length !== 16);
  if (wrong || sizes) return undefined;
  return {
    given: given ?? null,
    family: family ?? null,
    birth: birth ?? null,
    sex: sex ?? null,
    nationality: nationality ?? null,
  };
}

function birthFrom(json: unknown, hash: (value: unknown) => string | null | undefined): EncodedBirth | undefined {
  if (!isObject(json) || !Array.isArray(json['spans'])) return undefined;
  const [date, swapped, year] = [hash(json['date']), hash(json['swapped']), hash(json['year'])];
  const spans: unknown[] = json['spans'];
  const [before, after] = [hash(spans[0]), hash(spans[1])];
  if (date === undefined || swapped === undefined || !year || !before || !after) return undefined;
  return { date, swapped, year, spans: [before, after] };
}
