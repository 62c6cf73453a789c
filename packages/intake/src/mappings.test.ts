import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping/parse-mapping.ts';
import { runSamples } from './mapping/samples.ts';

const folder = new URL('../../../mappings/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

describe('the mappings that are shipped', () => {
  it('are the seven that the documentation names', () => {
    expect(files.sort()).toEqual([
      'canonical.yaml',
      'ctdc-kanon-2020.yaml',
      'ctdc-synthetic-2021.yaml',
      'hotline-style.yaml',
      'htcds-xlsform.yaml',
      'iom-style.yaml',
      'ngo-french.yaml',
    ]);
  });

  it.each(files)('%s parses and its samples hold', async (name) => {
    const mapping = parseMapping(readFileSync(new URL(name, folder), 'utf8'), name);
    expect(mapping.samples.length).toBeGreaterThanOrEqual(2);
    const results = await runSamples(mapping, { today: '2024-01-31' });
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });
});
