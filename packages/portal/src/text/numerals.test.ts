import { describe, expect, it } from 'vitest';
import { interfaceLanguages, openCatalogue } from './catalogue.ts';
import { formatIn } from './format.ts';
import { inNumerals } from './numerals.ts';

describe('inNumerals', () => {
  it('writes the percentages of a message as those that are filled in', () => {
    for (const language of interfaceLanguages()) {
      const words = openCatalogue(language, 'latn');
      expect(words.text('table.interval'), language).toContain(formatIn(words).share(0.95));
    }
    const arab = openCatalogue('ar', 'arab');
    expect(arab.text('table.interval')).toContain(formatIn(arab).share(0.95));
    expect(arab.text('why.interval_too_wide.text')).not.toMatch(/\d/);
  });

  it('leaves codes, versions, years and choices alone', () => {
    const message = 'WCAG 2.2 SHA-256 2015 {n, plural, =0 {5 من 100} other {#}} 97,750';
    expect(inNumerals(message, 'ar-u-nu-arab')).toBe(
      'WCAG 2.2 SHA-256 2015 {n, plural, =0 {٥ من ١٠٠} other {#}} ٩٧٬٧٥٠',
    );
    expect(inNumerals(message, 'ar-u-nu-latn')).toBe(message);
  });
});
