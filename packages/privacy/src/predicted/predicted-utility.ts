/**
 * The document of predicted errors, worked out from protected values; it stays one. What it holds is in `results/predicted-errors.ts`.
 */
import { joinProtected, mapProtected, type Protected } from '../protected.ts';
import {
  type PredictedSyntheticTable,
  type PredictedUtility,
  predictSyntheticErrors,
  predictTableErrors,
  type SyntheticBasis,
} from '../results/predicted-errors.ts';
import type { Measurements } from '../results/types.ts';

/** The document of a release. Tables and synthetic records may come from different grants; the document carries both. */
export function predictUtility(
  measurements: Protected<Measurements>,
  synthetic: Protected<SyntheticBasis> | null = null,
): Protected<PredictedUtility> {
  const tables = mapProtected(measurements, (value): Part => ({ tables: predictTableErrors(value) }));
  const records = synthetic && mapProtected(synthetic, (value): Part => ({ synthetic: predictSyntheticErrors(value) }));
  return mapProtected(joinProtected(records ? [tables, records] : [tables]), (parts) => ({
    format: 'casebridge-utility-1',
    basis: 'predicted from the noise; no real record was compared',
    records: Math.round(parts.find((part) => part.tables)?.tables?.records ?? 0),
    tables: parts.flatMap((part) => part.tables?.tables ?? []),
    synthetic: parts.flatMap((part) => part.synthetic ?? []),
  }));
}

interface Part {
  readonly tables?: ReturnType<typeof predictTableErrors>;
  readonly synthetic?: readonly PredictedSyntheticTable[];
}
