import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));
const readme = readFileSync(join(folder, '../../packages/privacy/README.md'), 'utf8');

describe('the README of the privacy package', () => {
  it('has an example for Node that runs as it stands', async () => {
    const example = /## Ten lines in Node\n\n```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(example).toContain('runSynthesisJob');
    // Beside the tests, so that package names resolve; the extension keeps it out of lint and types.
    const path = join(folder, `readme-example-${process.pid}.mjs`);
    writeFileSync(path, `${example}\nexport { csv };\n`);
    try {
      const { csv } = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { csv: string };
      expect(csv.split('\n')[0]).toBe('sex,age');
      // 502 records, their noisy number within eight standard deviations of some 14.
      expect(Math.abs(csv.trim().split('\n').length - 503)).toBeLessThan(120);
    } finally {
      rmSync(path);
    }
  });

  it('names subpaths that the package opens', () => {
    const { exports } = JSON.parse(readFileSync(join(folder, '../../packages/privacy/package.json'), 'utf8')) as {
      exports: Record<string, unknown>;
    };
    for (const subpath of Object.keys(exports)) expect(readme).toContain(`\`${subpath}\``);
  });
});
