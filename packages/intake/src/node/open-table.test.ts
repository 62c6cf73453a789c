import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Refusal } from '@casebridge/refusal';
import { afterAll, describe, expect, it } from 'vitest';
import { parseMapping } from '../index.ts';
import { mapPath } from './map-path.ts';
import { openTable } from './open-table.ts';
import { suggestPath } from './suggest-path.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-intake-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  return error as Refusal;
}

const mapping = parseMapping(
  `mapping: test
fields:
  - { to: record_key, from: Id, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: hotline }
  - { to: legal_basis, operation: constant, value: vital_interest }
  - { to: trafficking_status, operation: constant, value: possible }
  - { to: registration_year, from: Year, operation: date_to_year }
  - { to: exploitation_type, from: Type, operation: recode, values: { L: forced_labour } }
`,
  'test.yaml',
);

describe('openTable', () => {
  it('knows formats by name, and gzip', async () => {
    const csv = 'a,b\n1,2\n';
    expect((await openTable(file('x.csv', csv))).notes).toMatchObject({ format: 'csv', name: 'x.csv', delimiter: ',' });
    expect((await openTable(file('x.csv.gz', gzipSync(csv)))).columns).toEqual(['a', 'b']);
    expect((await openTable(file('x.jsonl', '{"a":1}\n'))).notes.format).toBe('jsonl');
    expect((await openTable(file('x.txt', csv), { format: 'xlsform' })).columns).toEqual(['a', 'b']);
  });

  it('refuses in one line what cannot be opened', async () => {
    for (const [open, code] of [
      [() => openTable(join(folder, 'none.csv')), 'file-unreadable'],
      [() => openTable(folder), 'file-unreadable'],
      [() => openTable(file('bad.csv.gz', 'not gzip at all')), 'file-unreadable'],
      [() => openTable(file('bad.xlsx', 'a,b\n')), 'xlsx'],
      [() => openTable(file('latin.csv', Buffer.from('caf\u00e9,b\n', 'latin1'))), 'encoding'],
      [() => openTable(file('empty.csv', '')), 'header'],
    ] as const) {
      const error = await refusal(open());
      expect(error.code).toBe(code);
      expect(error.message).not.toContain('\n');
      expect(error.message).not.toContain(folder);
    }
  });

  it('stops inflating where a gzip bomb passes the limit', async () => {
    const bomb = file(
      'bomb.csv.gz',
      gzipSync(Buffer.concat([Buffer.from('a,b\n'), Buffer.alloc(300 * 1024 * 1024, '1,2\n')]), { level: 9 }),
    );
    const before = process.memoryUsage().rss;
    const table = await openTable(bomb);
    const error = await refusal(
      (async () => {
        for await (const _ of table.select([]).rows);
      })(),
    );
    expect(['file-too-large', 'too-many-rows']).toContain(error.code);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('mapPath', () => {
  it('maps several files as one, names the file of each finding, and holds a repeated key', async () => {
    const one = file('one.csv', 'Id,Year,Type\n1,2014,L\n2,2015,?\n');
    const two = file('two.csv', 'Year,Type,Id\n2016,L,3\n2016,L,1\n');
    const mapped = await mapPath([one, two], mapping, { today: '2026-01-31' });
    const years: string[] = [];
    const findings: unknown[] = [];
    for await (const block of mapped.blocks) {
      const column = block.columns.find(({ id }) => id === 'registration_year');
      for (let row = 0; row < block.rows; row++) years.push(column?.dictionary[column.codes[row] as number] as string);
      findings.push(
        ...block.findings
          .filter(({ severity }) => severity === 'error')
          .map(({ code, row, args }) => [code, row, args.file]),
      );
    }
    expect(years).toEqual(['2014', '2016']);
    expect(findings).toEqual([
      ['C01', 3, 'one.csv'],
      ['K01', 3, 'two.csv'],
    ]);
    expect(await mapped.summary).toMatchObject({ rowsRead: 4, rowsKept: 2 });
  });

  it('refuses files whose columns differ', async () => {
    const one = file('a.csv', 'Id,Year,Type\n');
    const two = file('b.csv', 'Id,Jahr,Type\n');
    expect((await refusal(mapPath([one, two], mapping, { today: '2026-01-31' }))).message).toMatch(
      /b\.csv: its columns differ.*Year, Jahr/,
    );
  });

  it('refuses a ragged file when all of it was looked at', async () => {
    const path = file('ragged.csv', 'Id,Year,Type\n1,2014,L\n2,2015,L,L\n');
    const mapped = await mapPath([path], mapping, { today: '2026-01-31' });
    let rows = 0;
    const error = await refusal(
      (async () => {
        for await (const block of mapped.blocks) rows += block.rows;
      })(),
    );
    expect(error.code).toBe('file-stopped');
    expect(error.message).toMatch(/ragged\.csv: nothing was taken, because of F01 × 1/);
    expect(rows).toBe(0);
    await expect(mapped.summary).rejects.toBe(error);
  });
});

describe('suggestPath', () => {
  it('finds the header below titles', async () => {
    const path = file(
      'titles.csv',
      'Registre 2019,,,\n,,,\nN° dossier,Sexe,Âge,Pays\nA-1,F,16 ans,Tunisie\nA-2,M,20 ans,Tunisie\n',
    );
    const { mapping: text, lines } = await suggestPath(path);
    expect(text).toContain('header_row: 3');
    expect(lines.map(({ column }) => column)).toContain('Sexe');
  });
});
