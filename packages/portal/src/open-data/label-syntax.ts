import { exampleNote } from '@casebridge/bundle';
import type { ReleaseView } from '../model/release-view.ts';
import { labelOf } from './table-rows.ts';

/** A CSV file that a statistics program is told to read, beside the syntax file. */
export interface LabelledFile {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: 'string' | 'number' | 'integer';
    readonly meaning: string;
  }[];
}

/** Names of columns as SPSS and Stata take them: letters, digits and underscores, at most 32, none twice. */
export function programNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?![A-Za-z])/, 'v');
    let own = plain.slice(0, 32);
    for (let next = 2; used.has(own.toLowerCase()); next++) own = `${plain.slice(0, 31 - String(next).length)}_${next}`;
    used.add(own.toLowerCase());
    return own;
  });
}

/** SPSS syntax: reads the CSV and gives variables and codes their labels; reasons for missing answers stay codes of their own. */
export function spssSyntax(view: ReleaseView, file: LabelledFile): string {
  const names = programNames(file.columns.map(({ name }) => name));
  const quoted = (text: string) => `'${oneLine(text).slice(0, 250).replaceAll("'", "''")}'`;
  const labelled = file.columns.flatMap((column, at) => {
    const codes = codesOf(view, column.name);
    return codes.length === 0 ? [] : [{ name: names[at] ?? '', codes }];
  });
  return [
    `* Encoding: UTF-8.`,
    `* ${headOf(view, file)}.`,
    `GET DATA /TYPE=TXT /FILE='${file.name}' /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE`,
    `  /FIRSTCASE=2 /DELIMITERS=',' /QUALIFIER='"' /VARIABLES=`,
    ...file.columns.map(
      ({ type }, at) =>
        `    ${names[at]} ${type === 'string' ? `A${widthOf(view, file.columns[at]?.name ?? '')}` : 'F20.4'}`,
    ),
    '  .',
    'VARIABLE LABELS',
    ...file.columns.map(({ meaning }, at) => `  ${at === 0 ? '' : '/'}${names[at]} ${quoted(meaning)}`),
    '  .',
    ...(labelled.length === 0
      ? []
      : [
          'VALUE LABELS',
          ...labelled.flatMap(({ name, codes }, at) => [
            `  ${at === 0 ? '' : '/'}${name}`,
            ...codes.map(({ code, label }) => `    ${quoted(code)} ${quoted(label)}`),
          ]),
          '  .',
        ]),
    'EXECUTE.',
    '',
  ].join('\n');
}

/**
 * A Stata do-file: reads the CSV, turns codes into numbers with value labels. Each code keeps a number of its own, so that
 * unknown, not asked and not applicable do not become one missing value.
 */
export function stataSyntax(view: ReleaseView, file: LabelledFile): string {
  const names = programNames(file.columns.map(({ name }) => name));
  const quoted = (text: string) => `\`"${oneLine(text).slice(0, 80).replaceAll('`', "'")}"'`;
  const lines = file.columns.flatMap(({ name, meaning }, at) => {
    const own = names[at] ?? '';
    const codes = codesOf(view, name);
    if (codes.length === 0) return [`label variable ${own} ${quoted(meaning)}`];
    const list = `codes${at + 1}`;
    return [
      `rename ${own} text${at + 1}`,
      `generate ${own} = .`,
      ...codes.flatMap(({ code, label }, number) => [
        `replace ${own} = ${number + 1} if text${at + 1} == ${quoted(code)}`,
        `label define ${list} ${number + 1} ${quoted(label)}, ${number === 0 ? 'replace' : 'add'}`,
      ]),
      `assert !missing(${own})`,
      `label values ${own} ${list}`,
      `label variable ${own} ${quoted(meaning)}`,
      `drop text${at + 1}`,
    ];
  });
  const texts = file.columns.flatMap(({ type }, at) => (type === 'string' ? [at + 1] : []));
  return [
    `* ${headOf(view, file)}`,
    'version 14',
    'clear',
    `import delimited ${names.join(' ')} using "${file.name}", varnames(nonames) rowrange(2) encoding("utf-8") stringcols(${texts.join(' ')})`,
    ...lines,
    'compress',
    '',
  ].join('\n');
}

function headOf(view: ReleaseView, file: LabelledFile): string {
  const { title, sequence, release, example } = view.bundle.manifest;
  return `${oneLine(`${example ? `${exampleNote}. ` : ''}${file.title}. ${title}, release ${sequence} (${release})`).replaceAll(/\.$/g, '')}`;
}

function codesOf(view: ReleaseView, id: string): readonly { readonly code: string; readonly label: string }[] {
  const variable = view.bundle.codebook.variables.find((each) => each.id === id);
  return (variable?.codes ?? []).map(({ code, labels }) => ({ code, label: labels.en ?? code }));
}

function widthOf(view: ReleaseView, id: string): number {
  return Math.max(32, ...codesOf(view, id).map(({ code }) => new TextEncoder().encode(code).length));
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The synthetic records of a release as a labelled file; null where it has none. */
export function syntheticFile(view: ReleaseView): LabelledFile | null {
  const { manifest, synthesis } = view.bundle;
  if (synthesis === null) return null;
  const columns = [
    'synthetic',
    'period',
    'batch',
    ...Object.keys(synthesis.domains),
    ...(manifest.example ? ['example'] : []),
  ];
  return {
    name: 'synthetic.csv',
    title: 'Synthetic records, not persons',
    columns: columns.map((name) => ({
      name,
      type: name === 'batch' ? 'integer' : 'string',
      meaning: labelOf(view, name),
    })),
  };
}
