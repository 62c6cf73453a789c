import { readdirSync, readFileSync } from 'node:fs';
import { variables } from '@casebridge/standard';
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

  it('carry every variable that a contributor answers, in the canonical layout', () => {
    const { fields } = parseMapping(readFileSync(new URL('canonical.yaml', folder), 'utf8'), 'canonical.yaml');
    const answered = variables.filter(
      ({ id, held, obligation }) => held === 'pool' && obligation !== 'derived' && id !== 'contributor_id',
    );
    const carried = new Set(fields.map(({ to }) => to));
    expect(answered.filter(({ id }) => !carried.has(id)).map(({ id }) => id)).toEqual([]);
    expect(answered.length).toBeGreaterThan(40);
  });

  it.each(files)('%s parses and its samples hold', async (name) => {
    const mapping = parseMapping(readFileSync(new URL(name, folder), 'utf8'), name);
    expect(mapping.samples.length).toBeGreaterThanOrEqual(2);
    const results = await runSamples(mapping, { today: '2024-01-31' });
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });
});
