import type { Variable } from '@casebridge/standard';
import type { KeyedHash } from '../keyed-hash.ts';
import type { Rule } from '../mapping.ts';
import type { Operation } from '../outcome.ts';

/** What compiling one rule may know beside the rule. */
export interface RuleContext {
  /** The variable filled, and its code where the target is one column of it. */
  readonly entry: Variable;
  readonly code: string | null;
  /** Reason of an empty cell: `?not_asked` for what the form asks only of some. */
  readonly emptyReason: string;
  readonly keyedHash: KeyedHash;
  /** Header cells of the file: rules skip their optional columns that are not in it. */
  readonly hasColumn: (column: string) => boolean;
}

/** Compiles a rule within a rule. */
export type CompileInner = (rule: Rule, context: RuleContext) => Operation;
