import { describe, expect, it } from 'vitest';
import { columnLabels, valueLabels } from './codebook.ts';
import { codesOf, country, variable } from './dictionary.ts';
import { addLabels, labelTexts, missingLabels } from './languages.ts';

const texts = Object.fromEntries(Object.entries(labelTexts('en')).map(([key, text]) => [key, `~${text}`]));
const withoutCountries = Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('country/')));

describe('addLabels', () => {
  it('lets every label answer in the new language, and leaves files as they were', () => {
    const before = JSON.stringify(variable('labour_sector'));
    addLabels('sv', withoutCountries);
    expect(variable('labour_sector').labels.sv).toBe(`~${variable('labour_sector').labels.en}`);
    expect(codesOf('missing_reason')[0]?.labels.sv).toBe('~Not known');
    expect(columnLabels('labour_sector.known').sv).toBe(`~${variable('labour_sector').labels.en}: ~any answer`);
    expect(valueLabels('labour_sector.known', 'yes').sv).toBe('~Yes');
    expect(JSON.stringify(variable('labour_sector'))).toBe(before);
    expect(JSON.stringify(columnLabels('labour_sector.known'))).not.toContain('~');
  });

  it('takes the platform’s names of countries where the folder has none', () => {
    expect(country('DEU')?.labels.sv).toBe('Tyskland');
  });

  it('refuses an incomplete language, a stray label and a language of the dictionary', () => {
    const { 'flag/yes': _yes, ...lacking } = withoutCountries;
    expect(missingLabels(lacking)).toEqual(['flag/yes']);
    expect(() => addLabels('da', lacking)).toThrow(/flag\/yes/);
    expect(() => addLabels('da', { ...texts, 'code/no_such/list': 'x' })).toThrow(/no_such/);
    expect(() => addLabels('fr', texts)).toThrow(/already speaks/);
  });
});
