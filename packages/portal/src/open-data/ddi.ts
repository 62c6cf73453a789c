import type { ReleaseView } from '../model/release-view.ts';
import type { Description } from './description.ts';

type Child = Xml | string;

/** An element of the document: name, attributes, content. */
interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Child[];
}

function el(name: string, ...children: readonly Child[]): Xml {
  return { name, attributes: {}, children };
}

function attributed(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Child[]): Xml {
  return { name, attributes, children };
}

/**
 * A release as a DDI Codebook 2.5 document: the study, its files, and every published variable with its codes in all
 * languages; codes that say why an answer is missing are marked as missing. Elements stand in the order of the schema.
 */
export function ddiCodebook(view: ReleaseView, described: Description): string {
  const root = attributed(
    'codeBook',
    { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': 'en', ID: `release-${described.release}` },
    study(described),
    ...described.files
      .filter(({ sha256 }) => sha256 !== null)
      .map((file, at) =>
        attributed(
          'fileDscr',
          { ID: `F${at + 1}`, URI: file.url },
          el('fileTxt', el('fileName', file.name), el('fileType', file.mediaType)),
        ),
      ),
    el('dataDscr', ...variables(view)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, 0)}`;
}

function study(described: Description): Xml {
  const ids = [described.release, ...(described.doi === null ? [] : [described.doi])];
  return el(
    'stdyDscr',
    el(
      'citation',
      el('titlStmt', el('titl', described.title), ...ids.map((id) => el('IDNo', id))),
      el('rspStmt', el('AuthEnty', described.publisher)),
      el(
        'prodStmt',
        el('producer', described.publisher),
        attributed('prodDate', { date: described.issued }, described.issued),
      ),
      el(
        'distStmt',
        el('distrbtr', described.portal.name),
        attributed('distDate', { date: described.issued }, described.issued),
      ),
      el('verStmt', attributed('version', { date: described.issued, type: described.status }, described.version)),
    ),
    el(
      'stdyInfo',
      el('subject', ...described.keywords.map((keyword) => el('keyword', keyword))),
      el('abstract', described.description),
      el(
        'sumDscr',
        ...(['start', 'end'] as const).map((event, at) =>
          attributed('timePrd', { event, date: described.years[at] ?? '' }, described.years[at] ?? ''),
        ),
        ...described.countries.map((country) => attributed('nation', { abbr: country }, country)),
        el(
          'anlyUnit',
          described.counted === 'person'
            ? 'Identified and assisted victim, case records of one person linked'
            : 'Case record of an identified and assisted victim',
        ),
        el('universe', 'People whom contributing organisations identified and assisted'),
        el('dataKind', 'Protected aggregate data'),
      ),
    ),
    el('dataAccs', el('useStmt', el('conditions', `${described.licence}: ${described.licenceUrl}`))),
  );
}

function variables({ bundle }: ReleaseView): Xml[] {
  return bundle.codebook.variables.map((variable, at) =>
    attributed(
      'var',
      { ID: `V${at + 1}`, name: variable.id, intrvl: 'discrete' },
      ...inLanguages('labl', variable.labels),
      ...inLanguages('txt', variable.definition),
      ...variable.codes.map(({ code, labels, missing }) =>
        attributed('catgry', missing ? { missing: 'Y' } : {}, el('catValu', code), ...inLanguages('labl', labels)),
      ),
      ...(variable.derivedFrom === null ? [] : [el('derivation', el('drvdesc', variable.derivedFrom))]),
      attributed('varFormat', { type: 'character' }),
    ),
  );
}

function inLanguages(name: string, texts: Readonly<Record<string, string>>): Xml[] {
  return Object.entries(texts).map(([language, text]) => attributed(name, { 'xml:lang': language }, text));
}

function written({ name, attributes, children }: Xml, depth: number): string {
  const indent = ' '.repeat(depth);
  const open = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}`;
  if (children.length === 0) return `${indent}<${open}/>\n`;
  if (children.every((child) => typeof child === 'string')) {
    return `${indent}<${open}>${escaped(children.join(''))}</${name}>\n`;
  }
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child, depth + 1)));
  return `${indent}<${open}>\n${inner.join('')}${indent}</${name}>\n`;
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
