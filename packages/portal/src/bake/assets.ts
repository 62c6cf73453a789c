import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { iconSvg } from '../components/logo.tsx';
import type { Assets } from '../components/page.ts';
import type { SiteIdentity } from '../site/site-file.ts';

/** Files for `/assets/`, and where pages find them. */
export interface AssetFiles {
  readonly assets: Assets;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface ViteEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

// The same folder from `src/bake/` and from `dist/bake/`.
const browserFolder = fileURLToPath(new URL('../../dist/browser/', import.meta.url));

/**
 * The scripts and style built for the browser, with the site's own colours and logo.
 * Throws an Error where they were not built (`npm run build`).
 */
export async function loadAssets(site: SiteIdentity): Promise<AssetFiles> {
  let manifest: Readonly<Record<string, ViteEntry>>;
  try {
    manifest = JSON.parse(await readFile(join(browserFolder, '.vite', 'manifest.json'), 'utf8'));
  } catch (cause) {
    throw new Error('the portal has no browser files: run npm run build', { cause });
  }
  const entry = (name: string) => {
    const found = Object.entries(manifest).find(([source]) => source.endsWith(`islands/${name}`))?.[1];
    if (!found) throw new Error(`the portal's browser files lack ${name}: run npm run build`);
    return found;
  };
  const scripts = new Set(Object.values(manifest).map(({ file }) => file));
  const files = new Map<string, Uint8Array>();
  for (const path of scripts) {
    if (path.endsWith('.js')) files.set(path, new Uint8Array(await readFile(join(browserFolder, path))));
  }
  const style = entry('site.ts').css?.[0];
  if (style === undefined) throw new Error("the portal's browser files lack a style sheet: run npm run build");
  const css = `${await readFile(join(browserFolder, style), 'utf8')}${ownColours(site)}`;
  const put = (stem: string, extension: string, bytes: Uint8Array) => {
    const path = `assets/${stem}.${hashOf(bytes)}.${extension}`;
    files.set(path, bytes);
    return path;
  };
  const utf8 = new TextEncoder();
  const script = entry('site.ts').file;
  const explore = entry('explore.tsx').file;
  return {
    files,
    assets: {
      style: put('site', 'css', utf8.encode(css)),
      script,
      scriptIntegrity: integrityOf(files, script),
      explore,
      exploreIntegrity: integrityOf(files, explore),
      icon: put('icon', 'svg', utf8.encode(iconSvg)),
      logo: site.logoFile
        ? put('logo', site.logoFile.name.endsWith('.png') ? 'png' : 'svg', site.logoFile.bytes)
        : null,
    },
  };
}

function ownColours({ colours: { accent, accentDark } }: SiteIdentity): string {
  const light = accent === undefined ? '' : `:root{--accent:${accent};--chart-a:${accent}}`;
  if (accentDark === undefined) return light;
  const dark = `--accent:${accentDark};--chart-a:${accentDark}`;
  return `${light}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

function integrityOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`the portal's browser files lack ${path}: run npm run build`);
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}
