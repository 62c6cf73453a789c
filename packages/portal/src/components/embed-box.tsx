import type { Figure } from '@casebridge/figures/types';
import { embedPath, frozenPath } from '../embed/embed-addresses.ts';
import { siteAddress } from '../open-data/addresses.ts';
import { figureTitle, intervalText, sentenceOf, spokenFigure } from './figure-text.ts';
import { type Page, usePage } from './page.ts';

/** What to paste to show a figure elsewhere: a frame that follows, a frame that stays, a table or a picture without a frame. */
export function EmbedBox({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words } = page;
  const { sequence } = figure.release;
  const follow = `${embedPath(figure.id)}#${words.language}`;
  const frozen = frozenPath(figure, words.language);
  const ways: readonly (readonly [key: string, code: string, open: string | null])[] = [
    ['follow', frameCode(page, figure, follow), follow],
    ['frozen', frameCode(page, figure, frozen), frozen],
    ['table', tableCode(page, figure), null],
    ['picture', pictureCode(page, figure), null],
  ];
  return (
    <>
      <p class="intro">{words.text('embed.intro')}</p>
      <div class="ways" data-site-root={page.file('')} data-site-address={siteAddress(page.site)}>
        {ways.map(([key, code, open]) => (
          <div key={key} class="sentence">
            <h3>{words.text(`embed.${key}`, { sequence })}</h3>
            <p class="note">{words.text(`embed.${key}.text`)}</p>
            <pre dir="ltr">
              <code data-sentence>{code}</code>
            </pre>
            <button type="button" class="copy" data-copy="plain" data-done={words.text('copy.done')} hidden>
              {words.text('copy.button')}
              <span class="unseen"> {words.text(`embed.${key}`, { sequence })}</span>
            </button>{' '}
            {open !== null && <a href={page.file(open)}>{words.text('embed.open')}</a>}
          </div>
        ))}
      </div>
    </>
  );
}

function frameCode(page: Page, figure: Figure, path: string): string {
  const title = escaped(figureTitle(page, figure));
  return `<iframe src="${siteAddress(page.site)}${path}" title="${title}" width="100%" height="330" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
}

// The picture says what is heard of it wherever it stands: the same text as the picture file's own description.
function pictureCode(page: Page, figure: Figure): string {
  const address = `${siteAddress(page.site)}${page.words.language}/figures/${figure.id}`;
  const alt = escaped(spokenFigure(page, figure));
  return `<a href="${address}/"><img src="${address}.png" alt="${alt}" loading="lazy" referrerpolicy="no-referrer"></a>`;
}

function tableCode(page: Page, figure: Figure): string {
  const { words, site } = page;
  const value = figure.value === null ? intervalText(page, figure) : page.format.figure(figure);
  const address = `${siteAddress(site)}${words.language}/figures/${figure.id}/`;
  return [
    `<table lang="${words.language}" dir="${words.direction}">`,
    `<caption>${escaped(sentenceOf(page, figure, 'short'))} <a href="${address}">${escaped(words.text('embed.more'))}</a></caption>`,
    `<tr><th scope="col">${escaped(words.text('table.value'))}</th><th scope="col">${escaped(words.text('table.interval'))}</th></tr>`,
    `<tr><td>${escaped(value)}</td><td>${escaped(intervalText(page, figure))}</td></tr>`,
    '</table>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
