import { describe, expect, it } from 'vitest';
import { openCatalogue } from './catalogue.ts';
import { formatIn } from './format.ts';

const english = formatIn(openCatalogue('en'));

describe('formatIn', () => {
  it('writes shares as whole per cents and their ends outwards to a tenth', () => {
    expect(english.value(0.7412, 'share')).toBe('74%');
    expect(english.range(0.73456, 0.74901, 'share')).toBe('73.4%–75.0%');
  });

  it('says a small share is under one per cent, never zero', () => {
    expect(english.value(0.003, 'share')).toBe('under 1%');
    expect(english.value(0, 'share')).toBe('0%');
  });

  it('writes noisy counts to the nearest five and their ends outwards', () => {
    expect(english.value(6993, 'records')).toBe('6,995');
    expect(english.range(6981, 7012, 'records')).toBe('6,980–7,015');
  });

  it('leaves an end that is on a step where it is', () => {
    expect(english.range(0.1 + 0.2, 0.7, 'share')).toBe('30.0%–70.0%');
  });

  it('signs changes', () => {
    expect(english.value(0.09, 'change')).toBe('+9%');
    expect(english.value(-0.09, 'change')).toBe('−9%');
    expect(english.value(-0.001, 'change')).not.toMatch(/[-−]0/);
  });

  it('writes days and sizes as the language does', () => {
    expect(english.day('2016-05-20')).toBe('20 May 2016');
    expect(english.bytes(9)).toBe('9 bytes');
    expect(english.bytes(12_345)).toBe('12.3 kB');
    expect(formatIn(openCatalogue('ar', 'latn')).day('2016-05-20')).toBe('20 مايو 2016');
  });
});
