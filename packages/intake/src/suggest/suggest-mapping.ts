import { maskedValue } from '../mapping/masked-value.ts';
import type { RawTable } from '../table.ts';
import { type ColumnEvidence, evidenceOf } from './column-evidence.ts';
import { profileColumns, readExtract } from './column-profile.ts';
import type { Target } from './column-targets.ts';
import { type DraftField, draftFields } from './draft-field.ts';
import { type Draft, needsDateOrder, openSettings, shownDateOrder, writeDraft } from './draft-mapping.ts';
import { languageOf } from './file-language.ts';
import { findHeader } from './header-row.ts';
import { type ColumnPlan, planColumns } from './plan-columns.ts';
import { ask, type QuestionKind } from './questions.ts';
import type { SuggestedLine, Suggestion, Unresolved } from './suggestion.ts';

/**
 * Drafts a mapping for a file nobody described: columns by their names in four languages and by the spellings of other
 * standards, by what their cells look like, and values against the code lists. Columns that look like direct
 * identifiers are dropped, and so is what is not recognised. The draft is a mapping that parses; it holds back, rather
 * than guesses, every value it does not know.
 *
 * @param table read once, its first rows only
 * @param name name of the file or the mapping
 */
export async function suggestMapping(table: RawTable, name: string): Promise<Suggestion> {
  const { extract, headerRow } = findHeader(await readExtract(table));
  const profiles = profileColumns(extract);
  const language = languageOf(profiles);
  const evidence = profiles.map((profile) => evidenceOf(profile, language));
  const plans = withKey(planColumns(evidence), evidence);
  const file = { language, registration: columnOf(plans, 'registration_year'), person: personColumn(plans) };
  const fields = withoutRepeats(
    plans.flatMap(({ targets, evidence: column }) =>
      targets.filter(isOwnField).flatMap((target) => draftFields(target, column, file)),
    ),
  );
  const draft: Draft = {
    name: name.replace(/\.[a-z0-9.]+$/i, ''),
    language,
    notes: table.notes,
    headerRow,
    plans,
    fields,
    constants: constantsFor(fields, plans),
  };
  const dateOrder = dateOrderOf(draft, language);
  return {
    mapping: writeDraft(draft, dateOrder),
    language,
    lines: linesOf(draft),
    unresolved: [
      ...openSettings(draft, dateOrder),
      ...openColumns(draft),
      ...fields.flatMap(({ unresolved }) => unresolved),
    ].map(shownValues),
  };
}

const leastKey = 0.2;

/** A record needs a key: where no column was taken for it, the one whose texts repeat least, with little confidence. */
function withKey(plans: readonly ColumnPlan[], evidence: readonly ColumnEvidence[]): readonly ColumnPlan[] {
  if (plans.some(({ targets }) => targets.some(({ id }) => id === 'record_key'))) return plans;
  const free = evidence.filter((column, at) => plans[at]?.dropped === 'not_recognised' && column.distinct > 0.5);
  const candidates = free.length > 0 ? free : evidence.filter(({ identifier }) => identifier === null);
  const best = candidates.reduce<ColumnEvidence | undefined>(
    (most, next) => (most && most.distinct >= next.distinct ? most : next),
    undefined,
  );
  return plans.map((plan) =>
    plan.evidence === best
      ? { ...plan, dropped: null, targets: [...plan.targets, { id: 'record_key', code: null, confidence: leastKey }] }
      : plan,
  );
}

/** Flag columns of one variable become one field together; everything else is a field of its own. */
function isOwnField({ code, isCanonical }: Target): boolean {
  return code === null || isCanonical === true;
}

function columnOf(plans: readonly ColumnPlan[], id: string): string | null {
  return plans.find(({ targets }) => targets.some((target) => target.id === id))?.evidence.profile.column ?? null;
}

/** The column that counts the people of a case, for keys where several people share a case number. */
function personColumn(plans: readonly ColumnPlan[]): string | null {
  const found = plans.find(
    ({ evidence, dropped }) =>
      dropped === 'not_recognised' &&
      /person|victim|personne|persona|الشخص/i.test(evidence.profile.column) &&
      evidence.ages > 0.9,
  );
  return found?.evidence.profile.column ?? null;
}

/** A variable is filled once; its surest field stays. */
function withoutRepeats(fields: readonly DraftField[]): readonly DraftField[] {
  const best = new Map<string, DraftField>();
  for (const field of fields) {
    const earlier = best.get(field.to);
    if (!earlier || field.confidence > earlier.confidence) best.set(field.to, field);
  }
  return fields.filter((field) => best.get(field.to) === field);
}

function constantsFor(
  fields: readonly DraftField[],
  plans: readonly ColumnPlan[],
): readonly (readonly [string, string])[] {
  const filled = new Set(fields.map(({ to }) => to));
  const headers = plans.map(({ evidence }) => evidence.profile.column.toLowerCase()).join(' ');
  const isHotline = /hotline|helpline|call(?:er)?\b|ligne d.?assistance|l[ií]nea de ayuda|الخط/.test(headers);
  const constants: (readonly [string, string])[] = [];
  // Nothing but direct identifiers: the draft parses, its question asks for a key, and a check finds the rows alike.
  if (!filled.has('record_key')) constants.push(['record_key', 'none']);
  if (!filled.has('source_kind')) constants.push(['source_kind', isHotline ? 'hotline' : 'case_management']);
  if (!filled.has('trafficking_status')) constants.push(['trafficking_status', '?not_asked']);
  return constants;
}

function dateOrderOf(draft: Draft, language: string): string | null {
  const columns = draft.plans.filter(({ dropped }) => dropped === null).map(({ evidence }) => evidence);
  if (!needsDateOrder(columns)) return null;
  return shownDateOrder(columns) ?? (language === 'en' ? null : 'dmy');
}

function linesOf({ plans, fields }: Draft): readonly SuggestedLine[] {
  return plans.flatMap(({ evidence, targets, dropped, confidence }): SuggestedLine[] => {
    const { column } = evidence.profile;
    const isRead = fields.some(({ alsoFrom }) => alsoFrom.includes(column));
    if (dropped !== null && !isRead) return [{ column, to: null, operation: 'drop', confidence }];
    const flags = targets
      .filter((target) => !isOwnField(target))
      .map(({ id, code, confidence: sure }) => ({ column, to: `${id}.${code}`, operation: 'flags', confidence: sure }));
    const own = fields
      .filter((field) => field.column === column || field.alsoFrom.includes(column))
      .map(({ to, operation, confidence: sure }) => ({ column, to, operation, confidence: sure }));
    return [...flags, ...own];
  });
}

function openColumns({ plans, fields }: Draft): readonly Unresolved[] {
  const open: Unresolved[] = plans.flatMap(({ evidence, targets, dropped }): Unresolved[] => {
    const { column } = evidence.profile;
    if (dropped === 'not_recognised') return [ask('not_recognised', column)];
    const [target] = targets;
    return target && target.confidence < 0.6 && dropped === null
      ? [ask('little_confidence', column, { variable: target.id })]
      : [];
  });
  for (const [needed, kind] of expected) {
    if (
      !fields.some(({ to, confidence }) => to === needed && confidence > leastKey) &&
      !plans.some(({ targets }) => targets.some(({ id, code }) => id === needed && code !== null))
    )
      open.push(ask(kind, null, { variable: needed }));
  }
  return open;
}

const expected: readonly (readonly [string, QuestionKind])[] = [
  ['record_key', 'no_key'],
  ['registration_year', 'no_year'],
  ['exploitation_type', 'no_type'],
  ['legal_basis', 'no_basis'],
];

function shownValues(open: Unresolved): Unresolved {
  return { ...open, values: open.values.slice(0, 50).map(maskedValue) };
}
