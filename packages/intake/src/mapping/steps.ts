// Compiled fields at work: per block, new combinations of source cells are evaluated into tables, and rows look up.
import type { Finding, Variable } from '@casebridge/standard';
import type { RowBlock } from '../table.ts';
import { type Distinct, distinctCells } from './distinct.ts';
import { flagCode, flagConflict, flagNo, flagTexts, flagUnset, flagYes, mergedFlag } from './flag-cells.ts';
import { legalReason, needsValue } from './legal-cell.ts';
import type { Operation, Outcome, Problem } from './outcome.ts';
import { atLeast, type TextPool, textPool, type WorkColumn } from './text-pool.ts';

/** Receives what is wrong with a row of the current block. */
export type Report = (row: number, problem: Problem | Omit<Finding, 'row' | 'severity'>) => void;

/** Fills columns of a block from its source cells. */
export type Step = (block: RowBlock, columns: Map<string, WorkColumn>, report: Report) => void;

/** Evaluates each new combination once and keeps the outcome's problems for the rows that have it. */
function evaluator(
  operation: Operation,
  positions: readonly number[],
  keep: (code: number, outcome: Outcome) => void,
  entry: Variable,
): (block: RowBlock, report: Report) => Uint32Array {
  const distinct: Distinct = distinctCells(positions);
  let done = 0;
  let problems = new Map<number, readonly Problem[]>();
  return (block, report) => {
    const { codes, size, restarted } = distinct.advance(block);
    if (restarted) {
      done = 0;
      problems = new Map();
    }
    for (; done < size; done++) {
      const outcome = checkedCells(operation, distinct.cells(done), entry);
      keep(done, outcome);
      if (outcome.problems && outcome.problems.length > 0) problems.set(done, outcome.problems);
    }
    if (problems.size > 0) {
      for (let row = 0; row < block.rows; row++) {
        for (const problem of problems.get(codes[row] as number) ?? []) report(row, problem);
      }
    }
    return codes;
  };
}

const maxCellCharacters = 4096;
// Replacement characters, NUL and other controls, and marks that change the direction of text.
const illegalCharacters = /(?![\t\n\r])\p{Cc}|[\ufffd\u202a-\u202e\u2066-\u2069]/u;

function checkedCells(operation: Operation, cells: readonly string[], entry: Variable): Outcome {
  for (const [at, cell] of cells.entries()) {
    const problem = cell.length > maxCellCharacters ? 'too_long' : illegalCharacters.test(cell) ? 'characters' : null;
    if (problem === null) continue;
    const column = operation.from[at] ?? '';
    const args = { column, operation: 'read', problem };
    return { values: [], missing: '?unknown', problems: [{ code: 'C01', column, args, value: cell }] };
  }
  const outcome = operation.evaluate(cells);
  if (outcome.values.length > 0 || outcome.problems?.length || !needsValue(entry)) return outcome;
  const column = operation.from[0] ?? '';
  const args = { column, operation: 'required', variable: entry.id };
  return { ...outcome, problems: [{ code: 'C01', column, args, value: '' }] };
}

/** Fills a variable of one column (and, under `name~also`, what the operation says of other variables). */
export function singleStep(entry: Variable, operation: Operation, positions: readonly number[]): Step {
  const pool = textPool();
  let table = new Uint32Array(64);
  const also = operation.also.map((id) => ({ id, pool: textPool(), table: new Uint32Array(64) }));
  const run = evaluator(operation, positions, keep, entry);

  function keep(code: number, outcome: Outcome): void {
    table = atLeast(table, code + 1);
    table[code] = pool.code(cellOf(outcome));
    for (const other of also) {
      other.table = atLeast(other.table, code + 1);
      other.table[code] = other.pool.code(outcome.also?.[other.id] ?? '');
    }
  }

  function cellOf({ values, missing }: Outcome): string {
    if (values.length === 0) return legalReason(entry, missing ?? '?unknown');
    return entry.cardinality === 'one' ? (values[0] as string) : [...new Set(values)].sort().join(' ');
  }

  return (block, columns, report) => {
    const codes = run(block, report);
    columns.set(entry.id, looked(pool, table, codes, block.rows));
    for (const other of also) columns.set(`${other.id}~also`, looked(other.pool, other.table, codes, block.rows));
  };
}

function looked(pool: TextPool, table: Uint32Array, codes: Uint32Array, rows: number): WorkColumn {
  const result = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) result[row] = table[codes[row] as number] as number;
  return { texts: pool.texts, codes: result, isConstant: false };
}

/** One operation that says something of some codes of a many-valued variable. */
export interface Contribution {
  readonly operation: Operation;
  readonly positions: readonly number[];
  /** The codes it speaks of. */
  readonly codes: readonly string[];
  /** True where its value is itself yes or no, for one code. */
  readonly isOneColumn: boolean;
}

/**
 * Fills the columns of a many-valued variable from several operations: yes outweighs no, no outweighs a reason. Yes and
 * no for one code in one row is a finding: E07 where a combined column takes part, M04 otherwise. Columns of codes that
 * no operation can give are left out; they were not asked.
 */
export function flagsStep(entry: Variable, contributions: readonly Contribution[]): Step {
  const speakers = new Map<string, number>();
  for (const { codes } of contributions) for (const code of codes) speakers.set(code, (speakers.get(code) ?? 0) + 1);
  const isCombined = contributions.some(({ operation, codes }) => operation.rest === null && codes.length > 1);
  const silence = flagCode(legalReason(entry, '?unknown'));
  const speakerSteps = contributions.map((contribution) => speaker(entry, contribution));

  return (block, columns, report) => {
    const cells = new Map<string, Uint32Array>();
    for (const speak of speakerSteps) speak(block, report, addTo);
    for (const [code, codes] of cells) {
      for (let row = 0; row < block.rows; row++) if (codes[row] === flagUnset) codes[row] = silence;
      columns.set(`${entry.id}.${code}`, { texts: flagTexts, codes, isConstant: false });
    }

    function addTo(code: string, table: Uint8Array, combinations: Uint32Array): void {
      let codes = cells.get(code);
      if (!codes) {
        codes = new Uint32Array(block.rows);
        cells.set(code, codes);
        for (let row = 0; row < block.rows; row++) codes[row] = table[combinations[row] as number] as number;
        return;
      }
      for (let row = 0; row < block.rows; row++) {
        const at = (codes[row] as number) * (flagUnset + 1) + (table[combinations[row] as number] as number);
        codes[row] = mergedFlag[at] as number;
        if (flagConflict[at] === 1)
          report(row, { code: isCombined ? 'E07' : 'M04', variable: entry.id, args: { variable: entry.id, code } });
      }
    }
  };
}

type AddTo = (code: string, table: Uint8Array, combinations: Uint32Array) => void;

function speaker(entry: Variable, contribution: Contribution): (block: RowBlock, report: Report, addTo: AddTo) => void {
  const { operation, codes, isOneColumn } = contribution;
  const tables = codes.map(() => new Uint8Array(64));
  const run = evaluator(operation, contribution.positions, keep, entry);

  function keep(at: number, outcome: Outcome): void {
    for (const [n, code] of codes.entries()) {
      tables[n] = atLeast(tables[n] as Uint8Array<ArrayBuffer>, at + 1);
      (tables[n] as Uint8Array)[at] = isOneColumn ? oneColumnCell(outcome) : cellOf(outcome, code);
    }
  }

  function cellOf(outcome: Outcome, code: string): number {
    if (outcome.values.includes(code)) return flagYes;
    if (outcome.no?.includes(code)) return flagNo;
    if (outcome.values.length > 0)
      return operation.rest === null ? flagUnset : flagCode(legalReason(entry, operation.rest));
    return outcome.missing === null ? flagUnset : flagCode(legalReason(entry, outcome.missing));
  }

  function oneColumnCell(outcome: Outcome): number {
    const [value] = outcome.values;
    return flagCode(value ?? legalReason(entry, outcome.missing ?? '?unknown'));
  }

  return (block, report, addTo) => {
    const combinations = run(block, report);
    for (const [n, code] of codes.entries()) addTo(code, tables[n] as Uint8Array, combinations);
  };
}
