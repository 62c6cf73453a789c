import { describe, expect, it } from 'vitest';
import { ask, questionOf } from './questions.ts';

describe('questionOf', () => {
  it('asks in four languages, naming the variable as each does, and in English where a language is not there', () => {
    const open = ask('no_year', null, { variable: 'registration_year' });
    const said = ['en', 'fr', 'es', 'ar'].map((language) => questionOf(open, language));
    expect(new Set(said).size).toBe(4);
    for (const text of said) expect(text).not.toMatch(/[{}]|registration_year/);
    expect(questionOf(open, 'xx')).toBe(said[0]);
    expect(open.question).toContain('registration_year');
  });

  it('says which order of dates was taken', () => {
    expect(questionOf(ask('date_order_custom', null, { order: 'dmy' }), 'es')).toContain('dmy');
  });
});
