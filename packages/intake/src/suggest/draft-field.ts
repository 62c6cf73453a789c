import { findCountry, variable } from '@casebridge/standard';
import { parseAmount, parseNumber } from '../mapping/text/amount-text.ts';
import { parseBand } from '../mapping/text/band-text.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { isDate } from './column-evidence.ts';
import type { Target } from './column-targets.ts';
import { matchCode } from './match-codes.ts';
import { ask, type QuestionKind } from './questions.ts';
import { bestSeparator, partsOf } from './split-values.ts';
import type { Unresolved } from './suggestion.ts';
import { answerOf } from './value-words.ts';
import { yamlTable, yamlText } from './yaml-text.ts';

/** One field of the draft: its lines of YAML below `- to:`, and what its values leave open. */
export interface DraftField {
  readonly to: string;
  readonly column: string;
  /** Further columns that the operation reads after it. */
  readonly alsoFrom: readonly string[];
  readonly operation: string;
  readonly confidence: number;
  /** Lines after `to` and `from`, without indentation of their own. */
  readonly settings: readonly string[];
  readonly unresolved: readonly Unresolved[];
}

/** Writes the fields of a column that fills a variable of its own (flag columns are joined elsewhere). */
export function draftFields(
  target: Target,
  evidence: ColumnEvidence,
  file: { readonly language: string; readonly registration: string | null; readonly person: string | null },
): readonly DraftField[] {
  const { language } = file;
  const { id, confidence } = target;
  const base = { column: evidence.profile.column, confidence, alsoFrom: [] as readonly string[] };
  const field = (
    to: string,
    operation: string,
    settings: readonly string[],
    unresolved: readonly Unresolved[] = [],
  ) => ({
    ...base,
    to,
    operation,
    settings,
    unresolved,
  });
  const texts = [...evidence.known.values.keys()];
  const entry = variable(id);
  if (target.isCanonical) return [field(target.code === null ? id : `${id}.${target.code}`, 'copy', [])];
  if (id === 'record_key') {
    const also = file.person === null ? [] : [file.person];
    return [{ ...field(id, 'keyed_hash', []), alsoFrom: also }];
  }
  if (id === 'birth_date') {
    const also = file.registration === null ? [] : [file.registration];
    return [{ ...field('age_at_registration', 'age_from_dates', []), alsoFrom: also }];
  }
  if (entry.type === 'country') return [countryField(texts)];
  if (id === 'registration_year') {
    const unread = open(
      'no_dates',
      texts.filter((text) => !isDate(text)),
    );
    return [field(id, 'date_to_year', [], unread), field('registration_quarter', 'date_to_quarter', [])];
  }
  if (['date', 'partial_date'].includes(entry.type)) return [field(id, 'copy', [])];
  if (id === 'age_at_registration' && evidence.bands > 0.5) return [bandField('age_band')];
  if (id === 'age_band' && evidence.bands > 0.5) return [bandField('age_band')];
  if (id === 'age_at_registration' || id === 'age_at_entry') {
    const unread = texts.filter((text) => parseNumber(text, ',') === null && parseAmount(text, 'years', ',') === null);
    return [field(id, 'number', ['unit: years'], open('no_ages', unread))];
  }
  if (id === 'duration_months') return [durationField(texts)];
  if (id === 'legal_basis') return consentFields(texts);
  if (entry.type === 'boolean') {
    const table = texts.flatMap((text): [string, string[]][] => {
      const answer = answerOf(text);
      return answer ? [[text, [answer]]] : [];
    });
    return [
      field(
        id,
        'recode',
        yamlTable('values', table),
        open(
          'neither_yes_nor_no',
          texts.filter((t) => !answerOf(t)),
        ),
      ),
    ];
  }
  return [codeField(id, entry.codeList ?? '', texts)];

  function open(kind: QuestionKind, values: readonly string[]): readonly Unresolved[] {
    return values.length === 0 ? [] : [ask(kind, base.column, { variable: id, values })];
  }

  function countryField(values: readonly string[]): DraftField {
    const aliases = values.flatMap((text): [string, string[]][] => {
      const match = findCountry(text, { language, demonyms: true });
      return match?.kind === 'demonym' && match.iso3 !== null ? [[text, [match.iso3]]] : [];
    });
    const unknown = values.filter((text) => findCountry(text, { language, demonyms: true }) === undefined);
    return field(id, 'country', aliases.length === 0 ? [] : yamlTable('aliases', aliases), [
      ...open('no_countries', unknown),
      ...open(
        'inhabitants',
        aliases.map(([text]) => text),
      ),
    ]);
  }

  function bandField(to: string): DraftField {
    const unread = texts.filter((text) => parseBand(text) === null);
    return field(to, 'years_to_band', [], open('no_bands', unread));
  }

  function durationField(values: readonly string[]): DraftField {
    const plain = values.some((text) => parseNumber(text, ',') !== null);
    const unread = values.filter((text) => parseAmount(text, 'months', ',') === null);
    const unit = /month|mois|mes|شهر|اشهر/i.test(base.column) ? 'stated by the header' : null;
    return field(
      id,
      'duration',
      ['unit: months'],
      [...open('no_lengths', unread), ...(plain && unit === null ? [ask('bare_months', base.column)] : [])],
    );
  }

  function codeField(to: string, list: string, values: readonly string[]): DraftField {
    const isSecond = to === 'labour_sector' && target.isBeside === true;
    const separator =
      entry.cardinality === 'many' ? bestSeparator(isSecond ? 'exploitation_type' : list, values) : null;
    const parts = separator === null ? values : [...new Set(values.flatMap((text) => partsOf(text, separator)))];
    const matched = parts.map((text) => ({ text, match: codeOf(list, text, values) }));
    const table = matched.flatMap(({ text, match }): [string, string[]][] => (match ? [[text, [match]]] : []));
    const unknown = matched.filter(({ match }) => match === undefined).map(({ text }) => text);
    return field(
      to,
      separator === null ? 'recode' : 'split',
      [
        ...(separator === null ? [] : [`separators: [${JSON.stringify(separator)}]`]),
        ...yamlTable('values', table),
        ...(isSecond ? [`default: ${yamlText('?unknown')}`] : []),
      ],
      isSecond ? [] : open('no_codes', unknown),
    );
  }

  function consentFields(values: readonly string[]): readonly DraftField[] {
    const basisOf = (text: string): string =>
      matchCode('legal_basis', text)?.code ?? (answerOf(text) === 'yes' ? 'consent' : '?refused');
    const isNo = (text: string) => answerOf(text) === 'no';
    const known = values.filter((text) => isNo(text) || answerOf(text) === 'yes' || matchCode('legal_basis', text));
    const bases = known.map((text) => [text, isNo(text) ? '?refused' : basisOf(text)] as const);
    const table = (value: (basis: string) => string) =>
      yamlTable(
        'values',
        bases.map(([text, basis]) => [text, [value(basis)]] as const),
      );
    const unknown = values.filter((text) => !known.includes(text));
    const guardian = (basis: string) => (basis === 'assent_guardian' ? 'yes' : '?not_applicable');
    const scope = (basis: string) => (basis === '?refused' ? '?refused' : 'shared_pseudonymised');
    return [
      field(
        'legal_basis',
        'recode',
        table((basis) => basis),
        [
          ...open('no_legal_basis', unknown),
          ...open(
            'consent_taken',
            bases.map(([text]) => text),
          ),
        ],
      ),
      field('guardian_consent', 'recode', [...table(guardian), `default: ${yamlText('?unknown')}`]),
      field('consent_scope', 'recode', [...table(scope), `default: ${yamlText('?unknown')}`]),
    ];
  }
}

/** The code of a text; `M` beside `H` and without `F` is a Spanish woman. */
function codeOf(list: string, text: string, all: readonly string[]): string | undefined {
  if (list === 'sex' && /^m$/i.test(text)) {
    const letters = new Set(all.map((value) => value.trim().toUpperCase()));
    if (letters.has('H') && !letters.has('F')) return 'female';
  }
  return matchCode(list, text)?.code;
}
