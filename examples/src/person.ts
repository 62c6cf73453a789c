/** One invented case, before a contributor's file gives it that contributor's shape. Null means not known. */
export interface InventedCase {
  readonly caseNumber: string;
  /** `2015-03-09`. */
  readonly registered: string;
  readonly year: number;
  readonly age: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly origin: string | null;
  readonly identified: string | null;
  /** Null when the scope is not known. */
  readonly exploitedIn: string | null;
  readonly purpose: Purpose | null;
  readonly types: readonly string[];
  /** Null when no sector is recorded. */
  readonly sectors: readonly string[] | null;
  /** Answer per means of control; a code left out was not answered. */
  readonly means: Readonly<Record<string, 'yes' | 'no'>>;
  readonly recruiter: string | null;
  readonly months: number | null;
}

export type Purpose = 'labour' | 'sexual' | 'both' | 'other';

/** A case while its attributes are being dealt out. */
export type Draft = { -readonly [Key in keyof InventedCase]: InventedCase[Key] };
