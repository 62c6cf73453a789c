import type { PublishedPrevalence } from '@casebridge/bundle';

const inAll = (en: string, fr: string, es: string, ar: string) => ({ en, fr, es, ar });

/** Invented estimates for tests of the portal: one that may not be a headline, from exact overlaps, with everything there is. */
export const unstableEstimate: PublishedPrevalence = {
  format: 'casebridge-prevalence-1',
  way: 'exact',
  population: inAll(
    'People registered in the invented country',
    'Personnes enregistrées dans le pays inventé',
    'Personas registradas en el país inventado',
    'الأشخاص المسجلون في البلد المختلق',
  ),
  period: [2014, 2015],
  lists: [
    { id: 'police', labels: inAll('Police', 'Police', 'Policía', 'الشرطة') },
    { id: 'shelters', labels: inAll('Shelters', 'Foyers', 'Albergues', 'دور الإيواء') },
    { id: 'hotline', labels: inAll('Hotline', 'Ligne d’aide', 'Línea de ayuda', 'خط المساعدة') },
    { id: 'courts', labels: inAll('Courts', 'Tribunaux', 'Tribunales', 'المحاكم') },
  ],
  merged: [
    {
      list: 'shelters',
      reason: inAll(
        'The two networks send every person on to one another.',
        'Les deux réseaux s’adressent toutes les personnes.',
        'Las dos redes se derivan a todas las personas.',
        'تحيل الشبكتان كل شخص بعضهما إلى بعض.',
      ),
    },
  ],
  threshold: 0.02,
  resamples: 1000,
  seed: 1,
  known: 2700,
  bound: 9800,
  lacking: [],
  stepwise: {
    estimate: 11000,
    interval: [8800, 15000],
    percentile: [9800, 28000],
    pairs: [
      ['police', 'shelters'],
      ['shelters', 'hotline'],
    ],
    biased: true,
  },
  independent: 13000,
  bic: { estimate: 23000, pairs: [['police', 'shelters']] },
  thresholds: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1].map((threshold, at) => ({
    threshold,
    estimate: at < 2 ? 13000 : 11000,
  })),
  withoutOne: [
    { list: 'police', estimate: 12000 },
    { list: 'shelters', estimate: 23000 },
    { list: 'hotline', estimate: 10000 },
    { list: 'courts', estimate: null },
  ],
  linkage: { cautious: 14000, generous: 9600 },
  stable: false,
  instabilities: ['choice_of_model', 'one_list_decides'],
  measured: null,
};
