import type { Domains } from '@casebridge/privacy/results';
import {
  type CaseTable,
  replicateTable,
  type SynthesisModel,
  synthesisModel,
  syntheticTable,
} from '@casebridge/privacy/synthesis';
import { periodAxis, type SynthesisBatch } from './synthesis-file.ts';
import type { SyntheticRecords } from './synthetic-records.ts';

export interface MakeOptions {
  readonly signal?: AbortSignal;
}

/** The model of a batch: a function of its published measurements. */
export function batchModel({ published }: SynthesisBatch, options: MakeOptions = {}): SynthesisModel {
  return synthesisModel(published, options);
}

/** The synthetic records of a batch: a function of its published measurements and seed. */
export function batchRecords(
  batch: SynthesisBatch,
  model: SynthesisModel,
  domains: Domains,
  options: MakeOptions = {},
): SyntheticRecords {
  return recordsOf(batch, syntheticTable(model, batch.published, bytesOf(batch.seed), options), domains);
}

/** Replicate `number` of a batch's records, counted from 1. */
export function batchReplicate(
  batch: SynthesisBatch,
  model: SynthesisModel,
  number: number,
  domains: Domains,
  options: MakeOptions = {},
): SyntheticRecords {
  return recordsOf(batch, replicateTable(model, batch.published, batch.seed, number, options), domains);
}

// The published columns of a table; columns of the model alone are dropped.
function recordsOf({ batch, periods }: SynthesisBatch, table: CaseTable, domains: Domains): SyntheticRecords {
  const columnOf = (name: string) => table.columns[table.variables.indexOf(name)];
  const columns = Object.keys(domains).map((name) => {
    const column = columnOf(name);
    if (!column) throw new RangeError(`the model of batch ${batch} has no column '${name}'`);
    return column;
  });
  return { batch, periods, period: columnOf(periodAxis) ?? new Uint8Array(table.rows), columns, rows: table.rows };
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
