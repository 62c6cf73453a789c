import type { Figure } from '@casebridge/figures/types';
import { figureName, groupName, sentenceOf } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { announcedYear, reportOf } from '../model/report.ts';

/** A year's report as Markdown: each statement with its sentences, every one marked where the data are an example. */
export function reportMarkdown(page: Page, year: string): string {
  const { words, view, format } = page;
  const { manifest } = view.bundle;
  const announced = year === announcedYear;
  const lines = [
    `# ${plain(words.text('report.title', { year }))}`,
    manifest.example ? `**${words.text('example')}.** ${plain(words.text('example.more'))}` : '',
    plain(words.text('report.kicker', { sequence: manifest.sequence, date: format.day(manifest.created) })),
    plain(words.text(announced ? 'report.lede.announced' : 'report.lede', { year })),
    announced && manifest.setApart
      ? plain(words.text('report.whose', { group: groupName(page, manifest.setApart.code) }))
      : '',
  ];
  for (const [index, { key, figures }] of reportOf(view, year).entries()) {
    lines.push(`## ${index + 1}. ${plain(words.text(`report.${key}.title`))}`);
    if (announced) {
      lines.push(`**${words.text('report.published')}** ${plain(words.text(`report.${key}.published`))}`);
    }
    lines.push(`**${words.text('report.says')}**`);
    lines.push(
      figures
        .flatMap(({ pool, own }) => [own, pool])
        .filter((figure) => figure !== undefined)
        .map((figure) => figureLine(page, figure))
        .join('\n'),
    );
    lines.push(
      `**${words.text(announced ? 'report.missing' : 'report.mind')}** ${plain(words.text(`report.${key}.${announced ? 'missing' : 'mind'}`))}`,
    );
  }
  lines.push(
    `## ${plain(words.text('report.closing.title'))}`,
    plain(words.text(announced ? 'report.closing.announced' : 'report.closing')),
    `${plain(
      words.text('release.line', {
        sequence: manifest.sequence,
        date: format.day(manifest.created),
        status: words.text(`status.${manifest.status}`),
      }),
    )} · \`${manifest.release}\` · ${plain(words.text('data.licence', { licence: manifest.licence }))}`,
  );
  return `${lines.filter((line) => line !== '').join('\n\n')}\n`;
}

function figureLine(page: Page, figure: Figure): string {
  const name = `${figureName(page, figure)}, ${groupName(page, figure.group)}`;
  return `- **${plain(name)}:** ${plain(sentenceOf(page, figure, 'long'))} (\`${figure.id}\`)`;
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|]/g, '\\$&');
}
