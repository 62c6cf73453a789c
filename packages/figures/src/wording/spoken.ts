import type { Family } from '../registry/family.ts';
import type { Figure, SetApart } from '../types.ts';
import type { Voice } from './voice.ts';

/** What sentences need beside the figure. */
export interface SentenceContext {
  readonly setApart: SetApart | null;
  readonly grouping: string;
}

/** A figure without its sentences. */
export type Unspoken = Omit<Figure, 'sentences'>;

/** A figure on its way into words. */
export interface Spoken {
  readonly figure: Unspoken;
  readonly family: Family;
  readonly context: SentenceContext;
  readonly voice: Voice;
}
