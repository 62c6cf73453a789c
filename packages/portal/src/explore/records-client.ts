import type { CountedTable, FacetCounts, RecordsAnswer, RecordsRequest } from './records-protocol.ts';
import type { ExploreState } from './types.ts';

/** The synthetic records, held by a worker. */
export interface RecordsClient {
  readonly rows: number;
  /** Counts of a cross-tab of one or two variables for every year. */
  table(variables: readonly string[], filters: ExploreState['filters']): Promise<CountedTable>;
  /** Counts beside every answer of every variable, in some years. */
  facets(filters: ExploreState['filters'], periods: readonly string[]): Promise<FacetCounts>;
}

type Question = RecordsRequest extends infer One ? (One extends unknown ? Omit<One, 'id'> : never) : never;

/** Starts the worker and has it fetch the column file. */
export async function openRecords(workerAddress: string, fileAddress: string): Promise<RecordsClient> {
  const worker = new Worker(trusted(new URL(workerAddress, location.href)), { type: 'module' });
  const waiting = new Map<number, (answer: RecordsAnswer) => void>();
  worker.addEventListener('message', ({ data }: MessageEvent<RecordsAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    for (const [id, answer] of waiting) answer({ kind: 'failed', id, message: 'the worker stopped' });
    waiting.clear();
  });
  let last = 0;
  const ask = <Wanted extends RecordsAnswer>(question: Question, wanted: (answer: RecordsAnswer) => answer is Wanted) =>
    new Promise<Wanted>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, (answer) => {
        if (wanted(answer)) resolve(answer);
        else reject(new Error(answer.kind === 'failed' ? answer.message : answer.kind));
      });
      worker.postMessage({ ...question, id });
    });
  const where = (filters: ExploreState['filters']) =>
    Object.fromEntries(filters.map(({ variable, code }) => [variable, code]));
  const { rows } = await ask({ kind: 'open', address: fileAddress }, (answer) => answer.kind === 'open');
  return {
    rows,
    table: async (variables, filters) =>
      (await ask({ kind: 'table', variables, where: where(filters) }, (answer) => answer.kind === 'table')).table,
    facets: async (filters, periods) =>
      (await ask({ kind: 'facets', where: where(filters), periods }, (answer) => answer.kind === 'facets')).facets,
  };
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(text: string): string },
  ): { createScriptURL(text: string): string };
}

// Pages require trusted types: the only script address that is trusted here is one of the site's own.
function trusted(address: URL): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (address.origin !== location.origin) throw new TypeError(`${address.origin} is another site`);
  if (!trustedTypes) return address.href;
  return trustedTypes
    .createPolicy('casebridge-records', { createScriptURL: (text) => text })
    .createScriptURL(address.href);
}
