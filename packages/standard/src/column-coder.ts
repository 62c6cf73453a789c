// From the columns of a contributor's records to codes of the declared domains. What is worked out (regions, purpose, years
// of duration, …) is worked out here, from what was recorded, so that every contributor's figures follow one rule.
import { isMissing, missing, no, yes } from './cell.ts';
import {
  durationYearsOf,
  isicSectionsOf,
  majorityOfAge,
  majorityOfBand,
  purposeSummaryOf,
  regionCellOf,
  scopeOf,
} from './derived.ts';
import { codesOf } from './dictionary.ts';
import type { RecordBlock, RecordColumn } from './records.ts';

/** Codes of one published column for every row of a block: indices into its declared domain. */
export type ColumnCoder = (block: RecordBlock) => Uint16Array;

export interface CoderOptions {
  /** Regional grouping of region columns. */
  readonly grouping: string;
  /** Countries that are held back: their cells, and the regions worked out from them, become `?suppressed`. */
  readonly heldBackCountries: ReadonlySet<string>;
  /**
   * Variables (or single columns of many-valued ones) that are held back: their cells become `?suppressed`, and nothing is
   * worked out from them.
   */
  readonly heldBackVariables: ReadonlySet<string>;
}

/** A cell worked out from the cells of some columns, in order. A column that a block does not have reads `?not_asked`. */
interface Derivation {
  readonly from: readonly string[];
  readonly derive: (...cells: string[]) => string;
}

/** A coder for a published column over its declared domain. */
export function columnCoder(column: string, domain: readonly string[], options: CoderOptions): ColumnCoder {
  const codeOf = new Map(domain.map((code, at) => [code, at]));
  const fallback = codeOf.get(missing('unknown')) ?? codeOf.get(missing('not_asked')) ?? 0;
  const suppressed = codeOf.get(missing('suppressed')) ?? fallback;
  // A missing reason that the column does not tell apart counts as unknown; a value outside the domain is refused below.
  const encode = (cell: string): number => codeOf.get(cell) ?? (isMissing(cell) ? fallback : outside(column));
  const isHeld = (id: string): boolean =>
    options.heldBackVariables.has(id) || options.heldBackVariables.has(id.split('.')[0] ?? id);
  if (isHeld(column)) return (block) => new Uint16Array(block.rows).fill(suppressed);
  const derivation = derivationOf(column, options);
  if (!derivation) return copyCoder(column, encode, options.heldBackCountries);
  // A stated cell may itself have been worked out from the others, before the record came here.
  const others = derivation.from.some((id) => id !== column && isHeld(id));
  const open = derivation.from.map((id) => !isHeld(id) && !(others && id === column));
  return derivedCoder(derivation, open, encode);
}

function copyCoder(column: string, encode: (cell: string) => number, held: ReadonlySet<string>): ColumnCoder {
  const isCountry = /^(country_of_|citizenship$)/.test(column);
  return (block) => {
    const source = columnOf(block, column);
    const codes = new Uint16Array(block.rows);
    if (!source) return codes.fill(encode(missing('not_asked')));
    const translated = new Int32Array(source.dictionary.length).fill(-1);
    for (let row = 0; row < block.rows; row += 1) {
      const at = source.codes[row] as number;
      if (translated[at] === -1) {
        const cell = source.dictionary[at] as string;
        translated[at] = encode(isCountry && held.has(cell) ? missing('suppressed') : cell);
      }
      codes[row] = translated[at] as number;
    }
    return codes;
  };
}

function derivedCoder(
  { from, derive }: Derivation,
  open: readonly boolean[],
  encode: (cell: string) => number,
): ColumnCoder {
  // Few combinations occur, so each is worked out once per file.
  const known = new Map<string, number>();
  return (block) => {
    const sources = from.map((id) => columnOf(block, id));
    const codes = new Uint16Array(block.rows);
    const cells = new Array<string>(from.length);
    for (let row = 0; row < block.rows; row += 1) {
      for (let at = 0; at < from.length; at += 1) {
        const source = sources[at];
        if (!open[at]) cells[at] = missing('suppressed');
        else cells[at] = source ? (source.dictionary[source.codes[row] as number] as string) : missing('not_asked');
      }
      const key = cells.join('\u0000');
      let code = known.get(key);
      if (code === undefined) {
        code = encode(derive(...cells));
        known.set(key, code);
      }
      codes[row] = code;
    }
    return codes;
  };
}

function derivationOf(column: string, { grouping, heldBackCountries }: CoderOptions): Derivation | null {
  const region = (country: string) =>
    heldBackCountries.has(country) ? missing('suppressed') : regionCellOf(country, grouping);
  const [variable, part] = column.split('.') as [string, string | undefined];
  switch (variable) {
    case 'region_of_identification':
      return { from: ['country_of_identification'], derive: region };
    case 'region_of_origin':
      // The country of origin, else the one citizenship there is.
      return {
        from: ['country_of_origin', 'citizenship'],
        derive: (origin, citizenship) => region(firstValue(origin, single(citizenship))),
      };
    case 'sex_or_gender':
      return { from: ['gender', 'sex', 'sex_or_gender'], derive: sexOrGender };
    case 'majority_at_registration':
      return {
        from: ['age_at_registration', 'age_band', 'majority_at_registration'],
        derive: (age, band, stated) => firstValue(majorityOfAge(age), majorityOfBand(band), stated),
      };
    case 'duration_years':
      return { from: ['duration_months'], derive: durationYearsOf };
    case 'trafficking_scope':
      return {
        from: ['trafficking_scope', 'country_of_origin', 'citizenship', 'country_of_exploitation'],
        derive: (stated, origin, citizenship, exploitation) =>
          firstValue(stated, scopeOf(firstValue(origin, single(citizenship)), exploitation)),
      };
    case 'purpose_summary': {
      const types = codesOf('exploitation_type').map(({ code }) => code);
      return {
        from: [...types.map((code) => `exploitation_type.${code}`), 'purpose_summary'],
        derive: (...cells) =>
          firstValue(
            purposeSummaryOf(Object.fromEntries(types.map((code, at) => [code, cells[at] as string]))),
            cells.at(-1) as string,
          ),
      };
    }
    case 'isic_section': {
      if (part === undefined) return null;
      const sectors = codesOf('labour_sector').map(({ code }) => code);
      return {
        from: ['labour_sector.known', ...sectors.map((code) => `labour_sector.${code}`)],
        derive: (known, ...cells) => {
          if (isMissing(known) || part === 'known') return known;
          const sections = isicSectionsOf(Object.fromEntries(sectors.map((code, at) => [code, cells[at] as string])));
          return sections.includes(part) ? yes : no;
        },
      };
    }
    default:
      return null;
  }
}

function sexOrGender(gender: string, sex: string, stated: string): string {
  const words: Readonly<Record<string, string>> = { woman: 'female', man: 'male' };
  const value = firstValue(gender, sex, stated);
  if (isMissing(value)) return value;
  const code = words[value] ?? value;
  return code === 'female' || code === 'male' ? code : 'other';
}

/** The first cell with a value; the first cell's reason where none has one. */
function firstValue(...cells: readonly string[]): string {
  return cells.find((cell) => !isMissing(cell)) ?? (cells[0] as string);
}

/** A list of one; of several nobody can say which, so it is unknown. */
function single(list: string): string {
  return isMissing(list) || !list.includes(' ') ? list : missing('unknown');
}

/** The column of a block, if it has it. */
export function columnOf(block: RecordBlock, id: string): RecordColumn | undefined {
  return block.columns.find((column) => column.id === id);
}

function outside(column: string): never {
  throw new RangeError(`a stored record has a value of '${column}' outside the standard`);
}
