import { describe, expect, it } from 'vitest';
import { licenceAddress } from './addresses.ts';

describe('licenceAddress', () => {
  it('knows a licence by its identifier, and as people write it', () => {
    expect(licenceAddress('CC-BY-4.0')).toBe('https://creativecommons.org/licenses/by/4.0/');
    expect(licenceAddress('CC BY 4.0')).toBe(licenceAddress('CC-BY-4.0'));
    expect(licenceAddress('MIT')).toBe('https://spdx.org/licenses/MIT.html');
  });
});
