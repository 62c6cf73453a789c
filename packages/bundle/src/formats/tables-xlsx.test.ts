import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { withFixedTimes } from './tables-xlsx.ts';

describe('withFixedTimes', () => {
  const entries = { 'a.xml': strToU8('<a/>'), 'b/c.xml': strToU8('<c/>'.repeat(1000)) };
  const at = (mtime: string) => zipSync(entries, { mtime });

  it('makes archives that differ in their times alone the same bytes', () => {
    const [early, late] = [at('1999-05-05T10:00:00'), at('2026-11-23T21:00:00')];
    expect(Buffer.compare(early, late)).not.toBe(0);
    expect(Buffer.compare(withFixedTimes(early), withFixedTimes(late))).toBe(0);
  });

  it('leaves the contents as they are', () => {
    expect(unzipSync(withFixedTimes(at('2026-11-23T21:00:00')))).toEqual(entries);
  });

  it('refuses what is no zip', () => {
    expect(() => withFixedTimes(new Uint8Array(100))).toThrow(RangeError);
  });
});
