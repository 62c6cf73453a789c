import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import { afterAll, describe, expect, it } from 'vitest';
import { openEdition } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { readSiteFile } from '../site/site-file.ts';
import { answerQuestion } from './answer-question.ts';
import { openAskIndex } from './ask-index.ts';
import { askIndexOf } from './build-ask-index.ts';
import { nearWord } from './near-words.ts';

const home = mkdtempSync(join(tmpdir(), 'casebridge-ask-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

// All five languages: the box of each page understands every one of them.
const file = join(home, 'site.yaml');
const shipped = readFileSync(new URL('../../site.yaml', import.meta.url), 'utf8');
writeFileSync(file, shipped.replace('languages: [en, fr, es, ar]', 'languages: [en, fr, es, ar, pt]'));
const site = readSiteFile(file);
const releases = fixtureReleases().map(({ bundle }) =>
  viewRelease(spokenIn(bundle, site.languages), answersFrom(bundle.measurements)),
);
const current = releases.at(-1);
if (!current) throw new Error('no release');
const assets = { style: '', styles: {}, scripts: {}, icon: '', logo: null };
const raw = askIndexOf(openEdition({ site, assets, releases }, current, 'en'));
const index = openAskIndex(raw);

const told = (question: string) => {
  const { kind, figures, page } = answerQuestion(index, question, '2015');
  return [kind, ...figures.map(({ id }) => id), ...(page === null ? [] : [page])];
};

const bothYears = ['answer', 'purpose.labour.2015', 'purpose.labour.2014'];
const questions: readonly (readonly [question: string, answer: readonly string[]])[] = [
  // Plain questions in each language, with and without a year.
  ['How many were children in 2014?', ['answer', 'children.2014']],
  ['children in sexual exploitation', ['answer', 'children.sexual.2015']],
  ['How many victims?', ['answer', 'victims.2015']],
  ['how long does it last on average?', ['answer', 'duration.mean.2015']],
  ['how many countries?', ['answer', 'countries.2015']],
  ['maids', ['answer', 'sector.domestic_work.2015']],
  ['Quelle part était dans la pêche en 2013 ?', ['answer', 'sector.fishing.2013']],
  ["combien d'enfants en 2014 ?", ['answer', 'children.2014']],
  ['durée moyenne', ['answer', 'duration.mean.2015']],
  ['¿Cuántos hombres?', ['answer', 'sex.male.2015']],
  ['empleadas domésticas 2013', ['answer', 'sector.domestic_work.2013']],
  ['كم كانت نسبة الأطفال في عام ٢٠١٥؟', ['answer', 'children.2015']],
  ['عبور الحدود 2013', ['answer', 'scope.cross_border.2013']],
  ['كم بلدا؟', ['answer', 'countries.2015']],
  ['quantas crianças em 2014?', ['answer', 'children.2014']],
  ['tráfico internacional 2013', ['answer', 'scope.cross_border.2013']],
  // As people type.
  ['childern in 2014', ['answer', 'children.2014']],
  ['percentage of wemen', ['answer', 'sex.female.2015']],
  ['enfans victimes', ['answer', 'children.2015']],
  ['explotasion laboral', ['answer', 'purpose.labour.2015']],
  ['exploraçao laboral', ['answer', 'purpose.labour.2015']],
  // Answers to one question each have theirs; both purposes together are one.
  ['men and women 2013', ['answer', 'sex.male.2013', 'sex.female.2013']],
  ['labour and sexual exploitation 2014', ['answer', 'purpose.both.2014']],
  // Several years, and whether something rose.
  ['children in 2013 and 2015', ['answer', 'children.2013', 'children.2015']],
  ['labour exploitation increase 2015', bothYears],
  ['did the number of victims rise in 2015?', ['answer', 'change.2015']],
  // Regions, where people are from or are identified.
  ['children in Europe', ['answer', 'children.2015#identified.EUR']],
  ['vítimas na Europa em 2012', ['answer', 'victims.2012#identified.EUR', 'identified.EUR.2012']],
  ['victims from Europe 2012', ['answer', 'victims.2012#origin.EUR', 'origin.EUR.2012']],
  ['الاستغلال الجنسي في أوروبا', ['answer', 'purpose.sexual.2015#identified.EUR']],
  [
    'niñas en América',
    ['missing', 'sex.female.2015#identified.AMER', 'children.2015#identified.AMER', 'victims.2015#identified.AMER'],
  ],
  // What no figure says: the table that does, or that is missing.
  ['adult victims', ['table', 'explore/?v=majority_at_registration&year=2015&view=bar&show=share']],
  ['children construction', ['missing', 'sector.construction.2015', 'children.2015']],
  ['how many contributors', ['page', 'contributors/']],
  // Countries have pages, or nothing is published of them; they are never ranked.
  ['how many victims from Nepal', ['country', 'places/NPL/']],
  ['Nepalese children', ['country', 'children.2015', 'places/NPL/']],
  ['victimes au Nigéria', ['country', 'places/NGA/']],
  ['ضحايا من نيبال', ['country', 'places/NPL/']],
  ['victims in Greenland', ['absent']],
  ['which country has the most victims?', ['ranking', 'map/']],
  ['أي البلدان فيها أكثر ضحايا؟', ['ranking', 'map/']],
  ['how many people are trafficked worldwide', ['everyone', 'victims.2015', 'compare/counts/']],
  // Years that the release does not have, and what it knows nothing of.
  ['les hommes en 1999', ['year', `sex.male.${current.bundle.manifest.periods[0]}`]],
  ['What is the price of bread?', ['unclear']],
];

describe('answering a question', () => {
  it.each(questions)('%s', (question, answer) => {
    expect(told(question)).toEqual(answer);
  });

  it('says which words it did not know, and leaves none out in silence', () => {
    expect(answerQuestion(index, 'transgender children', '2015').strange).toEqual(['transgender']);
    for (const [question] of questions) {
      if (!question.includes('bread')) expect(answerQuestion(index, question, '2015').strange, question).toEqual([]);
    }
  });

  it('names the missing table by its variables, each with a name', () => {
    const { variables } = answerQuestion(index, 'women in fishing', '2015');
    expect(variables).toEqual(['sex_or_gender', 'labour_sector.fishing']);
    for (const variable of variables) expect(raw.variables[variable]).toBeTruthy();
  });

  it('never calls a table missing that is published', () => {
    const crossed = raw.tables.filter((key) => key.split('~').length === 2);
    const feature = (variable: string) =>
      Object.entries(raw.columns).find(([, column]) => column[0] === variable && column[1] !== null)?.[0];
    let checked = 0;
    for (const key of crossed) {
      const [a = '', b = ''] = key.split('~').map((variable) => feature(variable) ?? '');
      const [first] = raw.terms[a] ?? [];
      const [second] = raw.terms[b] ?? [];
      if (first === undefined || second === undefined) continue;
      const { kind, about } = answerQuestion(index, `${first} ${second}`.replaceAll('*', ''), '2015');
      if (about.length !== 2) continue;
      expect(kind, key).not.toBe('missing');
      checked++;
    }
    expect(checked).toBeGreaterThan(3);
  });
});

describe('a mistyped word', () => {
  const vocabulary = new Map([
    ['children', 'c'],
    ['fishing', 'f'],
    ['women', 'w'],
    ['woman', 'w'],
    ['mines', 'm'],
    ['minas', 'n'],
  ]);

  it.each([
    ['childern', 'children'],
    ['fihsing', 'fishing'],
    // Two words as near mean the same.
    ['womin', 'women'],
    ['wemen', 'women'],
    // And here they mean different things.
    ['minos', null],
    ['bread', null],
    ['men', null],
  ])('%s', (word, known) => {
    expect(nearWord(word, vocabulary)).toBe(known);
  });
});
