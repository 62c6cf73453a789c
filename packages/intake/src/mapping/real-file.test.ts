// Real public files, read where they are present and never copied: the counts that come out are those that went in.
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../readers/csv.ts';
import { mapTable } from './map-table.ts';
import { parseMapping } from './parse-mapping.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const data = join(process.env.CASEBRIDGE_SHARED ?? join(root, '../shared'), 'data');

function present(path: string): boolean {
  const isHere = existsSync(path);
  if (!isHere) process.stdout.write(`skipped: ${path} is not here\n`);
  return isHere;
}

async function summaryOf(folder: string, file: string, mappingFile: string) {
  const table = await readCsv(() => createReadStream(join(data, folder, file)).pipe(createGunzip()), { name: file });
  const mapping = parseMapping(readFileSync(join(root, 'mappings', mappingFile), 'utf8'), mappingFile);
  const mapped = mapTable(table, mapping, { today: '2026-01-31' });
  for await (const _ of mapped.blocks);
  const marginals = JSON.parse(readFileSync(join(data, folder, 'marginals-1way.json'), 'utf8')) as Marginals;
  return { mapping, summary: await mapped.summary, marginals };
}

interface Marginals {
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const synthetic = 'ctdc-global-synthetic-2021';
const anonymised = 'ctdc-kanon-2020-7cols';

describe('the CTDC files', () => {
  it.skipIf(!present(join(data, synthetic)))(
    'synthetic 2021: every flag and year has the count of the source',
    async () => {
      const { mapping, summary, marginals } = await summaryOf(
        synthetic,
        'ctdc_global_synthetic_2021.csv.gz',
        'ctdc-synthetic-2021.yaml',
      );
      expect(summary.rowsRead).toBe(193_025);
      expect(summary.rowsKept).toBe(193_025);
      const source = marginals.counts;
      let compared = 0;
      for (const { to, rule } of mapping.fields) {
        if (rule.operation !== 'flags') continue;
        for (const [column, codes] of Object.entries(rule.columns)) {
          if (
            codes.length !== 1 ||
            Object.values(rule.columns).filter((other) => other.includes(codes[0] as string)).length !== 1
          )
            continue;
          expect([column, summary.counts[`${to}.${codes[0]}`]?.yes]).toEqual([column, source[column]?.['1']]);
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(20);
      for (const [year, count] of Object.entries(source.yearOfRegistration ?? {}))
        if (/^\d{4}$/.test(year)) expect([year, summary.counts.registration_year?.[year]]).toEqual([year, count]);
    },
  );

  it.skipIf(!present(join(data, anonymised)))(
    'k-anonymised 2020: its seven columns load with the mapping for sixty-three',
    async () => {
      const { summary, marginals } = await summaryOf(
        anonymised,
        'ctdc_kanon_2020_7cols.csv.gz',
        'ctdc-kanon-2020.yaml',
      );
      const source = marginals.counts;
      expect(summary.rowsKept).toBe(48_773);
      for (const [column, id] of [
        ['isForcedLabour', 'exploitation_type.forced_labour'],
        ['isSexualExploit', 'exploitation_type.sexual_exploitation'],
      ] as const) {
        expect(summary.counts[id]?.yes).toBe(source[column]?.['1']);
        expect(summary.counts[id]?.no).toBe(source[column]?.['0']);
      }
    },
  );
});
