import type { Figure } from '@casebridge/figures/types';
import { reportYear } from '../bake/navigation.ts';
import type { SiteFile } from '../bake/room-set.ts';
import { type Edition, openPage } from '../components/page.ts';
import { headlineFamilies } from '../model/figure-names.ts';
import { canWrite, openRaster } from './raster.ts';
import { type PictureShape, shapedPicture } from './shaped-picture.tsx';

/** Ends of addresses, and the shapes they hold: 16:9 and 1:1. */
export const pictureEndings: readonly (readonly [ending: string, shape: PictureShape])[] = [
  ['png', 'wide'],
  ['square.png', 'square'],
];

/**
 * The figures whose pictures are baked as PNG: the leading ones of the leading year and the newest; all with a page, or none, where
 * the site file says so. None in a language whose letters the font lacks.
 */
export function picturedFigures(edition: Pick<Edition, 'site' | 'view' | 'words'>): readonly Figure[] {
  const { site, view, words } = edition;
  if (site.pictures === 'none' || !canWrite(words.text('group.pool'))) return [];
  if (site.pictures === 'all') return view.citable;
  const years = [reportYear({ view }), view.newest];
  return view.citable.filter(
    ({ family, group, period }) =>
      group === null && years.includes(period) && (headlineFamilies as readonly string[]).includes(family),
  );
}

/** The PNG files of an edition: `figures/<id>.png` and `figures/<id>.square.png`. */
export function pictureFiles(edition: Edition): SiteFile[] {
  const { language } = edition.words;
  return picturedFigures(edition).flatMap((figure) => {
    const path = `figures/${figure.id}`;
    const page = () => openPage(edition, `${path}/`, path.split('/').length + 1);
    return pictureEndings.map(([ending, shape]) => ({
      path: `${language}/${path}.${ending}`,
      content: async () => {
        const { svg, pixels } = shapedPicture(page(), figure, shape);
        return (await openRaster())(svg, pixels);
      },
    }));
  });
}
