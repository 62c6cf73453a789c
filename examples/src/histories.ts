/**
 * The invented population that the contributors of 2015 meet people of, and the lists its estimate is made from. The agency and
 * the hotline know nothing of one another; the hotline sends some of its callers to shelters. So the truth is known, and the
 * overlaps of the contributors' own records say it.
 */
export const examplePopulation = {
  year: 2015,
  people: 2000,
  /** Where the hotline and the shelters work: the agency's list is of those it met there. */
  countries: ['USA', 'CIV', 'TUN', 'BGR', 'DEU', 'ITA', 'ROU'] as readonly string[],
  /** How much likelier a caller of the hotline is to be in a shelter. */
  referral: 2,
  lists: [
    {
      id: 'agency',
      contributors: ['agency'] as readonly string[],
      label: {
        en: 'Assistance agency',
        fr: 'Agence d’assistance',
        es: 'Agencia de asistencia',
        ar: 'وكالة المساعدة',
      },
    },
    {
      id: 'hotline',
      contributors: ['hotline'] as readonly string[],
      label: { en: 'Hotline', fr: 'Ligne d’écoute', es: 'Línea de atención', ar: 'خط المساعدة الهاتفي' },
    },
    {
      id: 'shelters',
      contributors: ['shelter-ngo', 'shelter-network'] as readonly string[],
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
