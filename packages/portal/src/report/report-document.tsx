import { Logo } from '../components/logo.tsx';
import { type Page, PageContext } from '../components/page.ts';
import { report } from '../rooms/report.tsx';
import { inLanguage } from '../site/site-file.ts';

/** A year's report as a document of its own: style inside, nothing to fetch, no script. */
export function ReportDocument({
  page,
  year,
  style,
}: {
  readonly page: Page;
  readonly year: string;
  readonly style: string;
}) {
  const { words, site, format } = page;
  const { manifest } = page.view.bundle;
  const room = report(page, year);
  const name = inLanguage(site.name, words.language);
  const title = `${room.title} · ${name}${manifest.example ? ` · ${words.text('example')}` : ''}`;
  return (
    <PageContext.Provider value={page}>
      <html lang={words.language} dir={words.direction} data-theme="light" class="report-file">
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
          />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <meta name="description" content={room.description} />
          <style dangerouslySetInnerHTML={{ __html: style }} />
        </head>
        <body>
          {manifest.example && <p class="report-example">{words.text('example')}</p>}
          <header class="report-brand">
            <Logo /> <b>{name}</b>
          </header>
          <main>{room.body}</main>
          <footer class="report-foot">
            <p>
              {words.text('release.line', {
                sequence: manifest.sequence,
                date: format.day(manifest.created),
                status: words.text(`status.${manifest.status}`),
              })}
              {' · '}
              <code>{manifest.release}</code>
            </p>
            <p>{words.text('data.licence', { licence: manifest.licence })}</p>
            {manifest.example && <p>{words.text('example.more')}</p>}
          </footer>
        </body>
      </html>
    </PageContext.Provider>
  );
}
