import type { ExpectedHalfWidth } from '@casebridge/figures';
import type { CohortBudget } from './cohort-budget.ts';

/** The steps of a release, in order. */
export type PhaseName =
  | 'open'
  | 'gates'
  | 'records'
  | 'plan'
  | 'debit'
  | 'measure'
  | 'synthesise'
  | 'estimate'
  | 'figures'
  | 'bundle';

/** What a release reports while it runs. */
export type ReleaseProgress =
  | { readonly phase: PhaseName; readonly state: 'begun' }
  | { readonly phase: PhaseName; readonly state: 'at'; readonly done: number; readonly total: number }
  | { readonly phase: PhaseName; readonly state: 'done'; readonly seconds: number }
  /** What a cohort will be charged, and the half-width of every figure's interval as the plan predicts it, before a count is seen. */
  | {
      readonly phase: 'plan';
      readonly state: 'expected';
      readonly halfWidths: readonly ExpectedHalfWidth[];
      readonly budget: CohortBudget;
    };

/** Times the steps of a release. */
export interface Phases {
  run<T>(phase: PhaseName, work: () => Promise<T> | T): Promise<T>;
  readonly times: readonly { readonly phase: PhaseName; readonly seconds: number }[];
}

/** Phases that report to `onProgress` and refuse to begin once the signal is aborted. */
export function phasesFor(onProgress: ((progress: ReleaseProgress) => void) | undefined, signal?: AbortSignal): Phases {
  const times: { phase: PhaseName; seconds: number }[] = [];
  return {
    times,
    async run(phase, work) {
      signal?.throwIfAborted();
      onProgress?.({ phase, state: 'begun' });
      const start = performance.now();
      const result = await work();
      const seconds = (performance.now() - start) / 1000;
      times.push({ phase, seconds });
      onProgress?.({ phase, state: 'done', seconds });
      return result;
    },
  };
}
