import { describe, expect, it } from 'vitest';
import { coverage, inventedAnswers, setApart } from '../../test/invented-year.ts';
import { buildFigures } from '../build-figures.ts';
import { languageTags } from '../messages/languages.ts';
import { withCounted } from './counted.ts';
import { familyLabel, partText } from './labels.ts';

describe('withCounted', () => {
  const message =
    'of {n, plural, one {# {counted, select, person {person} other {record}}} other {# {counted, select, person {people} other {records}}}}';

  it('makes every choice of the noun and leaves all other arguments', () => {
    expect(withCounted(message, 'record')).toBe('of {n, plural, one {# record} other {# records}}');
    expect(withCounted(message, 'person')).toBe('of {n, plural, one {# person} other {# people}}');
    expect(withCounted('{counted, select, person {{a} of {b}} other {{b}}}', 'person')).toBe('{a} of {b}');
    expect(withCounted('no choice {n}', 'person')).toBe('no choice {n}');
  });

  it('throws for a choice that is not closed or lacks the case', () => {
    expect(() => withCounted('a {counted, select, person {x} other {y}', 'record')).toThrow(/not closed/);
    expect(() => withCounted('a {counted, select, person {x}}', 'record')).toThrow(/no case/);
  });
});

describe('figures of a release whose unit is the person', () => {
  const build = (unit: 'record' | 'person') =>
    buildFigures({
      answers: inventedAnswers(),
      coverage,
      periods: ['2014', '2015'],
      setApart,
      grouping: 'iom_region_2015',
      release: { id: 'exampleexample12345a', sequence: 2, date: '2016-05-20', status: 'provisional' },
      protection: { epsilon: 4, delta: 1e-6, unit },
      languages: languageTags,
      example: true,
      splitAllowed: true,
    });
  const [byRecord, byPerson] = [build('record'), build('person')];
  // A number, then what it counts.
  const records = { en: /\d (records?)\b/, fr: /\d dossiers?\b/, es: /\d expedientes?\b/, ar: /\d سجل/ };
  const people = { en: /\d people\b/, fr: /\d personnes\b/, es: /\d personas\b/, ar: /\d (شخص|أشخاص)/ };

  it('says people where the other says records, in every language', () => {
    const plain = (text: string) => text.replaceAll(/[\u00a0\u202f\u200f\u200e]/g, ' ');
    for (const language of ['en', 'fr', 'es', 'ar'] as const) {
      for (const [at, figure] of byPerson.entries()) {
        const own = figure.sentences[language];
        const other = byRecord[at]?.sentences[language];
        if (!own || !other) throw new Error('every figure is spoken');
        for (const length of ['short', 'long'] as const) {
          expect(plain(own[length]), figure.id).not.toMatch(records[language]);
          if (figure.base === null || figure.value === null) continue;
          expect(plain(own[length]), figure.id).toMatch(people[language]);
          expect(plain(other[length]), figure.id).toMatch(records[language]);
        }
      }
    }
  });

  it('says that linkage made persons of records, and counts in persons', () => {
    const find = (id: string) => byPerson.find((figure) => figure.id === id);
    expect(find('victims.2015')?.unit).toBe('persons');
    expect(byRecord.find(({ id }) => id === 'victims.2015')?.unit).toBe('records');
    expect(find('victims.2015')?.caveats).toContain('one_record_a_person');
    expect(find('victims.2015')?.sentences.en?.short).toMatch(
      /hold records of about [\d,]+ people, identified and assisted victims registered in 2015/,
    );
    expect(find('change.2015@agency')?.sentences.en?.short).toMatch(/more identified and assisted victims|differs by/);
    // What contributors declare is theirs, whatever the release counts.
    expect(find('assisted_since.2015@agency')?.sentences).toEqual(
      byRecord.find(({ id }) => id === 'assisted_since.2015@agency')?.sentences,
    );
  });

  it('names families and parts accordingly', () => {
    expect(familyLabel('victims', 'en')).toBe('Records of victims');
    expect(familyLabel('victims', 'en', undefined, 'person')).toBe('Victims identified and assisted');
    expect(partText('held', 'fr', 'person')).toBe('Personnes comptées dans les dossiers');
  });
});
