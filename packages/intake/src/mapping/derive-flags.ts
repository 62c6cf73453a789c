// What is worked out from the columns of many-valued variables: `.known`, what does not apply, purpose and ISIC sections.
import { codesOf, purposeSummaryOf, type Variable, variable } from '@casebridge/standard';
import { flagCode, flagNo, flagRank, flagTexts, flagYes, knownOfRank } from './flag-cells.ts';
import { legalReason } from './legal-cell.ts';
import { constantColumn } from './pairing.ts';
import type { WorkColumn } from './text-pool.ts';

type Columns = Map<string, WorkColumn>;

/** The code columns of a variable that some field fills. */
function filledCodes(entry: Variable, columns: Columns): readonly (readonly [string, WorkColumn])[] {
  return codesOf(entry.codeList as string).flatMap(({ code }) => {
    const column = columns.get(`${entry.id}.${code}`);
    return column && !column.isConstant ? [[code, column] as const] : [];
  });
}

/** Adds `variable.known`: yes where any code is answered, else the weightiest reason. */
export function addKnown(entry: Variable, columns: Columns, rows: number): void {
  const filled = filledCodes(entry, columns);
  if (filled.length === 0) return;
  const ranks = new Uint8Array(rows).fill(knownOfRank.length - 1);
  for (const [, { codes }] of filled) {
    for (let row = 0; row < rows; row++) {
      const rank = flagRank[codes[row] as number] as number;
      if (rank < (ranks[row] as number)) ranks[row] = rank;
    }
  }
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = knownOfRank[ranks[row] as number] as number;
  columns.set(`${entry.id}.known`, { texts: flagTexts, codes, isConstant: false });
}

/** Adds the remaining codes of a variable as not asked: columns and tables of the mapping never give them. */
export function addUnasked(entry: Variable, columns: Columns, rows: number): void {
  for (const id of ['known', ...codesOf(entry.codeList as string).map(({ code }) => code)]) {
    const column = `${entry.id}.${id}`;
    if (!columns.has(column)) columns.set(column, constantColumn(legalReason(entry, '?not_asked'), rows));
  }
}

/**
 * Which codes of the governing variable let another variable apply (the standard's `appliesWhen`): sectors go with
 * labour, begging and criminality, forms of sexual exploitation with that type.
 */
const governed: readonly { readonly variable: string; readonly by: string; readonly codes: readonly string[] }[] = [
  {
    variable: 'labour_sector',
    by: 'exploitation_type',
    codes: ['forced_labour', 'child_labour', 'servitude', 'forced_begging', 'forced_criminality', 'slavery_practices'],
  },
  { variable: 'sexual_form', by: 'exploitation_type', codes: ['sexual_exploitation'] },
];

/**
 * Turns the cells of a variable into `?not_applicable` in rows where it cannot apply: every code that would allow it is
 * an explicit no or was not on the form, another code is yes, and the variable itself has no yes.
 */
export function applyConditions(columns: Columns, rows: number): void {
  const notApplicable = flagCode('?not_applicable');
  for (const { variable: id, by, codes } of governed) {
    const own = filledCodes(variable(id), columns);
    const types = filledCodes(variable(by), columns);
    if (own.length === 0 || !types.some(([code]) => codes.includes(code))) continue;
    const state = new Uint8Array(rows);
    for (const [code, column] of types) {
      const allows = codes.includes(code);
      for (let row = 0; row < rows; row++) {
        const cell = column.codes[row] as number;
        if (allows ? cell !== flagNo && flagTexts[cell] !== '?not_asked' : false) state[row] = 2;
        else if (cell === flagYes && state[row] === 0) state[row] = 1;
      }
    }
    for (const [, column] of own)
      for (let row = 0; row < rows; row++) if (column.codes[row] === flagYes) state[row] = 2;
    for (const [, column] of own)
      for (let row = 0; row < rows; row++) if (state[row] === 1) column.codes[row] = notApplicable;
  }
}

/** Adds `purpose_summary` from the exploitation types. */
export function addPurpose(columns: Columns, rows: number, pool: PurposePool): void {
  const types = filledCodes(variable('exploitation_type'), columns);
  const known = columns.get('exploitation_type.known');
  if (types.length === 0 || !known) return;
  // Labour, sexual and other as bits, and the cell of `.known`: 64 cases, each asked of the standard once.
  const cases = new Uint8Array(rows);
  for (const [code, column] of types) {
    const bit = pool.bitOf(code);
    for (let row = 0; row < rows; row++) if (column.codes[row] === flagYes) cases[row] = (cases[row] as number) | bit;
  }
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = pool.codeOf(cases[row] as number, known.codes[row] as number);
  columns.set('purpose_summary', { texts: pool.texts, codes, isConstant: false });
}

/** Purposes by case; one for a file. */
export interface PurposePool {
  readonly texts: readonly string[];
  readonly bitOf: (type: string) => number;
  readonly codeOf: (bits: number, known: number) => number;
}

export function purposePool(): PurposePool {
  const texts: string[] = [];
  const codes = new Int32Array(64).fill(-1);
  const entry = variable('exploitation_type');
  const bits: Readonly<Record<string, number>> = { labour: 1, sexual: 2, other: 4 };
  const sample: Readonly<Record<string, string>> = {
    labour: 'forced_labour',
    sexual: 'sexual_exploitation',
    other: 'other',
  };
  const bitOf = (type: string): number => bits[purposeSummaryOf({ [type]: 'yes' })] ?? 4;
  return {
    texts,
    bitOf,
    codeOf(found, known) {
      const at = found * 8 + known;
      if (codes[at] === -1) {
        const types = Object.entries(bits).flatMap(([purpose, bit]) =>
          found & bit ? [[sample[purpose] as string, 'yes'] as const] : [],
        );
        const silent = known === flagYes ? '?unknown' : (flagTexts[known] as string);
        const text = purposeSummaryOf(
          Object.fromEntries(types.length > 0 ? types : [['other', legalReason(entry, silent)]]),
        );
        const index = texts.indexOf(text);
        codes[at] = index < 0 ? texts.push(text) - 1 : index;
      }
      return codes[at] as number;
    },
  };
}

// Which cell of two sectors speaks for their section: a yes, else what keeps it open, else a no, else not asked.
const sectionRank = ['yes', '?unknown', '?refused', '?suppressed', '?not_applicable', 'no', '?not_asked'].map(flagCode);
const rankInSection = Uint8Array.from(flagTexts, (_, code) => sectionRank.indexOf(code));

/** Adds `isic_section.*`: yes where one of its sectors is, no where all that were asked are. */
export function addIsicSections(columns: Columns, rows: number): void {
  const sectors = filledCodes(variable('labour_sector'), columns);
  for (const { code } of codesOf('isic4_section')) {
    const own = sectors.filter(([sector]) => parentOf.get(sector) === code);
    if (own.length === 0) continue;
    const codes = new Uint32Array(rows).fill(flagCode('?not_asked'));
    for (const [, column] of own) {
      for (let row = 0; row < rows; row++) {
        const cell = column.codes[row] as number;
        if ((rankInSection[cell] as number) < (rankInSection[codes[row] as number] as number)) codes[row] = cell;
      }
    }
    columns.set(`isic_section.${code}`, { texts: flagTexts, codes, isConstant: false });
  }
}

const parentOf = new Map(codesOf('labour_sector').map(({ code, parent }) => [code, parent] as const));
