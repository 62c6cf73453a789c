import { hasVariable, isFlagged, missing, variable } from '@casebridge/standard';
import type { MappedBlock } from '../validation-port.ts';
import { scopeSourceName } from './rule.ts';
import { type YesSets, yesSets } from './yes-sets.ts';

/** What a rule reads of each row, as a code: a cell, the set of a many-valued variable's yes flags, or the scope's source. */
export interface RowSource {
  readonly name: string;
  /** Distinct codes so far; grows from block to block. */
  size(): number;
  /** Changes where a code no longer means what it meant: what was remembered by code is void. */
  epoch(): number;
  /** The current block's code of each row. */
  codes(): ArrayLike<number>;
  /** The cell text of a code; `?not_asked` for sources that are not cells. */
  cell(code: number): string;
  /** The set of a code; empty for sources that are not sets. */
  set(code: number): readonly string[];
}

/** The sources of one file. Several rules share one source, and a block is prepared once for all of them. */
export interface RowSources {
  /** True where the file has what a rule reads under this name. */
  has(name: string): boolean;
  /** The source of a name. Call only where `has` is true. */
  take(name: string): RowSource;
  /** Makes a block the current one. */
  use(block: MappedBlock): void;
}

/** Opens the sources of a file with these columns, in the order of `MappedBlock.columns`. */
export function rowSources(columns: readonly string[]): RowSources {
  const open = new Map<string, RowSource & { use(block: MappedBlock): void }>();
  const places = new Map(columns.map((column, place) => [column, place]));
  const has = (name: string) =>
    name === scopeSourceName ||
    places.has(name) ||
    (isSet(name) && columns.some((column) => column.startsWith(`${name}.`)));

  return {
    has,
    take(name) {
      let source = open.get(name);
      if (!source) {
        const place = places.get(name);
        source =
          name === scopeSourceName
            ? scopes()
            : place === undefined
              ? sets(name, yesSets(name, columns))
              : cells(name, place);
        open.set(name, source);
      }
      return source;
    },
    use(block) {
      for (const source of open.values()) source.use(block);
    },
  };
}

const notAsked = missing('not_asked');

function isSet(name: string): boolean {
  return hasVariable(name) && isFlagged(variable(name));
}

function cells(name: string, place: number) {
  let dictionary: readonly string[] = [];
  let codes: ArrayLike<number> = [];
  let known = 0;
  let epoch = 0;
  return {
    name,
    size: () => dictionary.length,
    epoch: () => epoch,
    codes: () => codes,
    cell: (code: number) => dictionary[code] ?? notAsked,
    set: () => [],
    use(block: MappedBlock) {
      const column = block.columns[place];
      if (column?.id !== name) throw new RangeError(`the block has no column '${name}' at place ${place}`);
      if (column.dictionary !== dictionary && !startsWith(column.dictionary, dictionary, known)) epoch++;
      dictionary = column.dictionary;
      known = dictionary.length;
      codes = column.codes;
    },
  };
}

function sets(name: string, from: YesSets) {
  let codes: ArrayLike<number> = [];
  return {
    name,
    size: () => from.sets.length,
    epoch: () => 0,
    codes: () => codes,
    cell: () => notAsked,
    set: (code: number) => from.sets[code] ?? [],
    use(block: MappedBlock) {
      codes = from.codesOf(block);
    },
  };
}

function scopes() {
  let codes: ArrayLike<number> = [];
  return {
    name: scopeSourceName,
    size: () => 4,
    epoch: () => 0,
    codes: () => codes,
    cell: () => notAsked,
    set: () => [],
    use(block: MappedBlock) {
      codes = block.scopeSource;
    },
  };
}

function startsWith(texts: readonly string[], start: readonly string[], length: number): boolean {
  for (let code = 0; code < length; code++) if (texts[code] !== start[code]) return false;
  return true;
}
