// Which figure a number on a baked page comes from, and whether the figure says that number.
import type { Figure } from '@casebridge/figures/types';
import { firstSaidByFigure, saidByFigure, sentencesOfFigure } from '../../packages/portal/src/bake/said-by-figure.ts';
import type { ReleaseView } from '../../packages/portal/src/model/release-view.ts';
import { openCatalogue } from '../../packages/portal/src/text/catalogue.ts';
import { formatIn } from '../../packages/portal/src/text/format.ts';

export interface PrintedNumber {
  readonly text: string;
  /** Ids that the nearest element around it names; none where no element does. */
  readonly figures: readonly string[];
  /** Inside an element that names the published table whose cells it prints, or the part of the release it repeats. */
  readonly tabled: boolean;
  /** Code to copy, and programs: they repeat what stands elsewhere. */
  readonly ignored: boolean;
  /** Part of a picture. */
  readonly drawn: boolean;
}

const year = /\b(?:19|20)\d\d\b/g;

/** Every text in a page's main part that has a digit beside years. */
export function numbersIn(document: Document): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  const walk = (node: Node, figures: readonly string[], tabled: boolean, ignored: boolean, drawn: boolean): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) {
        const text = (child.textContent ?? '').trim();
        if (/\d/.test(text.replaceAll(year, ''))) found.push({ text, figures, tabled, ignored, drawn });
      } else if (child.nodeType === 1) {
        const element = child as Element;
        const named = element.getAttribute('data-figure');
        const tag = element.tagName.toLowerCase();
        const quiet = ['script', 'style', 'code', 'pre'].includes(tag);
        walk(
          element,
          named === null ? figures : named.split(' '),
          tabled || element.getAttribute('data-table') !== null || element.getAttribute('data-part') !== null,
          ignored || quiet,
          drawn || tag === 'svg',
        );
      }
    }
  };
  const main = document.querySelector('main');
  if (main) walk(main, [], false, false, false);
  return found;
}

const format = formatIn(openCatalogue('en'));
const numbers = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const tokens = (text: string) => text.match(numbers) ?? [];

/** Numbers of a text that none of the figures says. */
export function unexplained(text: string, figures: readonly Figure[], views: readonly ReleaseView[]): string[] {
  const said = new Set(
    figures.flatMap((figure) =>
      [...firstSaidByFigure(figure, format), ...saidByFigure(figure, format), ...sentencesOfFigure(figure)].flatMap(
        tokens,
      ),
    ),
  );
  for (const { bundle } of views) for (const token of tokens(format.day(bundle.manifest.created))) said.add(token);
  // 95 of 100 cases is the level of every interval; 0 and 100 are the ends of every scale.
  const round = (token: string) => /^(?:95|100|0)$/.test(token);
  return tokens(text.replaceAll(year, '')).filter((token) => !said.has(token) && !round(token));
}
