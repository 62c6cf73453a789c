import type { ValidationRule } from './rule.ts';
import { validationRules } from './validation-rules.ts';

/** `docs/validation.md`: the table of rules for readers, written from the table that runs. */
export function validationDocument(): string {
  return `${introduction}\n${sections.map(section).join('\n')}`;
}

const introduction = `<!-- Written by packages/intake/scripts/validation-document.mjs from the table of rules. Edit the rules, then run it again. -->

# Validation rules

Every file is checked where it is mapped: on the contributor's own machine, and once more where records are received. A
finding names the rule, the row and the variable, in English, French, Spanish or Arabic. It never holds a cell's content,
unless the file's owner asks for it on their own terminal.

| severity | what it does |
|---|---|
| stop | the file is refused |
| error | the row is held back; it can be corrected and sent again, and is stored nowhere else |
| warn | the row is kept; the finding is counted and shown to the contributor |
| note | the same, for information |

A mapping with \`origin: published\` is for files that somebody anonymised before. Their rows are keyed by number; the
column *published files* says whether a rule is the same for them, is a warning at most, or is skipped.

A rule that needs an agreement or the previous submission is reported as *not checked* where it has none. It never passes
in silence. A rule on variables that the mapping does not fill does not apply.
`;

const sections: readonly { readonly title: string; readonly letters: string }[] = [
  { title: 'The file', letters: 'F' },
  { title: 'Keys', letters: 'K' },
  { title: 'The right to share', letters: 'P' },
  { title: 'Codes and countries', letters: 'C' },
  { title: 'Dates and duration', letters: 'D' },
  { title: 'Age', letters: 'A' },
  { title: 'Exploitation and status', letters: 'EG' },
  { title: 'Means', letters: 'M' },
  { title: 'Cross-border or internal', letters: 'S' },
  { title: 'Counts of the whole file', letters: 'Q' },
];

function section({ title, letters }: { readonly title: string; readonly letters: string }): string {
  const rules = validationRules.filter(({ id }) => letters.includes(id.charAt(0)));
  return [
    `## ${title}`,
    '',
    '| rule | severity | says | reads | needs | published files |',
    '|---|---|---|---|---|---|',
    ...rules.map(line),
    '',
  ].join('\n');
}

function line(rule: ValidationRule): string {
  const reads = [...rule.reads, ...(rule.alsoReads ?? []).map((name) => `(${name})`)].join(', ');
  return `| ${rule.id} | ${rule.severity} | ${rule.states} | ${reads} | ${needs[rule.needs]} | ${published[rule.published]} |`;
}

const needs: Readonly<Record<ValidationRule['needs'], string>> = {
  file: 'the file',
  agreement: 'the agreement',
  previous: 'the previous submission',
};

const published: Readonly<Record<ValidationRule['published'], string>> = {
  same: 'same',
  warning: 'warning at most',
  skipped: 'skipped',
};
