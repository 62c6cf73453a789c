import type { ComponentChildren } from 'preact';
import { HelpLines } from '../components/help-lines.tsx';
import { Logo } from '../components/logo.tsx';
import { absences, MarkLegend } from '../components/marks.tsx';
import { type Page, PageContext } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { pocketPolicy } from '../serve/policy.ts';
import { inLanguage } from '../site/site-file.ts';

interface PocketFrameProps {
  readonly page: Page;
  /** What the edition is about. */
  readonly name: string;
  readonly style: string;
  /** Keys of the caveats that hold for its numbers. */
  readonly caveats: readonly string[];
  readonly opening: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A pocket edition: one document with its style inside, nothing to fetch, no script, no link out but to telephones. */
export function PocketFrame({ page, name, style, caveats, opening, children }: PocketFrameProps) {
  const { words, site, format, view } = page;
  const { manifest } = view.bundle;
  const siteName = inLanguage(site.name, words.language);
  const title = words.text('pocket.title', { name });
  const { sequence, created, release, licence } = manifest;
  return (
    <PageContext.Provider value={page}>
      <html lang={words.language} dir={words.direction} class="report-file pocket">
        <head>
          <meta charset="utf-8" />
          <meta http-equiv="Content-Security-Policy" content={pocketPolicy('meta')} />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{[title, siteName, ...(manifest.example ? [words.text('example')] : [])].join(' · ')}</title>
          <meta name="color-scheme" content="light dark" />
          <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
          {manifest.example && <p class="report-example">{words.text('example')}</p>}
          <header class="report-brand">
            <Logo /> <b>{siteName}</b>
          </header>
          <main>
            <Opening title={title}>
              <p class="lede">{words.text('pocket.lede')}</p>
              <p class="note">{words.text('pocket.made', { sequence, date: format.day(created), release })}</p>
              {opening}
            </Opening>
            {children}
            <Wide id="caveats" title={words.text('pocket.caveats')}>
              <ul>
                {caveats.map((key) => (
                  <li key={key}>{page.figureWords.caveat(key)}</li>
                ))}
              </ul>
            </Wide>
            <Wide id="marks" title={words.text('pocket.marks')}>
              <MarkLegend used={absences} />
            </Wide>
          </main>
          <HelpLines />
          <footer class="report-foot">
            <p>
              {words.text('release.line', {
                sequence,
                date: format.day(created),
                status: words.text(`status.${manifest.status}`),
              })}
              {' · '}
              <code>{release}</code>
            </p>
            <p>{words.text('data.licence', { licence })}</p>
            {manifest.example && <p>{words.text('example.more')}</p>}
          </footer>
        </body>
      </html>
    </PageContext.Provider>
  );
}
