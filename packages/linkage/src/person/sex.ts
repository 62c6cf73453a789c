import { normaliseName } from './normalise.ts';

/** Words and codes for the two sexes that forms mostly write, in the languages of the project. */
const words: Readonly<Record<string, string>> = {
  h: 'm',
  homme: 'm',
  hombre: 'm',
  homem: 'm',
  masculin: 'm',
  man: 'm',
  boy: 'm',
  garcon: 'm',
  ذكر: 'm',
  رجل: 'm',
  м: 'm',
  чоловік: 'm',
  ч: 'm',
  мужской: 'm',
  муж: 'm',
  woman: 'f',
  girl: 'f',
  femme: 'f',
  mujer: 'f',
  mulher: 'f',
  fille: 'f',
  أنثى: 'f',
  انثى: 'f',
  امرأة: 'f',
  ж: 'f',
  жінка: 'f',
  женский: 'f',
  жен: 'f',
};

/** One letter for what a form says of the sex: m, f, or the first letter of another word; empty for nothing. */
export function sexLetter(raw: string): string {
  const { text } = normaliseName(raw);
  return words[text] ?? words[raw.trim().toLowerCase()] ?? text.slice(0, 1);
}
