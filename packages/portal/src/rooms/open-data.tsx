import type { OpenRoom, SiteFile } from '../bake/room-set.ts';
import { openDrawings } from '../charts/drawings.ts';
import type { Edition } from '../components/page.ts';
import { clientFiles } from '../open-data/client-files.ts';
import { figureFiles } from '../open-data/figure-files.ts';
import { describingFiles } from '../open-data/metadata-files.ts';
import { releaseFiles } from '../open-data/release-files.ts';
import { tableTextFiles } from '../open-data/table-markdown.ts';
import { pictureFiles, tablePictureFiles } from '../pictures/pictured-figures.ts';

/** What programs read: files beside the pages of figures, and what is made from each release for re-use. */
export const openDataRoom: OpenRoom = ({ releases, site }) => ({
  pages: [],
  filesIn: (edition) => {
    const files = [
      ...figureFiles(edition),
      ...pictureFiles(edition),
      ...tablePictureFiles(edition),
      ...tableTextFiles(edition),
    ];
    return [...files, ...formerFiles(edition, files)];
  },
  files: [...releases.flatMap((view) => releaseFiles(view, site)), ...describingFiles(releases, site), ...clientFiles],
});

/** Files of figures that only an earlier release has, as the newest of those gave them: their addresses answer for ever. */
function formerFiles(edition: Edition, living: readonly SiteFile[]): readonly SiteFile[] {
  const taken = new Set(living.map(({ path }) => path));
  return [...edition.releases.entries()].reverse().flatMap(([at, view]) => {
    if (view === edition.view) return [];
    const releases = edition.releases.slice(0, at + 1);
    const former = {
      ...edition,
      view,
      releases,
      previous: releases.at(-2) ?? null,
      drawings: openDrawings(),
    };
    const files = [...figureFiles(former), ...pictureFiles(former)].filter(({ path }) => !taken.has(path));
    for (const { path } of files) taken.add(path);
    return files;
  });
}
