import type { CountingTable } from '../count/context.ts';
import type { CountTask } from '../count/plan.ts';

/** What a counting worker is told. Columns, cells and control are shared memory; nothing is copied. */
export type ToWorker =
  | { readonly kind: 'table'; readonly id: number; readonly table: CountingTable }
  | {
      readonly kind: 'count';
      /** Repeated in the answer: several requests may be under way. */
      readonly job: number;
      readonly table: number;
      readonly sets: readonly (readonly number[])[];
      readonly tasks: readonly CountTask[];
      /** First cell of each set in `cells`, and the end. */
      readonly offsets: readonly number[];
      readonly cells: SharedArrayBuffer;
      /** Two words: the next task to take, and 1 once the work is called off. */
      readonly control: SharedArrayBuffer;
    };

/** What it answers to `count`. */
export type FromWorker =
  | { readonly kind: 'done'; readonly job: number }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };
