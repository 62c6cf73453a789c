// YAML (and so JSON) as a tree that remembers lines, so that every complaint about a mapping file can name one. All
// scalars are text: what looks like a number or a boolean is what the author typed.
import { Refusal } from '@casebridge/refusal';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';

export type Located = LocatedText | LocatedList | LocatedMap;

export interface LocatedText {
  readonly kind: 'text';
  readonly text: string;
  readonly line: number;
}

export interface LocatedList {
  readonly kind: 'list';
  readonly items: readonly Located[];
  readonly line: number;
}

export interface LocatedMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Located>;
  readonly line: number;
}

const maxCharacters = 4_000_000;
const maxDepth = 24;

/**
 * Reads a declared file of one map.
 *
 * @throws Refusal `mapping-syntax` with file and line for text that is not YAML, for anchors and for repeated keys
 */
export function parseLocated(text: string, file: string): LocatedMap {
  if (text.length > maxCharacters) throw fault(file, 1, 'the file is too large for a mapping');
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/u, ''), { schema: 'failsafe', lineCounter: lines });
  const problem = document.errors[0];
  if (problem) {
    const line = lines.linePos(problem.pos[0]).line;
    throw fault(file, line, problem.code === 'DUPLICATE_KEY' ? 'a key is given twice' : 'this is not valid YAML');
  }
  const root = located(document.contents, 0);
  if (root.kind !== 'map')
    throw fault(file, root.line, 'a mapping is a list of named parts: mapping, source, fields …');
  return root;

  function located(node: unknown, depth: number): Located {
    const line = lineOf(node);
    if (depth > maxDepth) throw fault(file, line, 'the parts are nested too deeply');
    if (isAlias(node)) throw fault(file, line, 'anchors and aliases are not used in mappings; write the part out');
    if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => located(item, depth + 1)) };
    if (isMap(node)) {
      const entries = new Map<string, Located>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) throw fault(file, lineOf(key), 'a name must be plain text');
        entries.set(String(key.value ?? ''), value === null ? emptyAt(lineOf(key)) : located(value, depth + 1));
      }
      return { kind: 'map', line, entries };
    }
    return { kind: 'text', line, text: isScalar(node) ? String(node.value ?? '') : '' };
  }

  function lineOf(node: unknown): number {
    const range = (node as { readonly range?: readonly [number, number, number] | null } | null)?.range;
    return range ? lines.linePos(range[0]).line : 1;
  }

  function emptyAt(line: number): LocatedText {
    return { kind: 'text', text: '', line };
  }
}

/** A refusal that names file and line: `iom.yaml, line 12: …`. */
export function fault(file: string, line: number, what: string): Refusal {
  return new Refusal('mapping', `${file}, line ${line}: ${what}`);
}
