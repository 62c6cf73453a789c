import { Refusal } from '@casebridge/refusal';
import type { Archive } from './xlsx-archive.ts';
import { attribute, readXml } from './xlsx-xml.ts';

/** What a workbook says about its sheets, before any sheet is read. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[];
  /** Days count from 1904 where true, from 1900 otherwise. */
  readonly is1904: boolean;
  /** True per cell style that shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly sharedStrings: readonly string[];
}

/** @throws Refusal `xlsx` for macros, links to other workbooks and missing parts */
export function readWorkbook(archive: Archive, name: string, maxDepth: number): Workbook {
  const no = (what: string): Refusal => new Refusal('xlsx', `${name}: ${what}`);
  const read = (part: string, handlers: Parameters<typeof readXml>[3]): void =>
    readXml(name, maxDepth, archive.read(part), handlers);

  read('[Content_Types].xml', {
    open(_, attributes) {
      const type = attribute(attributes, 'ContentType')?.toLowerCase() ?? '';
      if (type.includes('macroenabled') || type.includes('vba'))
        throw no('it holds macros; save it as a workbook without macros (.xlsx)');
      if (type.includes('sheet.binary')) throw no('it is a binary workbook; save it as .xlsx');
      if (type.includes('externallink'))
        throw no('it takes values from other workbooks; paste the values and remove the links');
    },
  });

  const part = mainPart(archive, read);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = readRelations(read, `${folder}_rels/${part.slice(folder.length)}.rels`, folder, no);
  const sheets: { name: string; part: string; isHidden: boolean }[] = [];
  let is1904 = false;
  read(part, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      if (tag === 'externalReference')
        throw no('it takes values from other workbooks; paste the values and remove the links');
      if (tag !== 'sheet') return;
      const target = relations.get(attribute(attributes, 'id') ?? '');
      const state = attribute(attributes, 'state') ?? 'visible';
      if (target?.type === 'worksheet')
        sheets.push({ name: attribute(attributes, 'name') ?? '', part: target.part, isHidden: state !== 'visible' });
    },
  });
  const partOf = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type && archive.has(relation.part))?.part;
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  return {
    sheets,
    is1904,
    dateStyles: styles === undefined ? [] : readDateStyles(read, styles),
    sharedStrings: strings === undefined ? [] : readSharedStrings(read, strings),
  };
}

type Read = (part: string, handlers: Parameters<typeof readXml>[3]) => void;

interface Relation {
  readonly type: string;
  readonly part: string;
}

function mainPart(archive: Archive, read: Read): string {
  let part = 'xl/workbook.xml';
  if (!archive.has('_rels/.rels')) return part;
  read('_rels/.rels', {
    open(tag, attributes) {
      if (tag === 'Relationship' && attribute(attributes, 'Type')?.endsWith('/officeDocument'))
        part = (attribute(attributes, 'Target') ?? part).replace(/^\//u, '');
    },
  });
  return part;
}

function readRelations(
  read: Read,
  part: string,
  folder: string,
  no: (what: string) => Refusal,
): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  read(part, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      if (attribute(attributes, 'TargetMode') === 'External')
        throw no('it takes values from outside; paste the values and remove the links');
      const type = attribute(attributes, 'Type') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        part: target.startsWith('/') ? target.slice(1) : `${folder}${target}`,
      });
    },
  });
  return relations;
}

// Built-in number formats that show a day (ECMA-376, part 1, section 18.8.30, and the East Asian ones).
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

function readDateStyles(read: Read, part: string): readonly boolean[] {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  read(part, {
    open(tag, attributes) {
      if (tag === 'numFmt')
        formats.set(Number(attribute(attributes, 'numFmtId')), isDateFormat(attribute(attributes, 'formatCode') ?? ''));
      if (tag === 'cellXfs') inCellStyles = true;
      if (tag !== 'xf' || !inCellStyles) return;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      styles.push(formats.get(id) ?? builtInDates.has(id));
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** True for a format that shows a year, a day, or a month by itself; `mm:ss` shows minutes. */
export function isDateFormat(code: string): boolean {
  let plain = '';
  for (let at = 0; at < code.length; at++) {
    const character = code[at] as string;
    if (character === '"' || character === '[') {
      const end = code.indexOf(character === '"' ? '"' : ']', at + 1);
      if (end < 0) break;
      at = end;
    } else if (character === '\\' || character === '_' || character === '*') at++;
    else plain += character.toLowerCase();
  }
  if (/[yd]/u.test(plain)) return !/general/u.test(plain);
  return /m/u.test(plain) && !/[hs]/u.test(plain);
}

function readSharedStrings(read: Read, part: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  read(part, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') inText = !inPhonetic;
      else if (tag === 'rPh') inPhonetic = true;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inPhonetic = false;
      else if (tag === 'si') strings.push(text);
    },
  });
  return strings;
}
