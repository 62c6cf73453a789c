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
  'change.2015': 0.04,
  'children.2014': 0.15,
  'purpose.labour.2014': 0.68,
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
      ['bounds', 0.62] as const,
      ['bounds', 0.78] as const,
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

  it.each([
    // Bounds in words.
    ['More than half of identified victims registered in 2015 were men and boys.', 'half match sex.male.2015'],
    ['More than half of identified victims registered in 2015 were women and girls.', 'half differs sex.female.2015'],
    [
      'More than two thirds of identified victims registered in 2015 were in labour exploitation.',
      'two thirds match purpose.labour.2015',
    ],
    ['Over 6,000 identified victims were registered in 2015.', '6,000 match victims.2015'],
    ['Over 7,500 identified victims were registered in 2015.', '7,500 differs victims.2015'],
    ['Fewer than one in five identified victims registered in 2015 was a child.', 'one in five match children.2015'],
    ['One in twenty identified victims registered in 2015 was a child.', 'One in twenty differs children.2015'],
    [
      'About 75% of identified victims registered in 2015 were in labour exploitation.',
      '75% match purpose.labour.2015',
    ],
    ['In 2015, 75% of identified victims were in labour exploitation.', '75% differs purpose.labour.2015'],
    [
      'More than 80% of identified victims registered in 2015 were in labour exploitation.',
      '80% differs purpose.labour.2015',
    ],
    [
      'Plus de la moitié des victimes identifiées en 2015 étaient des hommes et des garçons.',
      'la moitié match sex.male.2015',
    ],
    ['Plus de 6 000 victimes identifiées ont été enregistrées en 2015.', '6 000 match victims.2015'],
    ['Moins de 10 % des victimes identifiées en 2015 étaient des enfants.', '10 % differs children.2015'],
    ['Más de la mitad de las víctimas identificadas en 2015 eran hombres y niños.', 'la mitad match sex.male.2015'],
    ['Menos del 15 % de las víctimas identificadas en 2015 eran menores de edad.', '15 % match children.2015'],
    ['كان أكثر من نصف الضحايا الذين تم التعرف عليهم في عام 2015 من الذكور.', 'نصف match sex.male.2015'],
    ['سُجّل أكثر من 6000 من الضحايا الذين تم التعرف عليهم في عام 2015.', '6000 match victims.2015'],
    // Numbers spelled out.
    [
      'Five per cent of identified victims registered in 2015 suffered both labour and sexual exploitation.',
      'Five per cent match purpose.both.2015',
    ],
    [
      'Seventy-four per cent of identified victims registered in 2015 were in labour exploitation.',
      'Seventy-four per cent match purpose.labour.2015',
    ],
    [
      'Soixante-quatorze pour cent des victimes identifiées en 2015 ont subi une exploitation par le travail.',
      'Soixante-quatorze pour cent match purpose.labour.2015',
    ],
    [
      'El setenta y cuatro por ciento de las víctimas identificadas en 2015 sufrieron explotación laboral.',
      'setenta y cuatro por ciento match purpose.labour.2015',
    ],
    [
      'تعرض أربعة وسبعون في المائة من الضحايا الذين تم التعرف عليهم في عام 2015 للاستغلال في العمل.',
      'أربعة وسبعون في المائة match purpose.labour.2015',
    ],
    // A base, a bound or an unknown share is no value.
    ['In 2015, 15% of identified victims were in labour exploitation.', '15% differs purpose.labour.2015'],
    ['In 2015, 78% of identified victims were in labour exploitation.', '78% differs purpose.labour.2015'],
    ['In 2015, 6,100 identified victims were in labour exploitation.', '6,100 foreign'],
    [
      'For 15% of the records of identified victims of 2015 it is unknown whether it was labour exploitation.',
      '15% match purpose.labour.2015',
    ],
    [
      'En 2015, 15 % des victimes identifiées ont subi une exploitation par le travail.',
      '15 % differs purpose.labour.2015',
    ],
    [
      'En 2015, el 78 % de las víctimas identificadas sufrieron explotación laboral.',
      '78 % differs purpose.labour.2015',
    ],
    ['في عام 2015 تعرّض 15% من الضحايا الذين تم التعرف عليهم للاستغلال في العمل.', '15% differs purpose.labour.2015'],
    // What is denied.
    ['In 2015, 74% of identified victims were not in labour exploitation.', '74% differs purpose.labour.2015'],
    ['In 2015, 15% of identified victims did not cross a border.', '15% match scope.cross_border.2015'],
    [
      'Parmi les victimes identifiées en 2015, 15 % n’ont pas franchi de frontière.',
      '15 % match scope.cross_border.2015',
    ],
    ['El 15 % de las víctimas identificadas en 2015 no cruzaron una frontera.', '15 % match scope.cross_border.2015'],
    ['لم يعبر 15% من الضحايا الذين تم التعرف عليهم في عام 2015 الحدود.', '15% match scope.cross_border.2015'],
    // Of one country, or of several years together.
    [
      'In Colombia, 74% of identified victims registered in 2015 were in labour exploitation.',
      '74% denominator purpose.labour.2015',
    ],
    [
      'En Espagne, 74 % des victimes identifiées en 2015 ont subi une exploitation par le travail.',
      '74 % denominator purpose.labour.2015',
    ],
    [
      'En Alemania, el 13 % de las víctimas identificadas en 2015 eran menores de edad.',
      '13 % denominator children.2015',
    ],
    [
      'في كولومبيا تعرّض 74% من الضحايا الذين تم التعرف عليهم في عام 2015 للاستغلال في العمل.',
      '74% denominator purpose.labour.2015',
    ],
    ['In 2015, 62% of identified victims in Europe were in labour exploitation.', '62% foreign'],
    [
      'Between 2010 and 2015, 74% of identified victims were in labour exploitation.',
      '74% denominator purpose.labour.2015',
    ],
    [
      'Entre 2010 y 2015, el 74 % de las víctimas identificadas sufrieron explotación laboral.',
      '74 % denominator purpose.labour.2015',
    ],
    ['Between 2010 and 2015, 6,993 victims were assisted.', '6,993 differs victims.2015'],
    // Up or down.
    ['Records of identified victims rose by 4% between 2014 and 2015.', '4% match change.2015'],
    ['Records of identified victims fell by 4% between 2014 and 2015.', '4% differs change.2015'],
    ['Les dossiers de victimes identifiées ont diminué de 4 % entre 2014 et 2015.', '4 % differs change.2015'],
    ['تراجع عدد سجلات الضحايا الذين تم التعرف عليهم بنسبة 4% بين عامي 2014 و2015.', '4% differs change.2015'],
    // People of whom no figure is.
    ['In 2015, 60% of identified women were in sexual exploitation.', '60% foreign'],
  ])('weighs the words around a number: %s', (text, mark) => {
    expect(told(text).join(' ')).toBe(mark);
  });

  it('gives each number of a sentence its own year, people and subject', () => {
    expect(told('The share of children among identified victims fell from 15% in 2014 to 13% in 2015.')).toEqual([
      '15% match children.2014',
      '13% match children.2015',
    ]);
    expect(
      told('La part des enfants parmi les victimes identifiées est passée de 13 % en 2014 à 15 % en 2015.'),
    ).toEqual(['13 % differs children.2014', '15 % differs children.2015']);
    expect(
      told(
        'In 2015, 74% of identified victims were in labour exploitation, up from 68% in 2014, and 15% in sexual exploitation.',
      ),
    ).toEqual(['74% match purpose.labour.2015', '68% match purpose.labour.2014', '15% differs purpose.sexual.2015']);
    expect(told('In 2015, 13% of identified victims were children, and 19% of those in sexual exploitation.')).toEqual([
      '13% match children.2015',
      '19% match children.sexual.2015',
    ]);
    expect(
      told('En 2015, el 45 % de las víctimas identificadas eran mujeres y niñas, y el 55 % hombres y niños.'),
    ).toEqual(['45 % match sex.female.2015', '55 % match sex.male.2015']);
    expect(told('كان 55% من الضحايا الذين تم التعرف عليهم في عام 2015 من الذكور و45% من الإناث.')).toEqual([
      '55% match sex.male.2015',
      '45% match sex.female.2015',
    ]);
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
