import type { Refusal } from '@casebridge/refusal';
import type { DateOrder, LinkageProfiles, PersonField, SelfTest } from '../index.ts';

/** What the page asks of its worker. */
export interface EncodeTask {
  readonly file: File;
  readonly words: string;
  readonly organisation: string;
  readonly project: string;
  readonly epoch: string;
  readonly columns: Readonly<Partial<Record<PersonField, string>>>;
  readonly recordKey: string | null;
  readonly order: DateOrder;
  readonly profiles: LinkageProfiles;
}

export type FromEncoder =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly encodings: Blob; readonly keyCheck: string; readonly selfTest: SelfTest }
  | { readonly kind: 'refused'; readonly problem: Problem | null };

/** A refusal as data, for the page to say in its language. */
export type Problem = Pick<Refusal, 'code' | 'message' | 'args'>;

export function problemOf({ code, message, args }: Refusal): Problem {
  return { code, message, args };
}
