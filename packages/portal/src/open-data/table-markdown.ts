import type { SiteFile } from '../bake/room-set.ts';
import { openDrawings } from '../charts/drawings.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import { newestTable } from '../pictures/table-picture.tsx';
import { openFolder, tableKey, webAddress } from './addresses.ts';
import { type Citation, partCitation, releaseCitation } from './citation.ts';
import { citationLine, markdownCell } from './figure-markdown.ts';
import { tableTitle } from './table-rows.ts';

/** Every published table of every release as Markdown, beside the tables' other files. Those are in no language; this is in the site's own. */
export function tableTextFiles(edition: Edition): SiteFile[] {
  const { site, words, releases } = edition;
  const { language } = words;
  if (language !== site.defaultLanguage) return [];
  return releases.flatMap((view) => {
    const page = openPage({ ...edition, view, drawings: openDrawings() }, '', 0);
    const whole = releaseCitation(view, site, language);
    return view.answers.tables.map((set): SiteFile => {
      const path = `${openFolder(view)}/tables/${tableKey(set)}`;
      const part = { key: tableKey(set), title: tableTitle(view, set, language), url: webAddress(site, `${path}.csv`) };
      return { path: `${path}.md`, content: () => tableMarkdown(page, set, partCitation(whole, part)) };
    });
  });
}

/** A published table in its newest year as a page of Markdown: a row a cell, how sure it is, the other files, citation. */
export function tableMarkdown(page: Page, set: readonly string[], citation: Citation): string {
  const { words, view, site } = page;
  const { axes, cells, title, said, base } = newestTable(page, set);
  const example = view.bundle.manifest.example ? [`**${words.text('example')}**`, ''] : [];
  const heads = [...axes.map((axis) => axis.title), words.text('table.value'), words.text('table.interval')];
  const row = (texts: readonly string[]) => `| ${texts.map(markdownCell).join(' | ')} |`;
  // The last axis runs fastest.
  let names: readonly (readonly string[])[] = [[]];
  for (const { labels } of axes) names = names.flatMap((head) => labels.map((label) => [...head, label]));
  return [
    `# ${title}`,
    '',
    ...example,
    said,
    '',
    `${base}.`,
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...cells.map((cell, at) => row([...(names[at] ?? []), cell.text, cell.interval])),
    '',
    `## ${words.text('cite.title')}`,
    '',
    citationLine(citation),
    '',
    ...['csv', 'hxl.csv', 'json', 'svg', 'bib', 'ris'].map((ending) => {
      const file = `${tableKey(set)}.${ending}`;
      return `- [${file}](${webAddress(site, `${openFolder(view)}/tables/${file}`)})`;
    }),
    '',
  ].join('\n');
}
