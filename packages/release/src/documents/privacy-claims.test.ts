import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryLedgerStorage, openLedger, rational, unsafeTestRandom } from '@casebridge/privacy';
import { describe, expect, it } from 'vitest';
import { privacyStatement } from './privacy-statement.ts';

const root = join(fileURLToPath(import.meta.url), '../../../../..');

interface Line {
  readonly claim: string;
  readonly tests: readonly { readonly file: string; readonly name: string }[];
}

const lines: readonly Line[] = readFileSync(join(root, 'docs/privacy-claims.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, claim, , shown] = /^\| `([^`]+)` \| (.+?) \| (.+) \|$/.exec(line) ?? [];
    if (!claim || !shown) return [];
    const tests = shown.split('<br>').map((one) => {
      const [, file = '', name = ''] = /^`([^`]+)` › (.+)$/.exec(one) ?? [];
      return { file, name };
    });
    return [{ claim, tests }];
  });

describe('docs/privacy-claims.md', () => {
  it('has a line for every claim of a privacy statement, and no other', async () => {
    const claims = [...claimsOf(await everyClaim('record')), ...claimsOf(await everyClaim('person'))];
    expect(lines.map(({ claim }) => claim).sort()).toEqual([...new Set(claims)].sort());
  });

  it.each(lines)('names tests of $claim that exist', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, name } of tests) {
      expect(existsSync(join(root, file)), file).toBe(true);
      const text = readFileSync(join(root, file), 'utf8');
      const titles = [...text.matchAll(/\bit(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)].map(
        (found) => found[2],
      );
      expect(titles, `${file} › ${name}`).toContain(name);
    }
  });
});

/** A statement with every member it can have. */
async function everyClaim(unit: 'record' | 'person') {
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random: unsafeTestRandom('privacy claims'),
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: 'example', build: 'example' },
  });
  const rho = rational(1, 2);
  const common = {
    scope: ['2015.1'],
    rho,
    budget: rational(1),
    purpose: 'example',
    recipe: 'a'.repeat(64),
    snapshot: 'b'.repeat(64),
    unit,
  };
  await ledger.request({ ...common, mechanism: 'discrete-gaussian', sets: [{ set: [], variance: 1n, rho }] });
  await ledger.request({ ...common, mechanism: 'adaptive-marginals', sets: [] });
  return privacyStatement(ledger.view(), [{ id: '2015.1', period: '2015', batch: 1, late: false }], {
    unit,
    delta: 1e-6,
    recordsOf: () => 2000,
    internalCheck: true,
    exactOverlaps: 'data/prevalence.json',
    kanonymous: { file: 'data/kanonymous.csv', k: 11, quasi: ['sex'] },
  });
}

// Members of the statement and of what it lists; what is not protected is claimed one by one.
function claimsOf(statement: object): string[] {
  return [
    ...new Set(
      Object.entries(statement).flatMap(([name, value]): string[] => {
        if (name === 'notProtected') return (value as readonly string[]).map((one) => `notProtected.${one}`);
        if (typeof value !== 'object' || value === null) return [name];
        const members = Array.isArray(value) ? value : [value];
        return members.flatMap((member: object) => Object.keys(member).map((own) => `${name}.${own}`));
      }),
    ),
  ];
}
