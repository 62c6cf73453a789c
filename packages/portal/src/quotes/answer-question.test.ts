import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';
import { answerQuestion } from './answer-question.ts';
import { quoteIndexOf } from './build-index.ts';
import { openIndex } from './quote-index.ts';

const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const current = releases.at(-1);
if (!current) throw new Error('no release');
const assets = { style: '', styles: {}, scripts: {}, icon: '', logo: null };
const index = openIndex(quoteIndexOf(openEdition({ site: readSiteFile(), assets, releases }, current, 'en')));

const told = (question: string) => {
  const { kind, figures } = answerQuestion(index, question);
  return [kind, ...figures.map(({ id }) => id)];
};

describe('answering a question', () => {
  it.each([
    ['How many were children in 2014?', ['answer', 'children.2014']],
    ['children in sexual exploitation', ['answer', 'children.sexual.2015']],
    ['Quelle part était dans la pêche en 2013 ?', ['answer', 'sector.fishing.2013']],
    ['¿Cuántos hombres?', ['answer', 'sex.male.2015']],
    ['كم كانت نسبة الأطفال في عام ٢٠١٥؟', ['answer', 'children.2015']],
    ['How many victims?', ['answer', 'victims.2015']],
  ])('finds the figure: %s', (question, answer) => {
    expect(told(question)).toEqual(answer);
  });

  it('says that no figure crosses two things, and shows each by itself', () => {
    expect(told('children construction')).toEqual(['missing', 'sector.construction.2015', 'children.2015']);
  });

  it('does not answer for another year or another subject', () => {
    expect(told('children in 1999')).toEqual(['year']);
    expect(told('What is the price of bread?')).toEqual(['unclear']);
  });
});
