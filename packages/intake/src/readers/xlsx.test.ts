import { Refusal } from '@casebridge/refusal';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXlsx, type XlsxOptions } from './xlsx.ts';
import { isDateFormat } from './xlsx-workbook.ts';

const types = (extra = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${extra}</Types>`;
const relationships = (list: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const worksheet = (rows: string, after = '') =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${after}</worksheet>`;
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A workbook of two sheets, the first hidden. */
function parts(cases: string, extra: Record<string, string> = {}): Record<string, string> {
  return {
    '[Content_Types].xml': types(),
    '_rels/.rels': relationships(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Noms" sheetId="1" state="hidden" r:id="r1"/><sheet name="Dossiers" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml') +
        relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml') +
        relation('r3', 'styles', 'styles.xml') +
        relation('r4', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Type</t></si><si><r><t>travail </t></r><r><t>domestique</t></r><rPh><t>x</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': worksheet(`<row r="1">${text('A1', 'Nom')}</row>`),
    'xl/worksheets/sheet2.xml': cases,
    ...extra,
  };
}

function pack(files: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

async function read(files: Record<string, string | Uint8Array> | Uint8Array, options: Partial<XlsxOptions> = {}) {
  const bytes = files instanceof Uint8Array ? files : pack(files);
  const table = await readXlsx(bytes, { name: 'cases.xlsx', ...options });
  const rows: string[][] = [];
  const numbers: number[] = [];
  const problems: unknown[] = [];
  for await (const block of table.rows) {
    for (let row = 0; row < block.rows; row++) {
      rows.push(block.columns.map(({ dictionary, codes }) => dictionary[codes[row] as number] as string));
      numbers.push(block.sourceRows[row] as number);
    }
    problems.push(...block.findings.map(({ code, row, args }) => [code, row, args.problem]));
  }
  return { columns: table.columns, notes: table.notes, rows, numbers, problems };
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

const simple = worksheet(`<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', '1')}</row>`);

describe('readXlsx', () => {
  it('reads the first visible sheet: shared, rich and inline texts, numbers, dates by style, truth, formulas', async () => {
    const { columns, rows, numbers, notes } = await read(
      parts(
        worksheet(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c><c r="C1" t="str"><v>N</v></c><c r="D1" t="str"><v>OK</v></c></row>' +
            '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>43713</v></c><c r="C3"><v>1.5E1</v></c><c r="D3" t="b"><v>1</v></c></row>' +
            '<row r="4"><c r="B4" s="3"><v>43713.75</v></c><c r="C4" s="2"><f>A1+1</f><v>0.1</v></c><c r="D4" t="e"><v>#REF!</v></c></row>',
        ),
      ),
    );
    expect(notes.sheet).toBe('Dossiers');
    expect(columns).toEqual(['Type', 'Date', 'N', 'OK']);
    expect(rows).toEqual([
      ['travail domestique', '2019-09-05', '15', 'TRUE'],
      ['', '2019-09-05', '0.1', '#REF!'],
    ]);
    expect(numbers).toEqual([3, 4]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const files = parts(
      worksheet(`<row r="1">${text('A1', 'Date')}</row><row r="2"><c r="A2" s="1"><v>42251</v></c></row>`),
    );
    files['xl/workbook.xml'] = (files['xl/workbook.xml'] as string).replace(
      '<sheets>',
      '<workbookPr date1904="1"/><sheets>',
    );
    expect((await read(files)).rows).toEqual([['2019-09-05']]);
  });

  it('takes a header below merged titles', async () => {
    const cases = worksheet(
      `<row r="1">${text('A1', 'Registre')}</row><row r="3">${text('A3', 'N°')}${text('B3', 'Sexe')}</row><row r="4">${text('A4', '1')}${text('B4', 'F')}</row>`,
      '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    );
    expect(await read(parts(cases), { headerRow: 3 })).toMatchObject({
      columns: ['N°', 'Sexe'],
      rows: [['1', 'F']],
      problems: [],
    });
  });

  it('reports cells merged over rows of the table, and cells beyond the header', async () => {
    const cases = worksheet(
      `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2">${text('A2', '1')}${text('B2', 'x')}</row><row r="3">${text('B3', 'y')}</row><row r="4">${text('A4', '2')}${text('C4', 'z')}</row>`,
      '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    );
    expect((await read(parts(cases))).problems).toEqual([
      ['F01', 4, 'too_many_cells'],
      ['F01', 2, 'merged_cells'],
    ]);
  });

  it('reads a named sheet and never a hidden one', async () => {
    expect((await read(parts(simple), { sheet: 'Dossiers' })).columns).toEqual(['a', 'b']);
    expect((await refusal(read(parts(simple), { sheet: 'Noms' }))).code).toBe('xlsx-sheet');
    expect((await refusal(read(parts(simple), { sheet: 'Other' }))).message).toMatch(
      /no visible worksheet named 'Other'/,
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['macros by part', { 'xl/vbaProject.bin': 'x' }, /macros/],
    [
      'macros by type',
      {
        '[Content_Types].xml': types('<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'),
      },
      /macros/,
    ],
    ['links to other workbooks', { 'xl/externalLinks/externalLink1.xml': '<x/>' }, /other workbooks/],
    [
      'links to the outside',
      {
        'xl/_rels/workbook.xml.rels': relationships(
          relation('r2', 'externalLinkPath', 'http://example.org/x.xlsx', ' TargetMode="External"'),
        ),
      },
      /outside/,
    ],
    ['a document type', { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' }, /document type/],
    ['entities', { 'xl/sharedStrings.xml': '<sst><si><t>&lol;</t></si></sst>' }, /well-formed/],
    ['depth', { 'xl/sharedStrings.xml': `${'<a>'.repeat(40)}${'</a>'.repeat(40)}` }, /nested/],
    ['files inside', { 'xl/embeddings/a.bin': 'x' }, /another file/],
    ['archives inside', { 'xl/media/a.zip': 'x' }, /another file/],
    ['names that climb', { '../evil.xml': 'x' }, /leads out/],
    ['absolute names', { '/etc/x': 'x' }, /leads out/],
    ['names with backslashes', { 'xl\\evil.xml': 'x' }, /leads out/],
    ['names that differ by case only', { 'XL/workbook.xml': 'x' }, /twice/],
    [
      'rows out of order',
      { 'xl/worksheets/sheet2.xml': worksheet(`<row r="2">${text('A2', 'a')}</row><row r="1"/>`) },
      /order/,
    ],
    [
      'a text that is not there',
      { 'xl/worksheets/sheet2.xml': worksheet('<row r="1"><c t="s"><v>9</v></c></row>') },
      /not there/,
    ],
  ])('refuses %s', async (_, extra, message) => {
    const error = await refusal(read(parts(simple, extra)));
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/^cases\.xlsx: /);
    expect(error.message).not.toContain('\n');
  });

  it('refuses too many parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`xl/media/${n}.png`, 'x']));
    expect((await refusal(read(parts(simple, many)))).message).toMatch(/more than 200 parts/);
  });

  it('refuses encrypted and repeated entries, a lying directory, and damaged bytes', async () => {
    const bytes = pack(parts(simple));
    const directory = findSignature(bytes, 0x02014b50);
    const change = (at: number, value: number) => {
      const copy = bytes.slice();
      copy[at] = value;
      return copy;
    };
    expect((await refusal(read(change(directory + 8, 1)))).message).toMatch(/encrypted/);
    expect((await refusal(read(change(directory + 24, 1)))).message).toMatch(/damaged/);
    expect((await refusal(read(change(directory + 16, (bytes[directory + 16] as number) ^ 1)))).message).toMatch(
      /damaged/,
    );
    expect((await refusal(read(change(directory + 41, 0xa0)))).message).toMatch(/link/);
    expect((await refusal(read(bytes.subarray(0, bytes.length - 4)))).message).toMatch(/cut off/);
    expect((await refusal(read(new Uint8Array(Buffer.from('not,a\nworkbook,x\n'))))).message).toMatch(
      /not an Excel workbook/,
    );
    const second = findSignature(bytes, 0x02014b50, directory + 4);
    const overlapping = bytes.slice();
    overlapping.set(bytes.subarray(directory + 42, directory + 46), second + 42);
    expect((await refusal(read(overlapping))).message).toMatch(/different names|overlap/);
  });

  it('survives any single changed byte with a refusal or rows, never another error', async () => {
    const bytes = pack(parts(simple));
    for (let at = 0; at < bytes.length; at += 3) {
      const copy = bytes.slice();
      copy[at] = (copy[at] as number) ^ 0x55;
      const error = await read(copy).then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error !== null) expect(error).toBeInstanceOf(Refusal);
    }
  });

  it('refuses a bomb at once, in less than 100 MB', async () => {
    const zeros = new Uint8Array(120 * 1024 * 1024).fill(32);
    const bomb = pack({ ...parts(simple), 'xl/worksheets/sheet2.xml': zeros });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    const error = await refusal(read(bomb));
    expect(error.code).toBe('xlsx-bomb');
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('refuses a bomb whose directory claims to be small', async () => {
    const zeros = new Uint8Array(20 * 1024 * 1024).fill(32);
    const bomb = pack({ ...parts(simple), 'xl/sharedStrings.xml': zeros });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    let at = findSignature(bomb, 0x02014b50);
    while (view.getUint32(at + 24, true) !== zeros.length) at = findSignature(bomb, 0x02014b50, at + 4);
    view.setUint32(at + 24, 100, true);
    expect((await refusal(read(bomb))).code).toBe('xlsx-bomb');
  });
});

describe('isDateFormat', () => {
  it.each([
    ['dd/mm/yyyy', true],
    ['[$-409]d-mmm-yy;@', true],
    ['mmm', true],
    ['mm:ss', false],
    ['h:mm', false],
    ['0.00"day"', false],
    ['[Red]0', false],
    ['General', false],
    ['#,##0\\d', false],
  ])('%s: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate);
  });
});

function findSignature(bytes: Uint8Array, signature: number, from = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at + 4 <= bytes.length; at++) if (view.getUint32(at, true) === signature) return at;
  throw new RangeError('no such signature');
}
