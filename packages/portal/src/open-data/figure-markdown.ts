import type { Figure } from '@casebridge/figures/types';
import { figureTitle, groupName, intervalText } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { webAddress } from './addresses.ts';
import type { Citation } from './citation.ts';
import { statusOf } from './figure-rows.ts';

/** A figure as a page of Markdown: sentence, nine parts, caveats, series, citation. */
export function figureMarkdown(page: Page, figure: Figure, citation: Citation): string {
  const { words, format, view, figureWords, site } = page;
  const sentence = figure.sentences[words.language] ?? figure.sentences.en;
  const none = words.text('table.none');
  const value =
    figure.value === null ? words.text(`withheld.${figure.withheld ?? 'not_collected'}`) : format.figure(figure);
  const example = view.bundle.manifest.example ? [`**${words.text('example')}**`, ''] : [];
  const facts: readonly (readonly [string, string])[] = [
    [words.text('table.value'), value],
    [words.text('table.interval'), intervalText(page, figure)],
    [words.text('table.base'), figure.base === null ? none : format.about(figure.base)],
    [words.text('table.unknown'), figure.unknown === null ? none : format.share(figure.unknown)],
    [words.text('open.group'), groupName(page, figure.group)],
    [words.text('table.release'), `${figure.release.sequence} · ${figure.release.id} · ${figure.release.date}`],
    [words.text('open.status'), statusOf(figure)],
  ];
  const series = view.series(figure);
  return [
    `# ${figureTitle(page, figure)}`,
    '',
    ...example,
    sentence?.long ?? '',
    '',
    `| ${words.text('table.figure')} | ${figure.id} |`,
    '|---|---|',
    ...facts.map(([name, text]) => `| ${markdownCell(name)} | ${markdownCell(text)} |`),
    '',
    ...(figure.caveats.length > 0 ? [`## ${words.text('quote.caveats')}`, ''] : []),
    ...figure.caveats.map((key) => `- ${figureWords.caveat(key)}`),
    ...(figure.caveats.length > 0 ? [''] : []),
    `## ${words.text('figure.history')}`,
    '',
    `| ${words.text('table.year')} | ${words.text('table.value')} | ${words.text('table.interval')} |`,
    '|---|---|---|',
    ...series.map((each) => {
      const shown = each.value === null ? '' : format.figure(each);
      return `| ${each.period} | ${markdownCell(shown)} | ${markdownCell(intervalText(page, each))} |`;
    }),
    '',
    `## ${words.text('cite.title')}`,
    '',
    citationLine(citation),
    '',
    ...['csv', 'json', 'svg', 'bib', 'ris'].map(
      (ending) => `- [${figure.id}.${ending}](${webAddress(site, `${words.language}/figures/${figure.id}.${ending}`)})`,
    ),
    '',
  ].join('\n');
}

/** A citation as a line of text. */
export function citationLine({ authors, date, title, version, publisher, doi, url, licence }: Citation): string {
  const address = doi === null ? url : `https://doi.org/${doi}`;
  return `${authors.join(', ')} (${date.slice(0, 4)}). ${title}. ${version}. ${publisher}. ${address}. ${licence}.`;
}

/** A text that can stand in a cell of a table of Markdown. */
export function markdownCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
