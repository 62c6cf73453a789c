// A JSON reader for untrusted lines: no repeated or reserved keys, bounded depth, values kept as the text they were.

export type JsonProblem = 'not_json' | 'duplicate_key' | 'reserved_key' | 'too_deep' | 'not_an_object';

/** A value of one line: text as it would stand in a cell, a list, or an object. */
export type JsonValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly JsonValue[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonValue> };

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

class JsonFault extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Parses one JSON object. Numbers keep their digits (`1.10`, `01` is refused), true and false are those words, null is
 * the empty text.
 */
export function parseJsonObject(
  text: string,
  maxDepth: number,
): { readonly entries: ReadonlyMap<string, JsonValue> } | { readonly problem: JsonProblem } {
  let at = 0;
  try {
    space();
    if (text[at] !== '{') throw new JsonFault(isJsonStart(text[at]) ? 'not_an_object' : 'not_json');
    const value = object(1);
    space();
    if (at !== text.length) throw new JsonFault('not_json');
    return { entries: value.entries };
  } catch (error) {
    if (error instanceof JsonFault) return { problem: error.problem };
    throw error;
  }

  function value(depth: number): JsonValue {
    if (depth > maxDepth) throw new JsonFault('too_deep');
    const start = text[at];
    if (start === '{') return object(depth);
    if (start === '[') return list(depth);
    if (start === '"') return { kind: 'text', text: string() };
    const token = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/u.exec(
      text.slice(at, at + 64),
    )?.[0];
    const after = token === undefined ? undefined : text[at + token.length];
    if (token === undefined || (after !== undefined && !/[\s,\]}]/u.test(after))) throw new JsonFault('not_json');
    at += token.length;
    return { kind: 'text', text: token === 'null' ? '' : token };
  }

  function object(depth: number): Extract<JsonValue, { kind: 'object' }> {
    const entries = new Map<string, JsonValue>();
    at++;
    space();
    if (text[at] === '}') {
      at++;
      return { kind: 'object', entries };
    }
    for (;;) {
      space();
      if (text[at] !== '"') throw new JsonFault('not_json');
      const key = string();
      if (reserved.has(key)) throw new JsonFault('reserved_key');
      if (entries.has(key)) throw new JsonFault('duplicate_key');
      space();
      if (text[at] !== ':') throw new JsonFault('not_json');
      at++;
      space();
      entries.set(key, value(depth + 1));
      space();
      if (text[at] === ',') at++;
      else if (text[at] === '}') break;
      else throw new JsonFault('not_json');
    }
    at++;
    return { kind: 'object', entries };
  }

  function list(depth: number): JsonValue {
    const items: JsonValue[] = [];
    at++;
    space();
    if (text[at] === ']') {
      at++;
      return { kind: 'list', items };
    }
    for (;;) {
      space();
      items.push(value(depth + 1));
      space();
      if (text[at] === ',') at++;
      else if (text[at] === ']') break;
      else throw new JsonFault('not_json');
    }
    at++;
    return { kind: 'list', items };
  }

  function string(): string {
    const start = at++;
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
    if (at >= text.length) throw new JsonFault('not_json');
    at++;
    try {
      const parsed: unknown = JSON.parse(text.slice(start, at));
      if (typeof parsed === 'string' && !/\p{Cs}/u.test(parsed)) return parsed;
    } catch {
      // Falls through: a bad escape is bad JSON.
    }
    throw new JsonFault('not_json');
  }

  function space(): void {
    while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  }
}

function isJsonStart(character: string | undefined): boolean {
  return character !== undefined && /[["\d\-tfn]/u.test(character);
}
