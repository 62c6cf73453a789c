import { say, type ValidationRule } from '../rule.ts';

/** Rules on single values: codes and countries. */
export const codeRules: readonly ValidationRule[] = [
  {
    id: 'C01',
    severity: 'error',
    stage: 'mapping',
    needs: 'file',
    published: 'same',
    states: 'Every value is in the mapping’s table, and every code is in its list in this version of the standard.',
    reads: ['every coded column'],
    about: null,
    messages: say(
      '{variable}: {operation:word|unlisted}. Correct the mapping or the cell.',
      '{variable} : {operation:word|unlisted}. Corrigez la correspondance ou la cellule.',
      '{variable}: {operation:word|unlisted}. Corrija la correspondencia o la celda.',
      '{variable}: {operation:word|unlisted}. صحح المطابقة أو الخلية.',
    ),
  },
  {
    id: 'C02',
    severity: 'error',
    stage: 'mapping',
    needs: 'file',
    published: 'same',
    states: 'Every country is one of ISO 3166-1. Withdrawn codes are replaced by their successor with a warning.',
    reads: ['every country column'],
    about: null,
    messages: say(
      '{variable}: {kind:word|not_a_country}. Add an alias to the mapping, or correct the cell.',
      '{variable} : {kind:word|not_a_country}. Ajoutez un alias à la correspondance ou corrigez la cellule.',
      '{variable}: {kind:word|not_a_country}. Añada un alias a la correspondencia o corrija la celda.',
      '{variable}: {kind:word|not_a_country}. أضف اسماً بديلاً إلى المطابقة أو صحح الخلية.',
    ),
  },
  {
    id: 'C03',
    severity: 'warn',
    stage: 'mapping',
    needs: 'file',
    published: 'same',
    states: 'No country is a territory without a permanent population.',
    reads: ['every country column'],
    about: null,
    messages: say(
      '{variable}: nobody lives permanently in this territory. Is the code a slip?',
      '{variable} : personne n’habite en permanence ce territoire. Est-ce une erreur de code ?',
      '{variable}: nadie vive de forma permanente en este territorio. ¿Es un error de código?',
      '{variable}: لا يقيم أحد إقامة دائمة في هذا الإقليم. هل الرمز خطأ؟',
    ),
  },
  {
    id: 'C04',
    severity: 'warn',
    stage: 'mapping',
    needs: 'file',
    published: 'same',
    states: 'No country cell is a region or a placeholder (0, 00, ZZ); such cells become unknown.',
    reads: ['every country column'],
    about: null,
    messages: say(
      '{variable}: the value is a placeholder or a region, not a country. It was taken as not known.',
      '{variable} : la valeur est un code de remplissage ou une région, pas un pays. Elle a été lue comme non connue.',
      '{variable}: el valor es un relleno o una región, no un país. Se tomó como desconocido.',
      '{variable}: القيمة رمز حشو أو منطقة وليست بلداً. اعتُبرت غير معروفة.',
    ),
  },
];
