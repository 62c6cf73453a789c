import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSiteFile } from '@casebridge/portal';
import { afterAll, describe, expect, it } from 'vitest';
import { untranslatedChecks, untranslatedLine } from './untranslated-checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'casebridge-checks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const portuguese = fileURLToPath(new URL('../../portal/languages/pt/', import.meta.url));

const whole = JSON.parse(readFileSync(join(portuguese, 'checks.json'), 'utf8')) as Readonly<Record<string, string>>;
const [first = '', second = ''] = Object.keys(whole);

// A language is opened once in a program, so that each state has a tag of its own.
function lacking(tag: string, checks: Readonly<Record<string, string>> | null) {
  const own = join(folder, 'languages', tag);
  mkdirSync(own, { recursive: true });
  cpSync(portuguese, own, { recursive: true });
  if (checks === null) rmSync(join(own, 'checks.json'));
  else writeFileSync(join(own, 'checks.json'), JSON.stringify(checks));
  const site = join(folder, 'site.yaml');
  writeFileSync(
    site,
    `name: A\nlanguages: [en, ${tag}]\ndefaultLanguage: en\ncontact: { organisation: A }\nquickExit: https://example.org/\n`,
  );
  return untranslatedChecks(readSiteFile(site).languages);
}

describe('texts of findings that a language lacks', () => {
  it('are none where the folder is whole or the language came with the program', () => {
    expect(lacking('pt', whole)).toEqual([]);
  });

  it('are named, whether they are missing, blank or take other arguments', () => {
    const { [first]: _, ...rest } = whole;
    const [found] = lacking('pt-MZ', { ...rest, [second]: ' ' });
    expect(found).toEqual({ language: 'pt-MZ', keys: [first, second] });
    expect(found && untranslatedLine(found)).toBe(
      `languages/pt-MZ/checks.json: 2 texts are missing or take other arguments than in English: ${first}, ${second}. The page for contributors shows English there.`,
    );
    expect(lacking('pt-BR', { ...whole, [first]: `${whole[first]} {other}` })).toEqual([
      { language: 'pt-BR', keys: [first] },
    ]);
  });

  it('are all of them where there is no file; the line names the first', () => {
    const [found] = lacking('pt-AO', null);
    expect(found?.keys).toHaveLength(Object.keys(whole).length);
    expect(found && untranslatedLine(found)).toMatch(/ and \d+ more\. /);
  });
});
