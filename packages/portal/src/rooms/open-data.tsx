import type { OpenRoom } from '../bake/room-set.ts';
import { clientFiles } from '../open-data/client-files.ts';
import { figureFiles } from '../open-data/figure-files.ts';
import { describingFiles } from '../open-data/metadata-files.ts';
import { releaseFiles } from '../open-data/release-files.ts';
import { pictureFiles, tablePictureFiles } from '../pictures/pictured-figures.ts';

/** What programs read: files beside the pages of figures, and what is made from each release for re-use. */
export const openDataRoom: OpenRoom = ({ releases, site }) => ({
  pages: [],
  filesIn: (edition) => [...figureFiles(edition), ...pictureFiles(edition), ...tablePictureFiles(edition)],
  files: [...releases.flatMap((view) => releaseFiles(view, site)), ...describingFiles(releases, site), ...clientFiles],
});
