import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Bundle, type FileSource, readBundle, verifyApprovals } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { answersFrom } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { releaseFolder } from '../model/release-folder.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { openPictureThreads } from '../pictures/picture-threads.ts';
import { readSiteFile, type SiteIdentity } from '../site/site-file.ts';
import { loadAssets } from './assets.ts';
import { siteFiles } from './site-pages.ts';
import { spareHeap } from './spare-heap.ts';
import { stampedPath } from './stamped-path.ts';
import { openWholeFolder } from './whole-folder.ts';

const mostWaiting = 32;
/** Milliseconds. */
const longestTurn = 50;

/** A verified bundle and where its files are read from. */
export interface OpenBundle {
  readonly bundle: Bundle;
  readonly source: FileSource;
}

export interface BakeOptions {
  /** Folders of verified, approved bundles, oldest first; the last becomes the current release. */
  readonly bundles: readonly string[];
  /** Path of a site file; the portal's own when absent. */
  readonly site?: string | undefined;
  /** Folder that becomes the site, whole or not at all. */
  readonly out: string;
  /** Paths of files that are left out: for tests that look at a part of a site. */
  readonly leaveOut?: RegExp | undefined;
  /** Also bakes `/components/`: all components and charts in all states, for those who work on the portal. */
  readonly gallery?: boolean | undefined;
  /** Files written so far and in all. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** What was baked. */
export interface BakedSite {
  readonly release: string;
  readonly sequence: number;
  readonly pages: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Bakes bundles into a static site. Equal bundles, site file and portal give equal bytes. Refusals: a bundle that does not
 * verify or lacks consents or approvals, bundles that are not one chain, a release older than the one published there.
 */
export async function bakeSite(options: BakeOptions): Promise<BakedSite> {
  const opened: OpenBundle[] = [];
  for (const folder of options.bundles) opened.push(await openBundle(folder));
  return bakeBundles(opened, readSiteFile(options.site), options);
}

// Several bundles are named at once: what is refused says in which of them.
async function openBundle(folder: string): Promise<OpenBundle> {
  const source = directorySource(folder);
  try {
    const bundle = await readBundle(source);
    verifyApprovals(bundle);
    return { bundle, source };
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.message.includes(folder)) throw thrown;
    throw new Refusal(thrown.code, `${folder}: ${thrown.message}`, { exit: thrown.exit, cause: thrown });
  }
}

/** Bakes bundles that are already read and checked. */
export async function bakeBundles(
  opened: readonly OpenBundle[],
  site: SiteIdentity,
  options: Pick<BakeOptions, 'out' | 'gallery' | 'leaveOut' | 'onProgress' | 'signal'>,
): Promise<BakedSite> {
  const current = opened.at(-1);
  if (!current) throw new Refusal('site-no-bundle', 'No bundle was named. Name at least one bundle folder.');
  const { manifest } = current.bundle;
  checkChain(opened.map(({ bundle }) => bundle));
  checkNotOlder(options.out, manifest.sequence);
  const { assets, files } = await loadAssets(site);
  const releases = opened.map(({ bundle }) =>
    viewRelease(spokenIn(bundle, site.languages), answersFrom(bundle.measurements)),
  );
  const pages = siteFiles({ site, assets, releases, gallery: options.gallery }).filter(
    ({ path }) => !options.leaveOut?.test(path),
  );
  const copies: { readonly path: string; readonly read: () => Promise<string | Uint8Array> }[] = [];
  for (const { bundle, source } of opened) {
    for (const path of await source.list()) {
      copies.push({ path: `${releaseFolder(bundle.manifest)}/${path}`, read: () => source.read(path) });
    }
  }
  for (const [path, bytes] of files) copies.push({ path, read: async () => bytes });
  const latest = { release: manifest.release, sequence: manifest.sequence, manifest: current.bundle.manifestHash };
  copies.push({ path: 'latest.json', read: async () => `${JSON.stringify(latest)}\n` });

  const folder = await openWholeFolder(options.out);
  const total = pages.length + copies.length;
  const html = pages.filter(({ path }) => path.endsWith('.html')).length;
  let done = 0;
  let bytes = 0;
  let turn = performance.now();
  const put = async (path: string, content: string | Uint8Array) => {
    options.signal?.throwIfAborted();
    await folder.write(path, content);
    bytes += typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    options.onProgress?.(++done, total);
    // Files are written at once; between them others have their turn, such as a signal to stop.
    if (performance.now() < turn + longestTurn) return;
    await setImmediate();
    turn = performance.now();
  };
  const unspare = spareHeap();
  const threads = openPictureThreads();
  try {
    // Pictures are drawn beside the pages that follow them; so many at most wait to be written.
    const drawn: (readonly [path: string, made: Promise<string | Uint8Array>])[] = [];
    const finish = async (most: number) => {
      for (const [path, made] of drawn.splice(0, Math.max(0, drawn.length - most))) {
        const content = await made;
        await put(stampedPath(path, content), content);
      }
    };
    // Files that are done are let go, and with the last of a language what was kept for its pages.
    pages.reverse();
    for (let file = pages.pop(); file; file = pages.pop()) {
      const { path, content } = file;
      const made = content(threads.draw);
      if (made instanceof Promise) {
        // A fault is met in its turn.
        made.catch(() => undefined);
        drawn.push([path, made]);
        await finish(mostWaiting);
      } else await put(stampedPath(path, made), made);
    }
    await finish(0);
    for (const { path, read } of copies) await put(path, await read());
    await folder.commit();
  } catch (error) {
    await folder.abandon();
    throw error;
  } finally {
    await threads.close();
    unspare();
  }
  return { release: manifest.release, sequence: manifest.sequence, pages: html, files: total, bytes };
}

function checkChain(bundles: readonly Bundle[]): void {
  for (const [index, { manifest }] of bundles.entries()) {
    const before = bundles[index - 1];
    if (!before) continue;
    if (manifest.sequence <= before.manifest.sequence || manifest.previous !== before.manifestHash) {
      throw new Refusal(
        'site-not-a-chain',
        `Release ${manifest.sequence} does not follow release ${before.manifest.sequence}. Name the bundles of one chain, oldest first.`,
        { exit: 3 },
      );
    }
    if (manifest.example !== before.manifest.example) {
      throw new Refusal('site-mixed-example', 'Example and real releases cannot share a site. Bake them apart.', {
        exit: 3,
      });
    }
  }
}

// A site never goes back to an earlier release: its readers have quoted the later one.
function checkNotOlder(out: string, sequence: number): void {
  const file = join(out, 'latest.json');
  if (!existsSync(file)) return;
  const { sequence: published } = JSON.parse(readFileSync(file, 'utf8')) as { sequence: number };
  if (sequence < published) {
    throw new Refusal(
      'site-older-release',
      `${out} shows release ${published}; release ${sequence} is older. Name the newest bundle last.`,
      { exit: 3 },
    );
  }
}
