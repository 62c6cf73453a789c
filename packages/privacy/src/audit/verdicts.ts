/**
 * What a check found, before it is known whether anybody but the steward may see it. Two kinds of check make something of
 * a finding, and nothing turns one into the other: `gate.ts` judges code, invented or public data and may block a release
 * and be published; `inspection.ts` attacks the real records, blocks nothing, and what it found is read by the steward alone.
 */
export interface Finding {
  /** Name of the check, `singling-out`. */
  readonly name: string;
  /** The number that is judged; more is worse. */
  readonly value: number;
  /** The most that passes. */
  readonly limit: number;
  /** `value ≤ limit`; false when the value is not a number, so that a check that fell over does not pass. */
  readonly passed: boolean;
  /** Probability that the check fails although nothing is wrong; 0 for a check without chance, null when nobody knows. */
  readonly falseAlarm: number | null;
  /** What else was measured, by name: rates, bounds, sizes. Finite. */
  readonly numbers: Readonly<Record<string, number>>;
}

/**
 * Judges one number against its limit. RangeError: a name that is not lower-case words joined with hyphens, a limit that
 * is not a number, a false alarm that is not a probability, or another number that is not finite.
 */
export function finding(
  name: string,
  value: number,
  limit: number,
  falseAlarm: number | null,
  numbers: Readonly<Record<string, number>> = {},
): Finding {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) throw new RangeError('a check is named in lower-case words with hyphens');
  if (Number.isNaN(limit)) throw new RangeError(`the limit of ${name} is not a number`);
  if (falseAlarm !== null && !(falseAlarm >= 0 && falseAlarm <= 1)) {
    throw new RangeError(`the false alarm of ${name} is not a probability`);
  }
  for (const [label, number] of Object.entries(numbers)) {
    if (!Number.isFinite(number)) throw new RangeError(`'${label}' of ${name} is not a finite number`);
  }
  return Object.freeze({
    name,
    value,
    limit,
    passed: value <= limit,
    falseAlarm,
    numbers: Object.freeze({ ...numbers }),
  });
}
