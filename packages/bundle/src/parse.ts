import { Refusal } from '@casebridge/refusal';
import type * as z from 'zod';
import { canonicalJson, type JsonValue } from './canonical-json.ts';
import { textOf } from './digest.ts';

/** Parses a JSON file of a bundle and checks its shape. Refusal `bundle-format`, naming the file and the member. */
export function parseJson<T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  const result = schema.safeParse(jsonOf(path, bytes));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
  throw new Refusal('bundle-format', `${path}${where}: ${issue?.message ?? 'wrong shape'}; fetch the bundle again`);
}

/** The same for a file that must also be canonical JSON, byte for byte, so that no byte of it is free. */
export function parseCanonical<T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  const value = parseJson(path, bytes, schema);
  if (`${canonicalJson(jsonOf(path, bytes))}\n` !== textOf(bytes)) {
    throw new Refusal('bundle-format', `${path} is not canonical JSON: it was altered; fetch the bundle again`);
  }
  return value;
}

/** Parses a file of one JSON value a line. */
export function parseJsonLines<T>(path: string, bytes: Uint8Array, schema: z.ZodType<T>): T[] {
  const lines = decoded(path, bytes).split('\n');
  if (lines.at(-1) !== '')
    throw new Refusal('bundle-format', `${path} ends in the middle of a line; fetch the bundle again`);
  const encoder = new TextEncoder();
  return lines.slice(0, -1).map((line, at) => parseJson(`${path} line ${at + 1}`, encoder.encode(line), schema));
}

function jsonOf(path: string, bytes: Uint8Array): JsonValue {
  try {
    return JSON.parse(decoded(path, bytes)) as JsonValue;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('bundle-format', `${path} is not JSON; fetch the bundle again`, { cause });
  }
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch (cause) {
    throw new Refusal('bundle-format', `${path} is not UTF-8; fetch the bundle again`, { cause });
  }
}
