import { regionName } from '../model/figure-names.ts';
import { regionsOf } from '../model/release-view.ts';
import { pocketPath } from '../pocket/pocket-path.ts';
import { usePage } from './page.ts';
import { Wide } from './wide.tsx';

/** The pocket editions in the page's language. */
export function PocketLinks() {
  const page = usePage();
  const { words, view } = page;
  const { grouping } = view.bundle.manifest;
  return (
    <Wide id="pocket" title={words.text('pocket.section')}>
      <p class="intro">{words.text('pocket.section.text')}</p>
      <ul class="pockets">
        {[null, ...regionsOf(view)].map((region) => (
          <li key={region}>
            <a href={page.file(pocketPath(words.language, region))} download>
              {region === null ? words.text('pocket.all') : regionName(region, grouping, words.language)}
            </a>
          </li>
        ))}
      </ul>
    </Wide>
  );
}
