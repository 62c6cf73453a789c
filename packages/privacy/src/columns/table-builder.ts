import type { Domains } from '../results/types.ts';
import { type CaseTable, type CodeColumn, checkDomains, emptyColumn, mostRows, outsideDomain } from './case-table.ts';

/** Consecutive rows of dictionary-coded text columns. A column's dictionary may grow from block to block. */
export interface CodedBlock {
  readonly rows: number;
  /** Row numbers of the source, for messages; counted from 1 over all blocks when absent. */
  readonly sourceRows?: ArrayLike<number>;
  readonly columns: readonly {
    readonly id: string;
    readonly dictionary: readonly string[];
    readonly codes: ArrayLike<number>;
  }[];
}

/** A table being filled block by block. */
export interface TableBuilder {
  /** Refusal: a value outside its declared domain (row and column named). RangeError: a declared column is absent. */
  append(block: CodedBlock): void;
  /** The table. The builder is used up. */
  finish(): CaseTable;
}

/**
 * Builds a table over declared domains from blocks of dictionary-coded columns; columns that the domains do not name are
 * left aside. A value that was not declared refuses the table: it is neither dropped nor given a code of its own, for
 * either would depend on the data.
 */
export function tableBuilder(
  domains: Domains,
  options: { readonly shared?: boolean; readonly expectedRows?: number } = {},
): TableBuilder {
  checkDomains(domains);
  const { shared = false, expectedRows = 65_536 } = options;
  const variables = Object.keys(domains);
  const declared = variables.map((name) => {
    const codes = domains[name] as readonly string[];
    return { name, size: codes.length, codeOf: new Map(codes.map((code, at) => [code, at])) };
  });
  let capacity = Math.max(1, expectedRows);
  let columns = declared.map(({ size }) => emptyColumn(size, capacity, shared));
  const translations = declared.map((): Translation => ({ texts: [], codes: [] }));
  let rows = 0;

  const resize = (length: number) => {
    columns = columns.map((column, at) => {
      const larger = emptyColumn((declared[at] as { size: number }).size, length, shared);
      larger.set(column.length > length ? column.subarray(0, length) : column);
      return larger;
    });
    capacity = length;
  };

  return {
    append(block) {
      if (rows + block.rows > mostRows) throw new RangeError(`a table has at most ${mostRows} rows`);
      if (rows + block.rows > capacity) resize(Math.max(rows + block.rows, capacity * 2));
      for (const [at, { name, codeOf }] of declared.entries()) {
        const source = block.columns.find(({ id }) => id === name);
        if (!source) throw new RangeError(`the rows have no column '${name}'`);
        const translation = translationOf(translations[at] as Translation, source.dictionary, codeOf);
        const outside = translate(source.codes, translation, columns[at] as CodeColumn, rows, block.rows);
        if (outside >= 0) throw outsideDomain(block.sourceRows?.[outside] ?? rows + outside + 1, name);
      }
      rows += block.rows;
    },
    finish() {
      if (capacity !== rows) resize(rows);
      return { variables, domains, columns, rows };
    },
  };
}

interface Translation {
  readonly texts: string[];
  /** Codes of the domain by position in the dictionary, −1 for a text outside it. */
  readonly codes: number[];
}

/** The translation of a dictionary: the known one, grown with it, or begun again where another file's dictionary came. */
function translationOf(
  { texts, codes }: Translation,
  dictionary: readonly string[],
  codeOf: ReadonlyMap<string, number>,
): readonly number[] {
  if (texts.length > dictionary.length || texts.some((text, at) => dictionary[at] !== text)) {
    texts.length = 0;
    codes.length = 0;
  }
  for (let at = texts.length; at < dictionary.length; at++) {
    const text = dictionary[at] as string;
    texts.push(text);
    codes.push(codeOf.get(text) ?? -1);
  }
  return codes;
}

/** Writes the translated codes from `start`; the first row of the block outside the domain, or −1. */
function translate(
  codes: ArrayLike<number>,
  translation: readonly number[],
  column: CodeColumn,
  start: number,
  rows: number,
): number {
  for (let row = 0; row < rows; row++) {
    const code = translation[codes[row] as number] ?? -1;
    if (code < 0) return row;
    column[start + row] = code;
  }
  return -1;
}
