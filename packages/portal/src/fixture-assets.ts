import type { Assets } from './components/page.ts';

const named = <T>(value: T) => new Proxy({}, { get: () => value }) as Readonly<Record<string, T>>;

/** Scripts and styles for tests that only read pages: names are all that a page needs of them. */
export const fixtureAssets: Assets = {
  style: 'site.css',
  styles: named('room.css'),
  scripts: named({ path: 'site.js', integrity: 'sha384-x' }),
  icon: 'icon.svg',
  logo: null,
};
