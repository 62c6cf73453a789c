import type { TableNotes } from '../table.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { isSerial } from './column-evidence.ts';
import { shareOf } from './column-profile.ts';
import type { DraftField } from './draft-field.ts';
import type { ColumnPlan } from './plan-columns.ts';
import { ask } from './questions.ts';
import type { Unresolved } from './suggestion.ts';
import { answerOf, missingTokenOf } from './value-words.ts';
import { yamlText, yamlTexts } from './yaml-text.ts';

/** What the whole draft is written from. */
export interface Draft {
  readonly name: string;
  readonly language: string;
  readonly notes: TableNotes;
  readonly headerRow: number | null;
  readonly plans: readonly ColumnPlan[];
  readonly fields: readonly DraftField[];
  /** Constant fields that the file does not give. */
  readonly constants: readonly (readonly [string, string])[];
}

/** The draft as YAML, a confidence behind each field. */
export function writeDraft(draft: Draft, dateOrder: string | null): string {
  const lines = [
    '# A draft: read each line, decide what is open, add samples, and sign it with a name of your own.',
    `mapping: ${JSON.stringify(draft.name)}`,
    'version: "0.1"',
    'source:',
    ...sourceLines(draft, dateOrder),
    'fields:',
    ...draft.constants.map(
      ([to, value]) => `  - { to: ${to}, operation: constant, value: ${yamlText(value)} }  # decide`,
    ),
    ...draft.fields.flatMap(fieldLines),
    ...flagLines(draft.plans),
  ];
  const read = new Set(draft.fields.flatMap(({ alsoFrom }) => alsoFrom));
  const dropped = draft.plans.filter(
    ({ evidence, dropped: why }) => why !== null && !read.has(evidence.profile.column),
  );
  if (dropped.length > 0) lines.push('drop:', ...dropped.map(dropLine));
  return `${lines.join('\n')}\n`;
}

/** The order of day and month in a file's dates: shown by a day above 12; null where no date tells. */
export function shownDateOrder(columns: readonly ColumnEvidence[]): 'dmy' | 'mdy' | null {
  for (const { known, dates } of columns) {
    if (dates < 0.5) continue;
    for (const text of known.values.keys()) {
      const parts = /^(\d{1,2})[./\- ](\d{1,2})[./\- ]\d{2,4}/.exec(text);
      if (parts && Number(parts[1]) > 12) return 'dmy';
      if (parts && Number(parts[2]) > 12) return 'mdy';
    }
  }
  return null;
}

/** True where some date needs an order to be read. */
export function needsDateOrder(columns: readonly ColumnEvidence[]): boolean {
  return columns.some(
    ({ known, dates }) =>
      dates >= 0.5 && [...known.values.keys()].some((text) => /^\d{1,2}[./\- ]\d{1,2}[./\- ]\d{2,4}/.test(text)),
  );
}

/** Settings a person has to confirm. */
export function openSettings(draft: Draft, dateOrder: string | null): readonly Unresolved[] {
  const columns = keptEvidence(draft);
  const open: Unresolved[] = draft.constants.map(([to]) => ask('constant', null, { variable: to }));
  if (needsDateOrder(columns) && shownDateOrder(columns) === null) {
    open.push(dateOrder === null ? ask('date_order', null) : ask('date_order_custom', null, { order: dateOrder }));
  }
  if (hasSerials(columns)) open.push(ask('serials', null));
  return open;
}

function sourceLines(draft: Draft, dateOrder: string | null): readonly string[] {
  const { notes, headerRow, language } = draft;
  const columns = keptEvidence(draft);
  const missing = missingTokens(columns);
  const row = headerRow ?? notes.headerRow ?? 1;
  return [
    `  format: ${notes.format}`,
    ...(notes.sheet === undefined ? [] : [`  sheet: ${JSON.stringify(notes.sheet)}`]),
    ...(row > 1 ? [`  header_row: ${row}`] : []),
    `  locale: ${language}`,
    ...(dateOrder === null ? [] : [`  date_order: ${dateOrder}`]),
    ...(hasSerials(columns) ? ['  excel_serials: "1900"'] : []),
    ...(hasDecimalComma(columns) ? ['  decimal: ","'] : []),
    ...(missing.length === 0
      ? []
      : ['  missing:', ...missing.map(([text, reason]) => `    ${JSON.stringify(text)}: ${reason}`)]),
  ];
}

function fieldLines(field: DraftField): readonly string[] {
  const sure = `# ${field.confidence.toFixed(2)}`;
  return [
    `  - to: ${field.to}  ${sure}`,
    `    from: ${yamlTexts([field.column, ...field.alsoFrom])}`,
    `    operation: ${field.operation}`,
    ...field.settings.map((line) => `    ${line}`),
  ];
}

/** Flag columns of one variable and one way of answering, as one field. */
function flagLines(plans: readonly ColumnPlan[]): readonly string[] {
  const groups = new Map<string, { id: string; yes: readonly string[]; no: readonly string[]; columns: string[] }>();
  for (const { evidence, targets } of plans) {
    const [target] = targets;
    if (!target || target.code === null || target.isCanonical) continue;
    const texts = [...evidence.known.values.keys()];
    const yes = texts.filter((text) => answerOf(text) === 'yes');
    const no = texts.filter((text) => answerOf(text) === 'no');
    const group = groups.get(target.id) ?? { id: target.id, yes: [], no: [], columns: [] };
    group.yes = [...new Set([...group.yes, ...yes])];
    group.no = [...new Set([...group.no, ...no])];
    group.columns.push(
      `      ${JSON.stringify(evidence.profile.column)}: ${target.code}  # ${target.confidence.toFixed(2)}`,
    );
    groups.set(target.id, group);
  }
  return [...groups.values()].flatMap(({ id, yes, no, columns }) => [
    `  - to: ${id}`,
    '    operation: flags',
    `    "yes": ${yes.length === 0 ? '["1"]' : yamlTexts(yes)}`,
    ...(no.length === 0 ? [] : [`    "no": ${yamlTexts(no)}`]),
    '    columns:',
    ...columns,
  ]);
}

function dropLine({ evidence, dropped }: ColumnPlan): string {
  const why =
    dropped === 'identifier' ? `looks like ${(evidence.identifier ?? '').replace('_', ' ')}` : 'not recognised: decide';
  return `  - ${JSON.stringify(evidence.profile.column)}  # ${why}`;
}

function keptEvidence(draft: Draft): readonly ColumnEvidence[] {
  return draft.plans.filter(({ dropped }) => dropped === null).map(({ evidence }) => evidence);
}

function missingTokens(columns: readonly ColumnEvidence[]): readonly (readonly [string, string])[] {
  const found = new Map<string, string>();
  for (const { profile } of columns) {
    for (const text of profile.values.keys()) {
      const reason = missingTokenOf(text);
      if (reason) found.set(text, reason);
    }
  }
  return [...found];
}

function hasSerials(columns: readonly ColumnEvidence[]): boolean {
  return columns.some(({ known, dates }) => dates >= 0.5 && shareOf(known, isSerial) > 0);
}

function hasDecimalComma(columns: readonly ColumnEvidence[]): boolean {
  return columns.some(
    ({ known, amounts }) => amounts >= 0.5 && shareOf(known, (text) => /^\d+,\d{1,2}$/.test(text)) > 0,
  );
}
