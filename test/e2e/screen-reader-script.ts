// The script of docs/screen-readers.md, and what Chromium hands to screen readers of a page.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** A part of the script: a page, null for what every page has, and the lines that should be heard. */
export interface ScriptedPage {
  readonly title: string;
  readonly path: string | null;
  readonly lines: readonly string[];
}

/** Reads the script: its sections, and the names in code of the form `role "name"`. */
export function readScript(): readonly ScriptedPage[] {
  const text = readFileSync(new URL('../../docs/screen-readers.md', import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(2)
    .map((section) => {
      const [head = ''] = section.split('\n');
      const lines = section
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .flatMap((line) => [...line.matchAll(/`([a-z]+(?: \d)? "[^"`]*")`/g)].map(([, each]) => each ?? ''));
      return { title: head.replace(/[:☎].*$/, '').trim(), path: /`([^`]+)`/.exec(head)?.[1] ?? null, lines };
    });
}

const roles: Readonly<Record<string, string>> = { image: 'picture', DisclosureTriangle: 'disclosure' };

/** Every node of the page's accessibility tree that has a name, as the script writes it. */
export async function heardOn(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.flatMap(({ ignored, role, name, properties }) => {
    const said = String(name?.value ?? '');
    if (ignored || said === '') return [];
    const kind = String(role?.value ?? '');
    const level = kind === 'heading' ? ` ${properties?.find((each) => each.name === 'level')?.value.value}` : '';
    return [`${roles[kind] ?? kind}${level} "${said}"`];
  });
}

/** Whether a line of the script is among what is heard; a name that ends in … goes on. */
export function isHeard(line: string, heard: readonly string[]): boolean {
  return line.endsWith('…"') ? heard.some((each) => each.startsWith(line.slice(0, -2))) : heard.includes(line);
}
