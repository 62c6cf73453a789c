import type { Finding } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import { addCheckTexts, checkTexts, wrongCheckTexts } from './check-texts.ts';
import { questionOf } from './suggest/questions.ts';
import { messageOf } from './validation/message.ts';

const marked = Object.fromEntries(Object.entries(checkTexts('en')).map(([key, text]) => [key, `¤${text}`]));
const finding: Finding = { code: 'A02', severity: 'error', row: 3, variable: 'age_band', args: { band: '24-26' } };

describe('a further language of findings and questions', () => {
  it('is spoken once it is added, and English where a text is left out', () => {
    const { 'finding/A01': _left, ...most } = marked;
    addCheckTexts('eo', { ...most, 'finding/Z99': 'of a rule that is no more' });
    expect(messageOf(finding, 'eo')).toBe('¤Row 3: ¤The age band 24-26 does not contain the age.');
    expect(messageOf({ ...finding, code: 'A01' }, 'eo')).toBe('¤Row 3: An age is not a whole number from 0 to 110.');
    expect(questionOf({ column: null, kind: 'serials', variable: null, order: null }, 'eo')).toMatch(/^¤some dates/);
    expect(messageOf(finding, 'fr')).toMatch(/^Ligne 3/);
  });

  it('may not take the place of one that they are written in', () => {
    expect(() => addCheckTexts('fr', marked)).toThrow(/already/);
  });
});

describe('wrongCheckTexts', () => {
  it('names what is missing, and what has other arguments', () => {
    expect(wrongCheckTexts(marked)).toEqual([]);
    const { row: _row, ...lacking } = marked;
    expect(wrongCheckTexts({ ...lacking, 'finding/A02': 'La bando {bando}' })).toEqual(['row', 'finding/A02']);
  });
});
