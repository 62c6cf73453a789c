import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseCsv } from '@casebridge/bundle';
import { type CaptureTable, captureTableFromRows, refuseWithoutOverlap } from '@casebridge/prevalence';
import { Refusal } from '@casebridge/refusal';

/** Most bytes of a table of histories: 2^10 lines are some 30 kB. */
const mostBytes = 1_000_000;

/**
 * Reads a table of capture histories from a CSV (`,`, `;` or tab between cells). Refusals: not a CSV in UTF-8, what
 * `captureTable` refuses, lists that share nobody.
 */
export async function readHistories(path: string): Promise<CaptureTable> {
  const name = basename(path);
  const bytes = await readFile(path);
  if (bytes.length > mostBytes) {
    throw new Refusal(
      'prevalence-size',
      `${name}: too long for a table of histories; give one line per history with its count, not one per person.`,
    );
  }
  const table = captureTableFromRows(rowsOf(bytes, name), name);
  refuseWithoutOverlap(table, name);
  return table;
}

function rowsOf(bytes: Uint8Array, name: string): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const header = text.slice(0, text.search(/[\r\n]|$/));
    const separator = header.includes(',') ? ',' : header.includes(';') ? ';' : '\t';
    return parseCsv(separator === ',' ? text : text.replaceAll(separator, ','));
  } catch (cause) {
    throw new Refusal('prevalence-csv', `${name}: not a CSV in UTF-8; save it as one.`, { cause });
  }
}
