import { Refusal } from '@casebridge/refusal';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';

const maximumCharacters = 1_000_000;

/** A YAML file with a checked shape, and the way to refuse a field of it with its line. */
export interface Declared<T> {
  readonly value: T;
  /** Refusal `recipe`: file, line, field, what to do. */
  refuse(path: readonly (string | number)[], message: string): never;
}

/** Reads YAML (or JSON) against a schema. Refusal `recipe` with file, line and field when it does not fit. */
export function readDeclared<S extends z.ZodType>(text: string, name: string, schema: S): Declared<z.output<S>> {
  if (text.length > maximumCharacters)
    throw new Refusal('recipe', `${name} is longer than ${maximumCharacters} characters: this is no recipe`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '');
    throw new Refusal('recipe', `${name}, line ${lines.linePos(error.pos[0]).line}: ${what}`);
  }
  const refuse = (path: readonly (string | number)[], message: string): never => {
    const at = lineOf(path);
    const where = at === null ? '' : `, line ${at}`;
    const field = path.length > 0 ? ` ${path.join('.')}` : '';
    throw new Refusal('recipe', `${name}${where}:${field} ${message}`);
  };
  const lineOf = (path: readonly (string | number)[]): number | null => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  };
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return { value: result.data, refuse };
  const issue = result.error.issues[0];
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  return refuse(path, issue?.message ?? 'is not valid');
}
