import type { Figure } from '@casebridge/figures/types';
import type { Drawn } from '../charts/frame.ts';
import { nameOf, regionName, shortNameOf } from '../model/figure-names.ts';
import { figureBreaks } from './figure-breaks.ts';
import type { Page } from './page.ts';

/** The set-apart contributor's public label, or the pool's. */
export function groupName(page: Page, group: string | null): string {
  if (group === null) return page.words.text('group.pool');
  const label = page.view.bundle.manifest.setApart?.label;
  const name = label?.[page.words.language] ?? label?.en ?? group;
  // The label is written to stand inside a sentence; here it stands alone.
  return name.charAt(0).toLocaleUpperCase(page.words.language) + name.slice(1);
}

/** `Labour exploitation`, with its topic where the page does not say it. */
export function figureName(page: Page, figure: Figure): string {
  return nameOf(figure, page.view.bundle.manifest.grouping, page.words);
}

export function figureShortName(page: Page, figure: Figure): string {
  return shortNameOf(figure, page.view.bundle.manifest.grouping, page.words);
}

/** Name, year, and whose records where they are not everybody's: a page's title. */
export function figureTitle(page: Page, figure: Figure): string {
  const name = page.words.text('figure.title', { name: figureName(page, figure), period: figure.period });
  const place = placeName(page, figure);
  const parts = [name, place, figure.group === null ? '' : groupName(page, figure.group)];
  return parts.filter((part) => part !== '').join(' · ');
}

/** `Identified in: Europe`, or nothing for a figure of all places. */
export function placeName(page: Page, { place }: Figure): string {
  if (!place) return '';
  return page.words.text(`place.${place.kind}`, {
    region: regionName(place.region, page.view.bundle.manifest.grouping, page.words.language),
  });
}

/** The short citable sentence in the page's language. */
export function sentenceOf(
  page: Page,
  figure: Figure,
  length: 'short' | 'long',
  language = page.words.language,
): string {
  const sentence = figure.sentences[language] ?? figure.sentences.en;
  return sentence?.[length] ?? '';
}

/**
 * What is heard of a figure's picture, wherever it stands (on its page, in the press kit, in its files, in what others paste):
 * the long sentence, with base, unknown share, caveats and release, and then the years that the picture draws.
 */
export function spokenFigure(page: Page, figure: Figure): string {
  const long = sentenceOf(page, figure, 'long');
  const years = spokenYears(page, figure);
  return years === '' ? long : `${long} ${page.words.text('chart.years', { years })}`;
}

/** The years that a figure's picture draws, and where its series breaks. */
export function spokenYears(page: Page, figure: Figure): string {
  const { words, format, view } = page;
  return [
    ...view.series(figure).map((each) => {
      const { period } = each;
      const interval = intervalText(page, each);
      return each.value === null
        ? words.text('chart.year.none', { period, reason: interval })
        : words.text('chart.year', { period, value: format.figure(each), interval });
    }),
    ...figureBreaks(view, figure).map(({ period }) => words.text('breaks.spoken', { period })),
  ].join('; ');
}

/** `of about 5,700 records with an answer`, where the figure has a base. */
export function baseText(page: Page, figure: Figure): string {
  if (figure.base === null) return '';
  const own = `figure.of.${figure.unit}`;
  return page.words.text(page.words.has(own) ? own : 'figure.of', { base: page.format.about(figure.base) });
}

export function unknownText(page: Page, figure: Figure): string {
  return figure.unknown === null
    ? ''
    : page.words.text('figure.unknown.is', { share: page.format.share(figure.unknown) });
}

/** How far a share could move with the unknown: `62%–78% whatever the unknown are`. */
export function boundsText({ words, format }: Page, { bounds, unknown }: Figure): string {
  if (!bounds || !unknown) return '';
  const [low, high] = bounds;
  const range = words.text('range', { low: format.share(low), high: format.share(high) });
  // No line ends between the ends of a range.
  return words.text('card.bounds', { range: range.replace('–', '\u2060–\u2060') });
}

/** Whether the number was declared by contributors and so carries no noise. */
export function isDeclared(figure: Figure): boolean {
  return figure.protection === 'declared';
}

/** The interval in words: `73.5–74.9%`, or that the number was declared. */
export function intervalText(page: Page, figure: Figure): string {
  if (figure.value === null) return page.words.text(`withheld.${figure.withheld ?? 'not_collected'}`);
  return isDeclared(figure) ? page.words.text('figure.declared') : page.format.interval(figure);
}

/** A figure as a row of an interval chart. */
export function drawnFigure(page: Page, figure: Figure): Drawn {
  const [low, high] = figure.interval ?? [0, 0];
  return {
    key: figure.id,
    label: figureShortName(page, figure),
    value: figure.value,
    low: Math.max(0, low),
    high,
    text:
      figure.value === null
        ? intervalText(page, figure)
        : page.words.text('chart.value', { value: page.format.figure(figure), interval: page.format.interval(figure) }),
    tone: 'plain',
  };
}

/** The figure's address: its own page, or its place's page for a figure of one region. */
export function figurePath(figure: Figure): string {
  if (!figure.place) return `figures/${figure.id}/`;
  return `places/${figure.place.region}/${figure.period}/#${anchorOf(figure)}`;
}

/** How to cite a figure: its name, identifier and release. */
export function citationText(page: Page, figure: Figure): string {
  const { release } = figure;
  return page.words.text('cite.text', {
    title: figureTitle(page, figure),
    sequence: release.sequence,
    date: page.format.day(release.date),
    id: figure.id,
    release: release.id,
  });
}

/** Where a reader learns why a figure has no number: its own page, or the reason for a figure without one. */
export function whyOf(page: Page, figure: Figure): string {
  return page.to(figure.place === null ? `figures/${figure.id}/#why` : `why/#${figure.withheld ?? 'not_collected'}`);
}

/** Where a place's page keeps a figure. */
export function anchorOf(figure: Figure): string {
  return figure.id.replaceAll('#', '~');
}
