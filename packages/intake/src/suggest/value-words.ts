import { foldText, type MissingReason } from '@casebridge/standard';

/** What a yes-or-no cell says. */
export type Answer = 'yes' | 'no';

/** Reads a cell of a yes-or-no column in four languages; undefined for anything else. Ticks count as yes. */
export function answerOf(text: string): Answer | undefined {
  const trimmed = text.trim();
  if (ticks.has(trimmed)) return 'yes';
  const folded = foldText(trimmed);
  return yesWords.has(folded) ? 'yes' : noWords.has(folded) ? 'no' : undefined;
}

/**
 * Reads a cell that says there is no value, and why, in four languages; undefined for anything else. `NA` is not among
 * them: it is Namibia.
 */
export function missingTokenOf(text: string): MissingReason | undefined {
  const trimmed = text.trim();
  if (signs.has(trimmed)) return 'unknown';
  return reasonWords.get(foldText(trimmed));
}

const ticks = new Set(['✓', '✔', 'x', 'X', '☑']);
const signs = new Set(['-', '--', '—', '–', '?', '??', '.', '...', '…', '-99', '-9', '-1', '/']);
const yesWords = words('yes y oui o si نعم true vrai verdadero 1');
const noWords = words('no n non لا false faux falso 0');

const reasonWords = new Map<string, MissingReason>([
  ...reasons(
    'unknown',
    'nsp; nd; nr; ras; unknown; not known; unk; dk; inconnu; inconnue; non connu; ne sait pas; sans reponse; non renseigne; desconocido; se desconoce; no sabe; ns; s d; sin dato; sin datos; غير معروف; مجهول; لا اعرف; null; none; nan; not specified; non precise; no especificado; nonspecifiedunknown; missing',
  ),
  ...reasons(
    'refused',
    'refused; declined; refus; refuse; a refuse; prefere ne pas repondre; rechazo; no quiso responder; رفض',
  ),
  ...reasons('not_asked', 'not asked; non demande; no preguntado; no se pregunto; لم يسال'),
  ...reasons('not_applicable', 'n a; not applicable; sans objet; non applicable; no aplica; لا ينطبق; so'),
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').map(foldText));
}

function reasons(reason: MissingReason, text: string): readonly (readonly [string, MissingReason])[] {
  return text.split(';').map((word) => [foldText(word), reason] as const);
}
