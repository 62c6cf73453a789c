import { setImmediate as turn } from 'node:timers/promises';
import type { Marginals } from '@casebridge/privacy';

/** The same counts, with a turn of the event loop before each request: where a cancelling key press is noticed. */
export function breathingMarginals(marginals: Marginals): Marginals {
  return {
    domains: marginals.domains,
    async *counts(sets, options) {
      await turn();
      yield* marginals.counts(sets, options);
    },
  };
}
