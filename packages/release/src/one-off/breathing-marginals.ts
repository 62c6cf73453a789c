import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Marginals } from '@casebridge/privacy';

/** Milliseconds of work between two turns. */
const longest = 50;

/**
 * The same counts, with a turn of the event loop before each request and between long pieces of work: where a cancelling key
 * press is noticed.
 */
export function breathingMarginals(marginals: Marginals): Marginals {
  return {
    domains: marginals.domains,
    async *counts(sets, options) {
      await turn();
      let last = performance.now();
      for await (const marginal of marginals.counts(sets, options)) {
        if (performance.now() - last > longest) {
          await turn();
          options?.signal?.throwIfAborted();
          last = performance.now();
        }
        yield marginal;
      }
    },
  };
}
