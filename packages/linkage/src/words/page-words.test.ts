import { describe, expect, it } from 'vitest';
import { fillIn, firstSpoken, pageWords } from './page-words.ts';

describe('pageWords', () => {
  const { en, ...others } = pageWords;
  const argumentsOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

  it.each(Object.entries(others))('say everything in %s, with the arguments of the English text', (_, words) => {
    expect(Object.keys(words)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(en)) {
      const own = words[key as keyof typeof en];
      expect(argumentsOf(own), key).toEqual(argumentsOf(text));
      expect(own === '', key).toBe(text === '');
    }
    // Words that two languages share by chance are few.
    const same = Object.entries(en).filter(
      ([key, text]) => /\p{L}/u.test(text.replaceAll(/\{\w+\}/g, '')) && words[key as keyof typeof en] === text,
    );
    expect(same.map(([key]) => key).filter((key) => key !== 'language.direction')).toEqual([]);
  });
});

describe('firstSpoken', () => {
  it('takes the first wanted language that is there, whatever its region, and English for want of one', () => {
    expect(firstSpoken(['km', 'pt-BR', 'fr'])).toBe('pt');
    expect(firstSpoken(['ar-EG'])).toBe('ar');
    expect(firstSpoken(['km'])).toBe('en');
    expect(firstSpoken([])).toBe('en');
  });
});

describe('fillIn', () => {
  it('fills arguments', () => {
    expect(fillIn('{a} of {b}', { a: '1', b: '2' })).toBe('1 of 2');
  });
});
