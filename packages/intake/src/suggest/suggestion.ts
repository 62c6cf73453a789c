import type { QuestionKind } from './questions.ts';

/** A drafted mapping: for a person to read, correct and sign, never to run unread. */
export interface Suggestion {
  /** The mapping as YAML; `parseMapping` reads it. */
  readonly mapping: string;
  /** Language the file seems to be written in. */
  readonly language: string;
  /** One line per use of a column, in the file's order; `to` is null for columns that are dropped. */
  readonly lines: readonly SuggestedLine[];
  /** What a person has to decide. Holds cell contents: for the file's owner only. */
  readonly unresolved: readonly Unresolved[];
}

/** What a column becomes, and how sure that is, 0 to 1. */
export interface SuggestedLine {
  readonly column: string;
  readonly to: string | null;
  readonly operation: string;
  readonly confidence: number;
}

/** Something to decide: a column, its values, or a setting of the whole file. */
export interface Unresolved {
  /** Null for what concerns the whole file. */
  readonly column: string | null;
  readonly kind: QuestionKind;
  /** Variable of the standard concerned, if there is one. */
  readonly variable: string | null;
  /** Order of day and month that was taken. */
  readonly order: string | null;
  /** The question in English; `questionOf` has the other languages. */
  readonly question: string;
  /** Values concerned, at most 50, masked where they are long. */
  readonly values: readonly string[];
}
