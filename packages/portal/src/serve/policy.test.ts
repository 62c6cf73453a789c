import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyOf } from './headers.ts';
import { contentSecurityPolicy, pocketPolicy } from './policy.ts';

const guide = readFileSync(new URL('../../../../docs/deploying.md', import.meta.url), 'utf8');

describe('the content policies', () => {
  it('are those that the guide tells other web servers to send', () => {
    for (const policy of [
      contentSecurityPolicy('header'),
      contentSecurityPolicy('header', { connects: false }),
      pocketPolicy('header'),
    ]) {
      expect(guide).toContain(policy);
    }
  });

  it('let the page for contributors and its worker connect to nothing, and no other page start a worker from a blob', () => {
    for (const path of [
      'en/contribute/index.html',
      'pt-br/contribute/index.html',
      'assets/contribute-worker-DJIbQMKy.js',
    ]) {
      expect(policyOf(path)['content-security-policy']).toMatch(/connect-src 'none'.*worker-src 'self' blob:/);
    }
    for (const path of ['en/index.html', 'en/contributors/agency/index.html', 'assets/contribute-BnTGOlXk.js']) {
      expect(policyOf(path)['content-security-policy']).toBeUndefined();
    }
    expect(contentSecurityPolicy('meta')).not.toContain('blob:');
  });
});
