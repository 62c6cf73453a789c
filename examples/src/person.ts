/** One invented case, before a contributor's file gives it that contributor's shape. Null means not known. */
export interface InventedCase {
  readonly caseNumber: string;
  /** `2015-03-09`. */
  readonly registered: string;
  readonly year: number;
  readonly age: number | null;
  /** Date of birth, where it is that of somebody whom another contributor knows. */
  readonly born?: string | null;
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

/**
 * A case's date of birth: one that gives its age on the day of registration, the same every time. Null where the age is not
 * known.
 */
export function bornOn(entry: InventedCase): string | null {
  if (entry.born !== undefined) return entry.born;
  if (entry.age === null) return null;
  const [year, month, day] = entry.registered.split('-').map(Number) as [number, number, number];
  let days = 7;
  for (const character of entry.caseNumber) days = (days * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return new Date(Date.UTC(year - entry.age, month - 1, day - 1 - (days % 359))).toISOString().slice(0, 10);
}

/** Completed years from a day of birth to another day, both written as `2015-03-09`. */
export function ageOn(born: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}
