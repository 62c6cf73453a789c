// A mapping told as a crosswalk, for readers: what becomes of each column and code, and what is lost on the way. The
// shapes only; `intake` makes them from mappings and the portal shows them.

/** What a step loses or assumes. */
export const losses = [
  /** Several of their values become one of ours. */
  'merged',
  /** One of their values says what we say with several. */
  'combined',
  /** Their value has no place and becomes a missing reason. */
  'dropped',
  /** A date or number becomes a coarser one. */
  'coarser',
  /** Something else stands in for what was not recorded. */
  'stand_in',
  /** It cannot be turned back, on purpose. */
  'one_way',
  /** The same for every record, whatever it says. */
  'constant',
] as const;

export type Loss = (typeof losses)[number];

/** One of their values and what it becomes: codes of ours, or `?reason`. */
export interface CodePair {
  readonly theirs: string;
  readonly ours: readonly string[];
  readonly losses: readonly Loss[];
}

/** One step: a variable (or column) of the standard and where it comes from. */
export interface CrosswalkLine {
  readonly to: string;
  /** Their columns. */
  readonly from: readonly string[];
  /** Name of the mapping's operation. */
  readonly operation: string;
  readonly pairs: readonly CodePair[];
  /** What the step loses apart from its pairs. */
  readonly losses: readonly Loss[];
}

/** A mapping as a crosswalk. */
export interface Crosswalk {
  readonly id: string;
  readonly version: string;
  /** Version of the standard that it maps to. */
  readonly standard: string;
  readonly lines: readonly CrosswalkLine[];
  /** Variables that the form never asks for, as the mapping states. */
  readonly neverAsked: readonly string[];
}

/** Whether a step, or one of its pairs, loses anything. */
export function isLossy({ losses: own, pairs }: CrosswalkLine): boolean {
  return own.length > 0 || pairs.some((pair) => pair.losses.length > 0);
}
