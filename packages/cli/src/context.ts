import type { Output } from './output.ts';

/** What every command gets of the world. */
export interface Context {
  readonly output: Output;
  readonly signal: AbortSignal;
  /** The day, `2016-05-20`. */
  readonly today: string;
  /** Sets the exit code of a command that ended well but has something to say: findings at level error. */
  finish(exit: number): void;
}
