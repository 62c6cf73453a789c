import { readFileSync } from 'node:fs';
import type { Finding } from '@casebridge/standard';
import { describe, expect, it } from 'vitest';
import { validationDocument } from './document.ts';
import { messageOf, words } from './message.ts';
import { validationRules } from './validation-rules.ts';

const languages = ['en', 'fr', 'es', 'ar'];
const finding = (code: string, change: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  row: 12,
  variable: 'age_band',
  args: {},
  ...change,
});

describe('validationRules', () => {
  it('has the rules of the specification once each, with a message in four languages', () => {
    const ids = validationRules.map(({ id }) => id);
    const expected = [
      ...numbered('F', 6),
      ...numbered('K', 2),
      ...numbered('P', 3),
      ...numbered('C', 4),
      ...numbered('D', 8),
      ...numbered('A', 7),
      ...numbered('E', 7),
      ...numbered('G', 2),
      ...numbered('M', 4),
      ...numbered('S', 4),
      ...numbered('Q', 4),
    ];
    expect([...ids].sort()).toEqual([...expected].sort());
    for (const { id, messages } of validationRules)
      for (const language of languages) expect(messages[language], `${id} ${language}`).toMatch(/\S/);
    for (const [word, labels] of Object.entries(words))
      for (const language of languages) expect(labels[language], `${word} ${language}`).toMatch(/\S/);
  });

  it('uses the same arguments in every language', () => {
    const argumentsOf = (text: string | undefined) => [...(text ?? '').matchAll(/\{[^}]+\}/g)].map(String).sort();
    for (const { id, messages } of validationRules)
      for (const language of languages) expect(argumentsOf(messages[language]), id).toEqual(argumentsOf(messages.en));
  });

  it('has a test for each rule on rows, and none for the others but those with a search of their own', () => {
    const searched = new Set(['F03', 'F06', 'K01', 'K02']);
    for (const { id, stage, test } of validationRules)
      expect(test !== undefined, id).toBe(stage === 'row' && !searched.has(id));
  });
});

describe('messageOf', () => {
  it('names the row, the variable and the arguments in the language asked for', () => {
    const a02 = finding('A02', { args: { band: '24-26' } });
    expect(messageOf(a02, 'en')).toBe('Row 12: The age band 24-26 does not contain the age.');
    expect(messageOf(a02, 'fr')).toBe('Ligne 12 : La tranche d’âge 24-26 ne contient pas l’âge.');
    expect(messageOf(a02, 'ar')).toMatch(/^السطر 12: /);
    const c01 = finding('C01', { variable: 'labour_sector.fishing' });
    expect(messageOf(c01, 'es')).toMatch(/^Fila 12: Sector de trabajo forzoso: Pesca.*: el valor no está en la tabla/);
    expect(messageOf({ ...c01, args: { operation: 'date' } }, 'en')).toMatch(/cannot be read as a date/);
  });

  it('drops what its arguments do not say', () => {
    expect(messageOf(finding('K01', { args: { problem: 'no_key' } }), 'en')).toBe(
      'Row 12: There is no record key. One row is one person.',
    );
    expect(messageOf(finding('K01', { args: { problem: 'key_repeats', first: 3 } }), 'en')).toBe(
      'Row 12: Another row has the same record key (row 3). One row is one person.',
    );
    expect(messageOf(finding('C02'), 'en')).toMatch(/names no country/);
  });

  it('puts words for kinds, and falls back to English and to the column’s own name', () => {
    const f03 = finding('F03', { row: null, variable: 'Contact', args: { kind: 'emails' } });
    expect(messageOf(f03, 'fr')).toMatch(/« Contact » ressemble à : adresses électroniques/);
    expect(messageOf(f03, 'km')).toBe(messageOf(f03, 'en'));
    expect(messageOf(finding('C01', { variable: 'labour_sector.piracy' }), 'en')).toMatch(/labour_sector.piracy/);
  });

  it('never shows the kept value, and gives a contributor’s own check its own text', () => {
    for (const { id } of validationRules)
      for (const language of languages)
        expect(messageOf(finding(id, { value: 'SECRET' }), language)).not.toContain('SECRET');
    expect(messageOf(finding('X01', { args: { message: 'Fishing is for men here.' } }), 'fr')).toBe(
      'Ligne 12 : Fishing is for men here.',
    );
  });
});

describe('validationDocument', () => {
  it('is what docs/validation.md says', () => {
    const file = new URL('../../../../docs/validation.md', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(validationDocument());
  });

  it('has a line for every rule', () => {
    for (const { id } of validationRules) expect(validationDocument()).toContain(`\n| ${id} |`);
  });
});

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${letter}0${n + 1}`);
}
