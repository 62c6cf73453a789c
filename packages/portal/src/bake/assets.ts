import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@casebridge/refusal';
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

// The same folders from `src/bake/` and from `dist/bake/`. The second is the page for contributors: it knows case records, so it
// is a package of its own, and all that is seen of it here is what it was built to.
const browserFolder = fileURLToPath(new URL('../../dist/browser/', import.meta.url));
const contributeFolder = fileURLToPath(new URL('../../../contribute/dist/browser/', import.meta.url));

/**
 * The scripts and style built for the browser, with the site's own colours and logo.
 * Refusal where they were not built, or not whole.
 */
export async function loadAssets(site: SiteIdentity): Promise<AssetFiles> {
  const files = new Map<string, Uint8Array>();
  const built: (readonly [source: string, entry: ViteEntry])[] = [];
  for (const folder of [browserFolder, contributeFolder]) {
    const manifest = Object.entries(await readManifest(folder));
    built.push(...manifest);
    for (const path of new Set(manifest.map(([, { file }]) => file))) {
      files.set(path, await readBuilt(join(folder, path)));
    }
  }
  const entries = (folder: string) =>
    built.flatMap(([source, entry]) => {
      const name = new RegExp(`(?:^|/)${folder}/([\\w-]+)\\.\\w+$`).exec(source)?.[1];
      return name === undefined ? [] : [[name, entry] as const];
    });
  const style = entries('islands').find(([name]) => name === 'site')?.[1].css?.[0];
  if (style === undefined) throw unbuilt(join(browserFolder, 'assets'));
  const css = `${new TextDecoder().decode(await readBuilt(join(browserFolder, style)))}${ownColours(site)}`;
  const put = (stem: string, extension: string, bytes: Uint8Array) => {
    const path = `assets/${stem}.${hashOf(bytes)}.${extension}`;
    files.set(path, bytes);
    return path;
  };
  const utf8 = new TextEncoder();
  return {
    files,
    assets: {
      style: put('site', 'css', utf8.encode(css)),
      styles: Object.fromEntries(entries('style/rooms').map(([name, { file }]) => [name, file])),
      scripts: Object.fromEntries(
        [...entries('islands'), ...entries('page'), ...entries('worker')].map(([name, { file }]) => [
          name,
          { path: file, integrity: integrityOf(files, file) },
        ]),
      ),
      icon: put('icon', 'svg', utf8.encode(iconSvg)),
      logo: site.logoFile
        ? put('logo', site.logoFile.name.endsWith('.png') ? 'png' : 'svg', site.logoFile.bytes)
        : null,
    },
  };
}

async function readBuilt(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unbuilt(path, cause);
  });
  if (bytes.length === 0) throw unbuilt(path);
  return new Uint8Array(bytes);
}

function unbuilt(path: string, cause?: unknown): Refusal {
  const message = `${path} is missing or damaged: the portal's scripts and style are not built. Run npm run build.`;
  return new Refusal('portal-not-built', message, { cause });
}

async function readManifest(folder: string): Promise<Readonly<Record<string, ViteEntry>>> {
  try {
    return JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
  } catch (cause) {
    throw unbuilt(join(folder, '.vite', 'manifest.json'), cause);
  }
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
