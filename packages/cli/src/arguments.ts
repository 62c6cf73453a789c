import { InvalidArgumentError } from 'commander';

/** Parsers of option values: each gives the value or one clear line. */

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

export function parseYear(text: string): string {
  if (!/^(19|20|21)\d{2}$/.test(text)) throw new InvalidArgumentError('a year has four digits, such as 2015.');
  return text;
}

export function parseCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('a whole number from 1 up is needed.');
  return Number(text);
}

/** A number above zero: ε, δ. */
export function parsePositive(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('a number above 0 is needed.');
  return value;
}

/** A day as YYYY-MM-DD. */
export function parseDay(text: string): string {
  const parsed = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(parsed.getTime()) ||
    parsed.toISOString().slice(0, 10) !== text
  ) {
    throw new InvalidArgumentError('a day is written 2015-12-31.');
  }
  return text;
}

/** Texts separated by commas, each as it stands: `,0` is the empty text and `0`. */
export function parseList(text: string): readonly string[] {
  return text.split(',');
}

/** A share above 0, at most 1. */
export function parseShare(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('a share above 0 and at most 1 is needed.');
  return value;
}

/** A whole number from 2 up. */
export function parseGroupSize(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < 2)
    throw new InvalidArgumentError('a whole number from 2 up is needed.');
  return Number(text);
}

/** A share from 0 to 1. */
export function parseLimit(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('a share from 0 to 1 is needed.');
  return value;
}

/** Weights of columns: `sex=2,age=0.5`. */
export function parseWeights(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.lastIndexOf('=');
      const weight = Number(part.slice(at + 1));
      if (at < 1 || !Number.isFinite(weight) || weight <= 0) {
        throw new InvalidArgumentError('weights are written column=2,other=0.5, each above 0.');
      }
      return [part.slice(0, at), weight];
    }),
  );
}
