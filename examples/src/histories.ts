import { seeded } from './random.ts';

/**
 * Who of an invented population is on which contributors' lists in 2015. The agency's list and the hotline's know nothing of
 * one another; the hotline sends some of its callers to shelters. So the truth is known, and the lists' overlaps say it.
 */
export const examplePopulation = {
  year: 2015,
  people: 2500,
  /** How much likelier a caller of the hotline is to be in a shelter. */
  referral: 2,
  lists: [
    {
      id: 'agency',
      people: 640,
      label: {
        en: 'Assistance agency',
        fr: 'Agence d’assistance',
        es: 'Agencia de asistencia',
        ar: 'وكالة المساعدة',
      },
    },
    {
      id: 'hotline',
      people: 610,
      label: { en: 'Hotline', fr: 'Ligne d’écoute', es: 'Línea de atención', ar: 'خط المساعدة الهاتفي' },
    },
    {
      id: 'shelters',
      people: 420,
      label: { en: 'Shelters', fr: 'Foyers d’accueil', es: 'Albergues', ar: 'دور الإيواء' },
    },
  ],
  label: {
    en: 'Invented people who were trafficked in the countries where the example hotline and shelters work',
    fr: 'Personnes inventées, victimes de la traite dans les pays où travaillent la ligne d’écoute et les foyers de l’exemple',
    es: 'Personas inventadas, víctimas de trata en los países donde trabajan la línea y los albergues del ejemplo',
    ar: 'أشخاص مختلقون تعرضوا للاتجار في البلدان التي يعمل فيها خط المساعدة ودور الإيواء في المثال',
  },
  /** Shelters are two contributors: why they are one list. */
  reason: {
    en: 'Two shelter organisations that divide the work among them by country.',
    fr: 'Deux organisations d’accueil qui se partagent le travail par pays.',
    es: 'Dos organizaciones de acogida que se reparten el trabajo por países.',
    ar: 'منظمتان للإيواء تتقاسمان العمل بحسب البلد.',
  },
} as const;

/** The table of histories as whoever linked the lists would hand it to the steward. The same every time. */
export function historiesFile(): string {
  const { people, lists, referral } = examplePopulation;
  const random = seeded(2015);
  const history = new Uint8Array(people);
  const everybody = Array.from({ length: people }, (_, person) => person);
  for (const [bit, list] of lists.entries()) {
    const weight = (person: number) => (list.id === 'shelters' && (history[person] ?? 0) & 2 ? referral : 1);
    // The smallest of exponential waiting times: a sample without replacement, by weight.
    const drawn = everybody
      .map((person) => ({ person, wait: -Math.log(1 - random.next()) / weight(person) }))
      .sort((a, b) => a.wait - b.wait)
      .slice(0, list.people);
    for (const { person } of drawn) history[person] = (history[person] ?? 0) | (1 << bit);
  }
  const counts = new Array<number>(2 ** lists.length).fill(0);
  for (const one of history) counts[one] = (counts[one] ?? 0) + 1;
  const rows = counts.map((count, mask) => [...lists.map((_, bit) => (mask >> bit) & 1), count].join(',')).slice(1);
  return `${[...lists.map(({ id }) => id), 'count'].join(',')}\n${rows.join('\n')}\n`;
}
