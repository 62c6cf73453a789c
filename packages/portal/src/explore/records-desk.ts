// Answers questions about synthetic records; runs in a worker, and in tests without one.
import { type CodeColumn, type RecordColumns, unpackColumns } from './column-file.ts';
import { crossTab, facetCounts, filterOf } from './count-records.ts';
import type { RecordsAnswer, RecordsRequest, Where } from './records-protocol.ts';

/** The column that tells registration years apart. */
export const periodColumn = 'period';

/** Answers requests one after the other; `fetchBytes` gets the column file once. */
export function recordsDesk(
  fetchBytes: (address: string) => Promise<Uint8Array>,
): (request: RecordsRequest) => Promise<RecordsAnswer> {
  let records: RecordColumns | undefined;
  const column = (id: string): CodeColumn => {
    const found = records?.columns.find((each) => each.id === id);
    if (!found) throw new RangeError(`the records have no column ${id}`);
    return found;
  };
  const filters = (where: Where) => Object.entries(where).map(([id, code]) => filterOf(column(id), [code]));
  const answer = async (request: RecordsRequest): Promise<RecordsAnswer> => {
    const { id } = request;
    if (request.kind === 'open') {
      records ??= unpackColumns(await fetchBytes(request.address));
      return { kind: 'open', id, rows: records.rows };
    }
    const { rows } = records ?? { rows: 0 };
    const period = column(periodColumn);
    if (request.kind === 'table') {
      const axes = request.variables.map(column);
      const counts = crossTab(rows, [period, axes[0], axes[1]], filters(request.where));
      const table = {
        variables: request.variables,
        codes: axes.map(({ codes }) => codes),
        periods: period.codes,
        counts,
      };
      return { kind: 'table', id, table };
    }
    const facets = (records?.columns ?? []).filter((each) => each !== period);
    const years = request.periods.length === period.codes.length ? [] : [filterOf(period, request.periods)];
    const counts = facetCounts(rows, facets, [...filters(request.where), ...years]);
    return {
      kind: 'facets',
      id,
      facets: Object.fromEntries(
        facets.map((each, at) => [
          each.id,
          Object.fromEntries(each.codes.map((code, position) => [code, counts[at]?.[position] ?? 0])),
        ]),
      ),
    };
  };
  return (request) =>
    answer(request).catch((cause: unknown) => ({ kind: 'failed', id: request.id, message: String(cause) }));
}
