import { describe, expect, it } from 'vitest';
import { coverage, inventedAnswers, setApart } from '../../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../../test/noisy-answers.ts';
import { buildFigures, type FigureInput } from '../build-figures.ts';
import { languageTags } from '../messages/languages.ts';
import { families } from '../registry/families.ts';
import type { Figure } from '../types.ts';
import { sentenceOf, unknownLeads } from './sentences.ts';
import { voiceOf } from './voice.ts';

const exact = inventedAnswers();
const input: FigureInput = {
  answers: exact,
  coverage,
  periods: ['2014', '2015'],
  setApart,
  grouping: 'iom_region_2015',
  release: { id: 'exampleexample12345a', sequence: 2, date: '2016-05-20', status: 'provisional' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: languageTags,
  example: true,
  splitAllowed: true,
};
const figures = [
  ...buildFigures(input),
  ...buildFigures({ ...input, answers: noisyAnswers(residualsOf(exact, planned()), normals(7)) }),
];
const spoken = figures.flatMap((figure) =>
  languageTags.flatMap((language) => {
    const sentence = figure.sentences[language];
    return sentence ? [{ figure, language, ...sentence }] : [];
  }),
);
const find = (id: string): Figure => figures.find((figure) => figure.id === id) as Figure;

// Every whole number in a text, its grouping marks and direction marks taken out.
function numbersIn(text: string): readonly number[] {
  const plain = text.replaceAll(/\u200e|\u200f|\u061c/g, '').replaceAll(/(?<=\d)[,.\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return [...plain.matchAll(/\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace(',', '.')));
}

describe('sentenceOf', () => {
  it('gives every figure a short and a long sentence in every language', () => {
    expect(spoken).toHaveLength(figures.length * languageTags.length);
    for (const { short, long } of spoken) {
      expect(short.length).toBeGreaterThan(60);
      expect(long.length).toBeGreaterThan(short.length / 2);
      for (const text of [short, long]) {
        expect(text).toMatch(/\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|\{|\}| {2}|\(\)/);
      }
    }
  });

  it('says the value of a share as the whole per cent nearest to it', () => {
    for (const { figure, short } of spoken.filter(
      ({ figure: { unit, value } }) => unit === 'share' && value !== null,
    )) {
      const percent = Math.max(1, Math.round((figure.value ?? 0) * 100));
      expect(numbersIn(short), `${figure.id}: ${short}`).toContain(percent);
    }
  });

  it('carries year, base to the nearest five, unknown share and release', () => {
    for (const { figure, short, long } of spoken) {
      for (const text of [short, long]) {
        const numbers = numbersIn(text);
        if (!figure.family.startsWith('assisted_since')) expect(numbers, text).toContain(Number(figure.period));
        expect(numbers, text).toContain(figure.release.sequence);
        if (figure.value === null || figure.base === null) continue;
        expect(numbers, text).toContain(Math.round(figure.base / 5) * 5);
        if (figure.unknown === null || figure.unknown === 0) continue;
        expect(numbers, text).toContain(Math.max(1, Math.round(figure.unknown * 100)));
      }
    }
  });

  it('gives the ends of the interval in the long sentence, rounded outwards', () => {
    for (const { figure, long } of spoken.filter(({ figure: { unit, value } }) => unit === 'share' && value !== null)) {
      const [low, high] = figure.interval ?? [0, 0];
      expect(numbersIn(long), long).toContain(Math.floor(low * 1000 + 1e-6) / 10);
      expect(numbersIn(long), long).toContain(Math.ceil(high * 1000 - 1e-6) / 10);
    }
  });

  it('says that example data are not real, inside the sentence, and real data nothing of the kind', () => {
    for (const { language, short, long } of spoken) {
      expect(short).toContain(voiceOf(language).say('example'));
      expect(long).toContain(voiceOf(language).say('example'));
    }
    expect(find('purpose.labour.2015').sentences.en?.short).toContain('Example data, not real');
    const real = buildFigures({ ...input, example: false, periods: ['2015'], places: false });
    for (const { sentences } of real) {
      expect(sentences.en?.short).not.toContain('Example');
      expect(sentences.en?.short.charAt(0)).toMatch(/[A-Z0-9“]/);
    }
  });

  it('qualifies every sentence and never says prevalence, rate or risk but to deny it', () => {
    const denied = {
      en: /not prevalence/g,
      fr: /pas la prévalence/g,
      es: /no es (la )?prevalencia/g,
      ar: /لا يقيس مدى الانتشار/g,
    };
    const forbidden = {
      en: /prevalence|\brates?\b|\brisks?\b/i,
      fr: /prévalence|\btaux\b|\brisques?\b/i,
      es: /prevalencia|\btasas?\b|\briesgos?\b/i,
      ar: /الانتشار|معدل|خطر|مخاطر/,
    };
    for (const { language, short, long } of spoken) {
      const tag = language as keyof typeof denied;
      for (const text of [short, long]) {
        expect(text).toMatch(new RegExp(denied[tag].source));
        expect(text.replaceAll(denied[tag], '')).not.toMatch(forbidden[tag]);
      }
    }
  });

  it('says of regional figures that they show where contributors work', () => {
    expect(find('origin.ESEA.2015').sentences.en?.short).toContain('shows where contributors work');
    expect(find('children.2015#identified.EUR').sentences.fr?.short).toContain('montre où travaillent');
    expect(find('sex.male.2015').sentences.en?.short).not.toContain('where contributors work');
  });

  it('leads with the unknown share where it is wider than thirty points', () => {
    const wide = figures.filter((figure) => figure.value !== null && unknownLeads(figure));
    expect(wide.length).toBeGreaterThan(3);
    for (const { sentences } of wide) {
      expect(sentences.en?.short).toMatch(/: for (about|under) \d+% of the records this is not known/);
      expect(sentences.fr?.long).toMatch(/\s: pour (environ|moins de) \d+/);
    }
    expect(find('sex.male.2015').sentences.en?.short).toMatch(/: about 5\d% of/);
  });

  it('says declared numbers are declared, and exactly', () => {
    const { en, fr, es, ar } = find('countries.2015@agency').sentences;
    expect(en?.short).toMatch(/the large agency declares having worked in 115 countries in 2015 \(declared by/);
    expect(fr?.short).toContain('dans 115 pays');
    expect(es?.short).toContain('en 115 países');
    expect(ar?.short).toContain('في 115 بلداً');
    expect(find('assisted_since.2015@agency').sentences.en?.short).toContain('over 70,000 persons since 1994');
  });

  it('says “at most” of a count that noise cannot tell from none', () => {
    const few: Figure = { ...find('victims.2015#identified.OCE'), value: 4, interval: [0, 18.2] };
    const context = { setApart, grouping: 'iom_region_2015' };
    expect(sentenceOf(few, context, 'en').short).toContain('hold at most 20 records of');
    expect(sentenceOf(few, context, 'ar').short).toContain('ما لا يزيد على 20 سجلاً');
    expect(sentenceOf({ ...few, interval: [1, 18.2] }, context, 'en').short).toContain('hold about 5 records of');
  });

  it('says why a number is withheld', () => {
    const withheld = figures.filter(({ value }) => value === null);
    expect(withheld.length).toBeGreaterThan(3);
    for (const { withheld: reason, sentences } of withheld)
      for (const language of languageTags)
        expect(sentences[language]?.short).toContain(voiceOf(language).say(`withheld.${reason ?? 'not_collected'}`));
  });

  it('can be said again from the published figure alone', () => {
    const context = { setApart, grouping: 'iom_region_2015' };
    for (const id of ['purpose.labour.2015', 'sector.fishing.2015@agency', 'change.2015', 'origin.EUR.2015'])
      for (const language of languageTags)
        expect(sentenceOf(find(id), context, language)).toEqual(find(id).sentences[language]);
  });

  it('has words for every family in every language', () => {
    const said = new Set(figures.filter(({ value }) => value !== null).map(({ family }) => family));
    const silent = families()
      .filter(({ id }) => !said.has(id))
      .map(({ id }) => id);
    expect(silent).toEqual([]);
  });
});

describe('the voice of Arabic', () => {
  it.each([
    [1, 'سجل واحد'],
    [2, 'سجلين'],
    [5, '5 سجلات'],
    [11, '11 سجلاً'],
    [100, '100 سجل'],
    [103, '103 سجلات'],
    [115, '115 سجلاً'],
    [6990, '6,990 سجلاً'],
  ])('counts %d records in the right form', (n, text) => {
    expect(voiceOf('ar').say('number.records', { n })).toBe(text);
  });

  it('writes Latin digits', () => {
    for (const { language, long } of spoken) if (language === 'ar') expect(long).not.toMatch(/[٠-٩]/);
  });

  it('writes days as its readers do', () => {
    expect(voiceOf('ar').date('2016-05-20')).toBe('20 مايو 2016');
    expect(voiceOf('fr').date('2016-02-29')).toBe('29 février 2016');
    expect(voiceOf('en').date('1999-12-31')).toBe('31 December 1999');
    expect(() => voiceOf('en').date('20 May')).toThrow(RangeError);
  });
});
