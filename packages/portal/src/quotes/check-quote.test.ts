import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { openEdition } from '../bake/site-pages.ts';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { readSiteFile } from '../site/site-file.ts';
import { quoteIndexOf } from './build-index.ts';
import { checkQuote } from './check-quote.ts';
import { openIndex } from './quote-index.ts';

const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const assets = { style: '', styles: {}, scripts: {}, icon: '', logo: null };
const current = releases.at(-1);
if (!current) throw new Error('no release');
const indexIn = (language: string) =>
  quoteIndexOf(openEdition({ site: readSiteFile(), assets, releases }, current, language));
const plain = indexIn('en');
// Numbers of our own, so that the texts below can be read: 74 % labour, 20 % sexual, 13 % children, 19 % in sexual exploitation.
const own: Readonly<Record<string, number>> = {
  'purpose.labour.2015': 0.74,
  'purpose.sexual.2015': 0.2,
  'purpose.both.2015': 0.05,
  'children.2015': 0.13,
  'children.sexual.2015': 0.19,
  'children.labour.2015': 0.04,
  'sex.male.2015': 0.55,
  'sex.female.2015': 0.45,
  'sector.construction.2015': 0.31,
  'victims.2015': 6993,
  'duration.mean.2015': 3,
  'scope.cross_border.2015': 0.85,
};
const index = openIndex({
  ...plain,
  figures: plain.figures.flatMap((figure) => {
    const value = own[figure.id];
    if (value === undefined) return [];
    const facts = [
      ['base', 6100] as const,
      ['unknown', 0.15] as const,
      ['interval', 0.734] as const,
      ['interval', 0.749] as const,
    ];
    return [
      {
        ...figure,
        value,
        facts: figure.id === 'purpose.labour.2015' ? facts : [],
        earlier: figure.id === 'children.2015' ? [[1, 0.16] as const] : [],
      },
    ];
  }),
});

const told = (text: string) =>
  checkQuote(index, text).map(({ start, end, verdict, figure }) =>
    `${text.slice(start, end)} ${verdict} ${figure?.id ?? ''}`.trim(),
  );

describe('the quote checker', () => {
  it.each([
    ['In 2015, 74% of identified victims were trafficked for labour exploitation.', ['74% match purpose.labour.2015']],
    [
      'Of the assisted victims registered in 2015, 74 per cent were trafficked for labour exploitation, one in five for sexual exploitation and a further 5% for both.',
      ['74 per cent match purpose.labour.2015', 'one in five match purpose.sexual.2015', '5% match purpose.both.2015'],
    ],
    [
      'En 2015, 74 % des victimes identifiées ont subi une exploitation par le travail ; une sur cinq une exploitation sexuelle.',
      ['74 % match purpose.labour.2015', 'une sur cinq match purpose.sexual.2015'],
    ],
    ['En 2015, el 74 % de las víctimas asistidas sufrieron explotación laboral.', ['74 % match purpose.labour.2015']],
    ['في عام ٢٠١٥ تعرّض ٧٤٪ من الضحايا الذين تم التعرف عليهم للاستغلال في العمل.', ['٧٤٪ match purpose.labour.2015']],
    ['Nearly 7,000 victims were assisted in 2015.', ['7,000 match victims.2015']],
    ['Près de 7 000 victimes ont été assistées en 2015.', ['7 000 match victims.2015']],
    ['Casi 7.000 víctimas fueron asistidas en 2015.', ['7.000 match victims.2015']],
    ['سُجّل نحو 7 آلاف من الضحايا في عام 2015.', ['7 match victims.2015']],
    ['On average, identified victims registered in 2015 spent three years in trafficking.', []],
    ['On average, identified victims registered in 2015 spent 3 years in trafficking.', ['3 match duration.mean.2015']],
  ])('recognises ours: %s', (text, marks) => {
    expect(told(text)).toEqual(marks);
  });

  it.each([
    ['In 2015, 74% were trafficked for labour exploitation.', '74% qualifier purpose.labour.2015'],
    ['En 2015, 13 % étaient des enfants.', '13 % qualifier children.2015'],
    ['En 2015, el 55 % eran hombres.', '55 % qualifier sex.male.2015'],
    ['في عام 2015 كان 13% من الضحايا أطفالا.', '13% qualifier children.2015'],
  ])('misses the qualifier: %s', (text, mark) => {
    expect(told(text)).toEqual([mark]);
  });

  it.each([
    [
      'In 2015, 19% of identified victims were children in sexual exploitation.',
      '19% denominator children.sexual.2015',
    ],
    [
      '74% of all victims of trafficking worldwide, identified in 2015, were in forced labour.',
      '74% denominator purpose.labour.2015',
    ],
    ['Of identified victims of labour exploitation in 2015, 55% were men.', '55% denominator sex.male.2015'],
    [
      'En 2015, 19 % des victimes identifiées étaient des enfants soumis à l’exploitation sexuelle.',
      '19 % denominator children.sexual.2015',
    ],
    [
      'En 2015, el 31 % de las víctimas identificadas trabajaron en la construcción.',
      '31 % denominator sector.construction.2015',
    ],
    [
      'في عام 2015 كان 19% من الضحايا الذين تم التعرف عليهم أطفالا في الاستغلال الجنسي.',
      '19% denominator children.sexual.2015',
    ],
  ])('sees another denominator: %s', (text, mark) => {
    expect(told(text)).toEqual([mark]);
  });

  it('keeps a share of some apart from a share of all', () => {
    expect(told('In 2015, 19% of identified victims of sexual exploitation were children.')).toEqual([
      '19% match children.sexual.2015',
    ]);
  });

  it('knows what an earlier release said', () => {
    const [mark] = checkQuote(index, 'In 2015, 16% of identified victims were children.');
    expect(mark).toMatchObject({ verdict: 'old', release: 1, figure: { id: 'children.2015' } });
  });

  it('does not let two numbers change places', () => {
    expect(
      told('In 2015, 20% of identified victims were in labour exploitation and 74% in sexual exploitation.'),
    ).toEqual(['20% differs purpose.labour.2015', '74% differs purpose.sexual.2015']);
  });

  it('says what is not ours', () => {
    expect(told('Some 27.6 million people are in forced labour on any day.')).toEqual(['27.6 foreign']);
    expect(told('Unemployment was 12% in 2015.')).toEqual(['12% foreign']);
    expect(told('In 2015, 74% of identified victims were in forced labour. Unemployment was 15%.').at(-1)).toBe(
      '15% foreign',
    );
    expect(told('In 2015, 42% of identified victims were children.')).toEqual(['42% differs children.2015']);
  });

  it('passes over years, dates, ages, release numbers, addresses and the name of an interval', () => {
    expect(
      told(
        'On 20 May 2016 release 2 said so (95% interval); see https://example.org/7000/74% or figures/children.2015/, for those under 18. Le 3 mars 2015, la publication n° 2, moins de 18 ans. El 5 de mayo de 2016. في 20 مايو 2016 الإصدار 2.',
      ),
    ).toEqual([]);
  });

  it('follows base, unknown share and interval beside the value', () => {
    expect(
      checkQuote(
        index,
        'In 2015, 74% (73.4%–74.9%) of identified victims were in labour exploitation, of about 6,100 records; unknown for 15%.',
      ).map(({ verdict, part }) => `${verdict} ${part}`),
    ).toEqual(['match value', 'match interval', 'match interval', 'match base', 'match unknown']);
  });

  it.each(['en', 'fr', 'es', 'ar'])('finds nothing wrong with our own sentences in %s', (language) => {
    const whole = openIndex(indexIn(language));
    const wrong = current.citable
      .filter(({ group, value }) => group === null && value !== null)
      .flatMap((figure) =>
        (['short', 'long'] as const).flatMap((length) => {
          const sentence = figure.sentences[language]?.[length] ?? '';
          return checkQuote(whole, sentence)
            .filter(({ verdict }) => verdict !== 'match')
            .map(
              ({ start, end, verdict, figure: other }) =>
                `${figure.id} ${length}: ${sentence.slice(start, end)} ${verdict} ${other?.id ?? ''} | ${sentence}`,
            );
        }),
      );
    expect(wrong).toEqual([]);
  });
});
