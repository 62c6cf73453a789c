import { usePage } from '../components/page.ts';
import { inLanguage } from '../site/site-file.ts';

/** What every map says about its lines and names. */
export function BoundaryNote() {
  const { words, site } = usePage();
  return (
    <p class="note boundary-note">
      {site.boundaryNote === undefined ? words.text('map.boundaries') : inLanguage(site.boundaryNote, words.language)}{' '}
      {site.boundaryFile === undefined && words.text('map.boundaries.source')}
    </p>
  );
}
