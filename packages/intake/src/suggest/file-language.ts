import { codesOf, countries, foldText, variables } from '@casebridge/standard';
import type { ColumnProfile } from './column-profile.ts';
import { meaningfulWords } from './phrases.ts';
import { variableWords } from './variable-words.ts';

const languages = ['en', 'fr', 'es', 'ar'] as const;

/** The language a file is written in: the one whose words its headers and cells use most; `en` where none does. */
export function languageOf(profiles: readonly ColumnProfile[]): string {
  const scores = languages.map((language) => {
    const words = vocabulary(language);
    let score = 0;
    for (const { column, values } of profiles) {
      for (const word of meaningfulWords(column)) score += words.has(word) ? 1 : 0;
      for (const text of [...values.keys()].slice(0, 40)) if (wholeTexts(language).has(foldText(text))) score += 0.5;
    }
    return { language, score };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).language;
}

const vocabularies = new Map<string, ReadonlySet<string>>();
const texts = new Map<string, ReadonlySet<string>>();

function vocabulary(language: (typeof languages)[number]): ReadonlySet<string> {
  let words = vocabularies.get(language);
  if (!words) {
    words = new Set(
      [
        ...variables.map(({ labels }) => labels[language] ?? ''),
        ...Object.values(variableWords).map((entry) => entry[language]),
        ...codesOf('means_of_control').map(({ labels }) => labels[language] ?? ''),
        questionWords[language],
      ].flatMap(meaningfulWords),
    );
    vocabularies.set(language, words);
  }
  return words;
}

function wholeTexts(language: (typeof languages)[number]): ReadonlySet<string> {
  let known = texts.get(language);
  if (!known) {
    known = new Set([
      ...countries.map(({ labels }) => foldText(labels[language] ?? '')),
      ...['exploitation_type', 'labour_sector', 'sex', 'means_of_control'].flatMap((list) =>
        codesOf(list).map(({ labels }) => foldText(labels[language] ?? '')),
      ),
      ...answerWords[language].split(' ').map(foldText),
    ]);
    texts.set(language, known);
  }
  return known;
}

const questionWords: Readonly<Record<(typeof languages)[number], string>> = {
  en: 'name first last phone notes remarks victim withheld case',
  fr: 'nom prénom téléphone observations victime confisqué dossier accueil',
  es: 'nombre apellidos teléfono observaciones víctima expediente retenido',
  ar: 'الاسم الهاتف ملاحظات الضحية الملف',
};

const answerWords: Readonly<Record<(typeof languages)[number], string>> = {
  en: 'yes unknown male female',
  fr: 'oui non nsp homme femme',
  es: 'sí hombre mujer desconocido',
  ar: 'نعم لا ذكر أنثى',
};
