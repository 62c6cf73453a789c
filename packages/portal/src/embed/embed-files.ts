import type { Figure } from '@casebridge/figures/types';
import { render } from 'preact-render-to-string';
import type { SiteFile } from '../bake/room-set.ts';
import { intervalText } from '../components/figure-text.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { figureWordsIn } from '../text/figure-words.ts';
import { formatIn } from '../text/format.ts';
import { embedPath, embedValues } from './embed-addresses.ts';
import { EmbedDocument } from './embed-document.tsx';

/**
 * The small pages of figures: one at each figure's address that follows the newest release, one for every release that has
 * the figure. A figure that the newest release no longer gives keeps its address, with what was last said. Made once, with the
 * site's own language, for all languages together; beside them, per language, what the newest release says of each figure.
 */
export function embedFiles(edition: Edition): readonly SiteFile[] {
  const { site, words, releases } = edition;
  const values: SiteFile = { path: embedValues(words.language), content: () => valuesText(edition) };
  if (words.language !== site.defaultLanguage) return [values];
  const latest = new Map(releases.flatMap((view) => view.citable.map((figure) => [figure.id, view] as const)));
  return [
    values,
    ...[...latest].map(([id, view]) => embedFile(edition, view, view.figure(id), embedPath(id))),
    ...releases.flatMap((view) =>
      view.citable.map((figure) =>
        embedFile(edition, view, figure, embedPath(figure.id, view.bundle.manifest.release)),
      ),
    ),
  ];
}

function embedFile(edition: Edition, view: ReleaseView, figure: Figure | undefined, path: string): SiteFile {
  return {
    path: `${path}index.html`,
    content: () => {
      if (!figure) throw new Error(`${path}: its release has no such figure`);
      return `<!doctype html>\n${render(EmbedDocument({ figure, pages: pagesOf(edition, view, path) }))}\n`;
    },
  };
}

const editions = new WeakMap<Edition, readonly Edition[]>();

// The same edition in every language, the site's own first.
function pagesOf(edition: Edition, view: ReleaseView, path: string): readonly Page[] {
  const made =
    editions.get(edition) ??
    [edition.words.language, ...edition.languages.filter((language) => language !== edition.words.language)].map(
      (language): Edition => {
        const counted = edition.view.bundle.privacy.unit;
        const words = openCatalogue(language, edition.site.numerals[language], counted);
        return { ...edition, words, format: formatIn(words), figureWords: figureWordsIn(language, counted) };
      },
    );
  editions.set(edition, made);
  return made.map((each) => openPage({ ...each, view }, path, path.split('/').length - 1));
}

function valuesText(edition: Edition): string {
  const page = openPage(edition, '', 0);
  const { manifest } = edition.view.bundle;
  const says = (figure: Figure) =>
    figure.value === null
      ? intervalText(page, figure)
      : edition.words.text('chart.value', {
          value: edition.format.figure(figure),
          interval: intervalText(page, figure),
        });
  const values = Object.fromEntries(edition.view.citable.map((figure) => [figure.id, says(figure)]));
  const note = manifest.example ? { note: edition.words.text('example') } : {};
  return `${JSON.stringify({ ...note, release: manifest.release, sequence: manifest.sequence, values })}\n`;
}
