import { exampleNote, paths, readSyntheticParquet, supportSchema, syntheticNote } from '@casebridge/bundle';
import { stampedPath } from '../bake/stamped-path.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { packColumns } from './column-file.ts';
import { exploreVariables } from './explore-tables.ts';
import { periodColumn } from './records-desk.ts';
import { tableKey } from './sources.ts';
import type { RecordsIndex } from './types.ts';

/** The column file's name beside the explorer's tables, before its hash. */
export const recordsFile = 'records.*.bin';

/** The column file of a release's synthetic records, and what the explorer's index says of it. */
export interface BakedRecords {
  readonly index: RecordsIndex;
  readonly bytes: Uint8Array;
}

/**
 * Packs the synthetic records of a release for the browser: the columns that the explorer offers, the years that have
 * figures, without cohorts that came too late to be added up. Null for a release without synthetic records.
 */
export async function bakeRecords(view: ReleaseView): Promise<BakedRecords | null> {
  const { manifest, measurements, synthesis } = view.bundle;
  if (synthesis === null) return null;
  const { domains, batches } = await readSyntheticParquet(
    paths.syntheticParquet,
    await view.bundle.file(paths.syntheticParquet),
    synthesis.domains,
    synthesis.batches,
    manifest.example ? exampleNote : null,
  );
  const late = new Set(
    measurements.cohorts.filter((cohort) => cohort.late).map(({ period, batch }) => `${period}.${batch}`),
  );
  const kept = batches.map(({ rows, period, periods, batch }) =>
    Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => {
      const year = periods[period[row] ?? 0] ?? '';
      return manifest.periods.includes(year) && !late.has(`${year}.${batch}`);
    }),
  );
  const rows = kept.reduce((sum, own) => sum + own.length, 0);
  const gathered = (codeAt: (batch: number, row: number) => number): Uint8Array => {
    const values = new Uint8Array(rows);
    let at = 0;
    kept.forEach((own, batch) => {
      for (const row of own) values[at++] = codeAt(batch, row);
    });
    return values;
  };
  const names = Object.keys(domains);
  const offered = exploreVariables(view).filter((id) => names.includes(id));
  const columns = offered.map((id) => ({
    id,
    codes: domains[id] ?? [],
    values: gathered((batch, row) => batches[batch]?.columns[names.indexOf(id)]?.[row] ?? 0),
  }));
  const years = {
    id: periodColumn,
    codes: manifest.periods,
    values: gathered((batch, row) => {
      const own = batches[batch];
      return manifest.periods.indexOf(own?.periods[own.period[row] ?? 0] ?? '');
    }),
  };
  const bytes = packColumns({
    release: manifest.release,
    kind: syntheticNote,
    ...(manifest.example && { note: exampleNote }),
    rows,
    // Columns of few codes first: longer runs of the same code.
    columns: [years, ...[...columns].sort((a, b) => a.codes.length - b.codes.length)],
  });
  const index = {
    file: stampedPath(recordsFile, bytes),
    rows,
    columns: offered,
    measured: measuredSets(view),
    errors: await errorsOf(view),
    late: [...late],
  };
  return { bytes, index };
}

// Largest sets only: what a set tells of itself it tells of every part of it.
function measuredSets({ bundle }: ReleaseView): RecordsIndex['measured'] {
  return (bundle.synthesis?.batches ?? []).map(({ cohorts, published }) => {
    const within = (set: readonly string[]) => [...set, ...(set.includes(periodColumn) ? [] : [periodColumn])];
    const residuals = (published.inherited?.residuals ?? []).filter(({ cohort }) => cohort === cohorts[0]);
    const sets = [
      ...published.measurements.map(({ set }) => (cohorts.length > 1 ? set : within(set))),
      ...residuals.map(({ set }) => within(set)),
    ];
    const largest = sets.filter(
      (set, at) =>
        !sets.some(
          (other, place) =>
            place !== at && set.every((id) => other.includes(id)) && (other.length > set.length || place < at),
        ),
    );
    return largest.map((set) => [...set]);
  });
}

async function errorsOf(view: ReleaseView): Promise<RecordsIndex['errors']> {
  const text = new TextDecoder().decode(await view.bundle.file(paths.support));
  const { tables } = supportSchema.parse(JSON.parse(text));
  const variables = exploreVariables(view).map((id) => ({ id, label: id, group: null, codes: [] }));
  return Object.fromEntries(
    tables.flatMap(({ set, expectedError }) =>
      expectedError === null || set.some((id) => !variables.some((each) => each.id === id))
        ? []
        : [[tableKey({ variables }, set), expectedError] as const],
    ),
  );
}
