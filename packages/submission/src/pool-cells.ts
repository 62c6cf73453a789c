// Every cell of a parcel is a code, a number, a year or a missing reason of the standard. Nothing else gets in, whoever wrote the parcel.
import { Refusal } from '@casebridge/refusal';
import {
  country,
  domainOf,
  grouping,
  groupingIds,
  isMissing,
  missingReasonOf,
  type RecordBlock,
  type Variable,
} from '@casebridge/standard';
import { isDay } from './day.ts';
import { variableOfColumn } from './pool-columns.ts';

const regions: ReadonlySet<string> = new Set(groupingIds.flatMap((id) => grouping(id).regions.map(({ code }) => code)));
/** Codes that ISO 3166-1 leaves to its users; XXA, stateless, is one. */
const userAssigned = /^X[A-Z]{2}$/;
const patterns: Readonly<Partial<Record<Variable['type'], RegExp>>> = {
  // `unkeyed-…` stands in for a key where a file is only checked.
  id: /^(?!unkeyed-)[!-~]{1,128}$/,
  version: /^[\w.+-]{1,64}$/,
  year: /^\d{4}$/,
  quarter: /^(?:\d{4}-)?Q?[1-4]$/,
  integer: /^\d{1,6}$/,
  decimal: /^\d{1,6}(?:\.\d{1,6})?$/,
};

/**
 * Passes blocks through and refuses a cell that its column cannot hold, or a contributor that is not the parcel's.
 * Each dictionary entry is looked at once, however many rows use it; entries no row uses are not looked at.
 * Refusal `cell-not-allowed` names column and row, never the cell.
 *
 * @param contributor what `contributor_id` must be where it is given
 */
export async function* checkedBlocks(
  blocks: AsyncIterable<RecordBlock>,
  contributor: string,
): AsyncIterable<RecordBlock> {
  const checks = new Map<string, CellCheck>();
  for await (const block of blocks) {
    for (const column of block.columns) {
      let check = checks.get(column.id);
      if (!check) {
        check = { legal: cellRule(column.id, contributor), seen: new Uint8Array(0) };
        checks.set(column.id, check);
      }
      checkColumn(column.id, column.dictionary, column.codes, block, check);
    }
    yield block;
  }
}

/** The test a cell of a column must pass: its domain, or the form of its type. */
export function cellRule(column: string, contributor: string): (cell: string) => boolean {
  const entry = variableOfColumn(column);
  if (!entry) return () => false;
  const isValue = valueRule(column, entry, contributor);
  return (cell) => (isMissing(cell) ? entry.type !== 'id' && missingReasonOf(cell) !== null : isValue(cell));
}

interface CellCheck {
  readonly legal: (cell: string) => boolean;
  /** 1 for dictionary codes already found legal. */
  seen: Uint8Array;
}

function checkColumn(
  id: string,
  dictionary: readonly string[],
  codes: Uint32Array,
  block: RecordBlock,
  check: CellCheck,
): void {
  if (check.seen.length < dictionary.length) {
    const longer = new Uint8Array(Math.max(dictionary.length, check.seen.length * 2));
    longer.set(check.seen);
    check.seen = longer;
  }
  const { seen } = check;
  for (let row = 0; row < block.rows; row++) {
    const code = codes[row] as number;
    if (seen[code] === 1) continue;
    const cell = dictionary[code];
    if (cell === undefined || !check.legal(cell))
      throw new Refusal(
        'cell-not-allowed',
        `the column ${id} holds something that is no code of the standard (row ${block.sourceRows[row]}): map the file again`,
      );
    seen[code] = 1;
  }
}

function valueRule(column: string, entry: Variable, contributor: string): (cell: string) => boolean {
  if (entry.codeList === 'contributor') return (cell) => cell === contributor;
  if (entry.codeList === 'region') return listRule(entry, (code) => regions.has(code));
  if (entry.codeList?.startsWith('country')) {
    const special = entry.codeList === 'country+special' ? userAssigned : null;
    return listRule(entry, (code) => country(code) !== undefined || special?.test(code) === true);
  }
  if (entry.type === 'date') return isDay;
  if (entry.type === 'year') return listRule(entry, (cell) => /^\d{4}$/.test(cell));
  const pattern = patterns[entry.type];
  if (pattern) return (cell) => pattern.test(cell);
  const domain = new Set(domainOf(column));
  return (cell) => domain.has(cell);
}

/** Many-valued countries, regions and years are codes joined by single spaces, ascending, without repeats. */
function listRule(entry: Variable, isCode: (code: string) => boolean): (cell: string) => boolean {
  if (entry.cardinality === 'one') return isCode;
  return (cell) => {
    const codes = cell.split(' ');
    return codes.every((code, at) => isCode(code) && (at === 0 || (codes[at - 1] as string) < code));
  };
}
