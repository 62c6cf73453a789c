import { Refusal } from '@casebridge/refusal';
import { rhoOf } from '../accounting/zcdp.ts';
import type { DeclaredDomain } from '../columns/declared-domain.ts';
import { withParentColumns } from '../columns/parent-columns.ts';
import { modelSizeMb } from '../pgm/junction-tree.ts';
import type { Rational } from '../rational.ts';
import { type SynthesisMethod, spaceOf, zeroCells } from './published.ts';

/** What `casebridge synthesise` is asked for. */
export interface SynthesisJob {
  readonly declared: DeclaredDomain;
  readonly epsilon: number;
  /** 1e-6 when absent. */
  readonly delta?: number;
  /** `aim` when absent. */
  readonly method?: SynthesisMethod;
  /** Largest model in MB, 8 bytes a cell of every clique: {@link usualModelSize} when absent. */
  readonly modelSize?: number;
}

/** A planned job: everything that is fixed before the data are looked at. */
export interface PlannedSynthesis {
  /** With a column for every parent. The table that is measured has these columns. */
  readonly declared: DeclaredDomain;
  /** Columns of the synthetic records. */
  readonly columns: readonly string[];
  readonly method: SynthesisMethod;
  readonly modelSize: number;
  readonly epsilon: number;
  readonly delta: number;
  readonly rho: Rational;
}

/** Model size in MB where nothing is asked for. */
export const usualModelSize = 2;

/**
 * Plans synthetic records. Looks at the domain alone.
 * Refusal: ε, δ or the model size out of range, or a domain whose single columns and impossible combinations alone make a
 * larger model.
 */
export function planSynthesisJob(job: SynthesisJob): PlannedSynthesis {
  const { epsilon, delta = 1e-6, method = 'aim', modelSize = usualModelSize } = job;
  if (!(epsilon > 0 && epsilon <= 100)) refuse('epsilon', 'the privacy budget ε is above 0 and at most 100');
  if (!(delta > 0 && delta < 1)) refuse('delta', 'δ lies strictly between 0 and 1');
  if (!(modelSize > 0 && modelSize <= 4096)) refuse('model-size', 'the model size is above 0 and at most 4096 MB');
  const declared = withParentColumns(job.declared);
  const domain = { ...declared, bands: [] };
  const space = spaceOf(domain);
  const least = modelSizeMb(
    space.sizes,
    zeroCells(domain, space).map(({ set }) => set),
  );
  if (least > modelSize) {
    const needed = Math.ceil(least * 1000) / 1000;
    refuse(
      'model-size',
      `single columns and declared impossible combinations alone make a model of ${needed} MB, above the ${modelSize} MB ` +
        'allowed; raise --model-size or group codes',
    );
  }
  return {
    declared,
    columns: Object.keys(job.declared.domains),
    method,
    modelSize,
    epsilon,
    delta,
    rho: rhoOf(epsilon, delta),
  };
}

function refuse(what: string, rule: string): never {
  throw new Refusal(`synthesis-${what}`, `Synthetic records: ${rule}.`);
}
