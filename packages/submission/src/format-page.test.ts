import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agreementHash, parseAgreement } from './agreement.ts';
import { parseCoverage } from './coverage.ts';

const page = readFileSync(new URL('../../../docs/submission-format.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
const needed = /Needed: ([\s\S]*?)\. The hash/.exec(page)?.[1] ?? '';

describe('docs/submission-format.md', () => {
  it('shows an agreement and a coverage statement that are read', () => {
    expect(examples).toHaveLength(2);
    expect(parseAgreement(examples[0] ?? '', 'the agreement of the page').id).toBe('agency-2015');
    expect(parseCoverage(examples[1] ?? '', 'the statement of the page').assisted['2015']).toBe(6990);
  });

  it('names the fields an agreement needs, and no others', () => {
    const fields = [...needed.matchAll(/`(\w+)`/g)].map(([, field]) => field ?? '');
    const full = examples[0] ?? '';
    const only = full
      .split('\n')
      .filter((line) => fields.some((field) => line.startsWith(`${field}:`)) || line.startsWith('  - '));
    const least = parseAgreement(only.join('\n'), 'x');
    expect(agreementHash(least)).toMatch(/^[0-9a-f]{64}$/);
    for (const field of fields.filter((name) => name !== 'parties')) {
      const without = only.filter((line) => !line.startsWith(`${field}:`));
      expect(() => parseAgreement(without.join('\n'), 'x'), field).toThrow();
    }
  });
});
