import type { Figure } from '@casebridge/figures/types';
import { baseText, figureTitle, intervalText, unknownText } from '../components/figure-text.ts';
import { IntervalGlyph } from '../components/glyph.tsx';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, PageContext } from '../components/page.ts';
import { unknownDominates } from '../model/unknown-steps.ts';
import { contentSecurityPolicy } from '../serve/policy.ts';
import { inLanguage } from '../site/site-file.ts';
import { embedValues } from './embed-addresses.ts';

interface EmbedProps {
  readonly figure: Figure;
  /** The same page in each language; the site's own language first. */
  readonly pages: readonly Page[];
}

/**
 * A figure alone, small enough to be framed. It holds all languages: the address's fragment names one, `#fr`, and without
 * script the style sheet shows it. It knows its release; the script beside it says so when there is a newer one.
 */
export function EmbedDocument({ figure, pages }: EmbedProps) {
  const [own] = pages;
  if (!own) throw new RangeError('a small page needs at least one language');
  const { assets, words } = own;
  const script = assets.scripts.embed;
  // The site's own language stands last: it shows unless a language before it is the address's target.
  const inOrder = [...pages.slice(1), own];
  return (
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy('meta')} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{titled(own, figure)}</title>
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" type="image/svg+xml" href={own.file(assets.icon)} />
        <link rel="stylesheet" href={own.file(assets.styles.embed ?? '')} />
        {script && <script type="module" src={own.file(script.path)} integrity={script.integrity} />}
      </head>
      <body>
        <main data-release={figure.release.id} data-sequence={figure.release.sequence} data-root={own.file('')}>
          {inOrder.map((page) => (
            <PageContext.Provider key={page.words.language} value={page}>
              <Embedded page={page} figure={figure} />
            </PageContext.Provider>
          ))}
        </main>
      </body>
    </html>
  );
}

function titled({ words, view }: Page, figure: Figure): string {
  return view.bundle.manifest.example ? `${figure.id} · ${words.text('example')}` : figure.id;
}

function Embedded({ page, figure }: { readonly page: Page; readonly figure: Figure }) {
  const { words, format, site } = page;
  const leads = unknownDominates(figure) && figure.unknown !== null;
  const notes = [baseText(page, figure), leads ? '' : unknownText(page, figure)].filter((text) => text !== '');
  const { sequence, date } = figure.release;
  return (
    <article
      id={words.language}
      lang={words.language}
      dir={words.direction}
      data-figure={figure.id}
      data-values={page.file(embedValues(words.language))}
      data-newer={words.text('embed.newer', { sequence: '{sequence}', value: '{value}' })}
      data-gone={words.text('embed.gone', { sequence: '{sequence}' })}
    >
      {page.view.bundle.manifest.example && <p class="not-real">{words.text('example')}</p>}
      <h1>{figureTitle(page, figure)}</h1>
      <p class="number">
        {figure.value === null ? (
          <Mark absence={absenceOf(figure)} />
        ) : leads ? (
          <>
            {format.share(figure.unknown ?? 0)} <small>{words.text('figure.leads.unknown')}</small>
          </>
        ) : (
          format.figure(figure)
        )}
      </p>
      {leads && <p class="known">{words.text('figure.leads.known', { value: format.figure(figure) })}</p>}
      <IntervalGlyph figure={figure} />
      <p>
        {figure.protection === 'declared' || figure.value === null
          ? intervalText(page, figure)
          : words.text('figure.interval', { interval: intervalText(page, figure) })}
      </p>
      {notes.length > 0 && <p class="note">{notes.join(' · ')}</p>}
      <p class="note">{page.figureWords.noun(figure.noun)}</p>
      <p class="newer" role="status" data-newer-line hidden />
      <p class="note source">
        <a href={page.to(`figures/${figure.id}/`)} target="_blank" rel="noopener">
          {inLanguage(site.name, words.language)} · {words.text('embed.more')}
        </a>{' '}
        · {words.text('embed.as-of', { sequence, date: format.day(date) })}
      </p>
    </article>
  );
}
