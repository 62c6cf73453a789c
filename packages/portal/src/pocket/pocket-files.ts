import { render } from 'preact-render-to-string';
import type { SiteFile } from '../bake/room-set.ts';
import { openDrawings } from '../charts/drawings.ts';
import { type Edition, openPage } from '../components/page.ts';
import { regionsOf } from '../model/release-view.ts';
import { documentStyle } from '../report/document-style.ts';
import { pageMarks } from '../report/page-marks.ts';
import { PocketDocument } from './pocket-document.tsx';

/** Where a pocket edition lies, from the site's root; of all places together where no region is named. */
export function pocketPath(language: string, region: string | null): string {
  return `pocket/${region ?? 'all'}.${language}.html`;
}

/** The pocket editions in one language: a file for each region and one for all places. */
export function pocketFiles(edition: Edition): readonly SiteFile[] {
  let style: Promise<string> | undefined;
  return [null, ...regionsOf(edition.view)].map((region) => {
    const path = pocketPath(edition.words.language, region);
    return {
      path,
      content: async () => {
        style ??= documentStyle(['frame', 'pocket']);
        const page = { ...openPage({ ...edition, drawings: openDrawings() }, path, null), alone: true };
        return `<!doctype html>\n${render(PocketDocument({ page, region, style: `${await style}\n${pageMarks(page)}` }))}\n`;
      },
    };
  });
}
