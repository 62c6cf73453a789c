// Which figure a number on a baked page comes from, and whether the figure says that number.
import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../../packages/portal/src/model/release-view.ts';
import { unknownSteps } from '../../packages/portal/src/model/unknown-steps.ts';
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
  const said = new Set(figures.flatMap((figure) => spoken(figure)));
  for (const { bundle } of views) for (const token of tokens(format.day(bundle.manifest.created))) said.add(token);
  // 95 of 100 cases is the level of every interval; 0 and 100 are the ends of every scale.
  const round = (token: string) => /^(?:95|100|0)$/.test(token);
  return tokens(text.replaceAll(year, '')).filter((token) => !said.has(token) && !round(token));
}

function spoken(figure: Figure): string[] {
  const { value, interval, base, baseInterval, unknown, bounds, protection, release } = figure;
  const texts = [
    format.figure(figure),
    format.interval(figure),
    figure.id,
    release.id,
    String(release.sequence),
    format.day(release.date),
    format.count(figure.contributors.count),
    ...Object.values(figure.sentences).flatMap(({ short, long }) => [short, long]),
    ...(value === null ? [] : [format.count(value), format.about(value)]),
    ...(base === null ? [] : [format.about(base), format.count(base)]),
    ...(baseInterval ? [format.range(baseInterval[0], baseInterval[1], 'records')] : []),
    ...(interval ? [format.count(interval[0]), format.count(interval[1])] : []),
    ...(unknown === null ? [] : [format.share(unknown), format.fineShare(unknown)]),
    ...(bounds ? bounds.map((end) => format.share(end)) : []),
    ...unknownSteps(figure).flatMap(({ low, high }) => [format.share(low), format.share(high)]),
    ...(protection === 'declared'
      ? []
      : [String(Math.round(protection.epsilon * 100) / 100), String(protection.delta)]),
    ...figure.parts.flatMap(({ value: part, interval: ends }) =>
      (['share', 'records', 'change', 'years'] as const).flatMap((unit) => [
        format.value(part, unit),
        format.range(ends[0], ends[1], unit),
        format.count(part),
      ]),
    ),
  ];
  return texts.flatMap(tokens);
}
