// The edge where a file somebody wrote by hand becomes a trusted value: YAML to a checked shape, and every refusal
// names the file, the line and the field.
import { Refusal } from '@casebridge/refusal';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';

const maximumCharacters = 1_000_000;

/**
 * Reads a YAML (or JSON) file against a schema.
 *
 * @param name how a refusal names the file
 * @param kind code of the refusal: `agreement`, `coverage`
 */
export function parseDeclared<S extends z.ZodType>(text: string, name: string, kind: string, schema: S): z.output<S> {
  if (text.length > maximumCharacters)
    throw new Refusal(kind, `${name} is longer than ${maximumCharacters} characters: this is not such a file`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const what = (error.message.split('\n')[0] ?? '').replace(/ at line \d+.*$/, '');
    throw new Refusal(kind, `${name}, line ${lines.linePos(error.pos[0]).line}: ${what}`);
  }
  const result = schema.safeParse(plainValue(document, name, kind));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknownKey].map((part) => (typeof part === 'symbol' ? String(part) : part));
  const where = lineOf(path);
  const field = path.length > 0 ? ` ${path.join('.')}:` : '';
  const what = unknownKey.length > 0 ? 'there is no such field' : (issue?.message ?? 'is not valid');
  throw new Refusal(kind, `${name}${where === null ? '' : `, line ${where}`}:${field} ${what}`);

  function lineOf(at: readonly (string | number)[]): number | null {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return null;
  }
}

/** Anchors and aliases are refused: these files need none, and a few of them can stand for millions of values. */
function plainValue(document: Document, name: string, kind: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (cause) {
    throw new Refusal(kind, `${name} uses a YAML alias (*name): write the value out`, { cause });
  }
}
