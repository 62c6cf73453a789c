import { type Finding, isMissing } from '@casebridge/standard';
import type { MappedBlock } from '../validation-port.ts';
import type { MessageArgs } from './rule.ts';

/** Rule K01: a key for every record, each once. The first row of a key keeps it; later ones are reported. */
export function keySearch(columns: readonly string[]): (block: MappedBlock) => readonly Finding[] {
  const place = columns.indexOf('record_key');
  let firstRow = new Uint32Array(1024);
  return (block) => {
    const column = block.columns[place];
    if (!column) return [];
    if (firstRow.length < column.dictionary.length) firstRow = grown(firstRow, column.dictionary.length);
    const findings: Finding[] = [];
    for (let row = 0; row < block.rows; row++) {
      const code = column.codes[row] as number;
      const sourceRow = block.sourceRows[row] as number;
      const first = firstRow[code] as number;
      const key = column.dictionary[code] ?? '';
      if (key === '' || isMissing(key)) findings.push(keyProblem(sourceRow, { problem: 'no_key' }));
      else if (first > 0) findings.push(keyProblem(sourceRow, { problem: 'key_repeats', first }));
      else firstRow[code] = sourceRow;
    }
    return findings;
  };
}

/**
 * Rule K02: records equal in everything but the key. Each row gets two sums of its codes with random odd factors per
 * column, 53 bits in all, so that two different rows out of a million are taken for equal less than once in ten thousand
 * files: right for a warning, and small in memory.
 */
export function duplicateSearch(columns: readonly string[]): (block: MappedBlock) => readonly Finding[] {
  const compared = columns.map((id, place) => ({ place, low: factor(2 * place), high: factor(2 * place + 1), id }));
  const firstRow = new Map<number, number>();
  let low = new Int32Array(0);
  let high = new Int32Array(0);
  return (block) => {
    if (low.length < block.rows) {
      low = new Int32Array(block.rows);
      high = new Int32Array(block.rows);
    }
    low.fill(0);
    high.fill(0);
    for (const { place, low: factorLow, high: factorHigh, id } of compared) {
      const column = block.columns[place];
      if (!column || id === 'record_key' || column.dictionary.length < 2) continue;
      for (let row = 0; row < block.rows; row++) {
        const code = column.codes[row] as number;
        if (code === 0) continue;
        low[row] = ((low[row] as number) + Math.imul(code, factorLow)) | 0;
        high[row] = ((high[row] as number) + Math.imul(code, factorHigh)) | 0;
      }
    }
    const findings: Finding[] = [];
    for (let row = 0; row < block.rows; row++) {
      const sum = ((low[row] as number) >>> 0) + ((high[row] as number) & 0x1fffff) * 4294967296;
      const sourceRow = block.sourceRows[row] as number;
      const first = firstRow.get(sum);
      if (first === undefined) firstRow.set(sum, sourceRow);
      else findings.push({ code: 'K02', severity: 'warn', row: sourceRow, variable: null, args: { first } });
    }
    return findings;
  };
}

function keyProblem(row: number, args: MessageArgs): Finding {
  return { code: 'K01', severity: 'error', row, variable: 'record_key', args };
}

/** An odd 32-bit factor per place: the finaliser of a well-mixing integer hash. */
function factor(place: number): number {
  let bits = Math.imul(place + 1, 0x9e3779b9);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 1;
}

function grown(array: Uint32Array<ArrayBuffer>, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, array.length * 2));
  larger.set(array);
  return larger;
}
