import type { Figure } from '@casebridge/figures/types';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName, sentenceOf } from '../components/figure-text.ts';
import { HelpLines } from '../components/help-lines.tsx';
import { Logo } from '../components/logo.tsx';
import { absences, MarkLegend } from '../components/marks.tsx';
import { type Page, PageContext } from '../components/page.ts';
import { PlaceSaid } from '../components/place-said.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { regionName } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { pocketPolicy } from '../serve/policy.ts';
import { inLanguage } from '../site/site-file.ts';

interface PocketProps {
  readonly page: Page;
  /** Null for the edition of all places. */
  readonly region: string | null;
  readonly style: string;
}

/** Every figure of a place and year in one document: style inside, nothing to fetch, no script, no link out but to telephones. */
export function PocketDocument({ page, region, style }: PocketProps) {
  const { words, site, format, view } = page;
  const { manifest } = view.bundle;
  const name = region === null ? words.text('pocket.all') : regionName(region, manifest.grouping, words.language);
  const siteName = inLanguage(site.name, words.language);
  const title = words.text('pocket.title', { name });
  const years = [...manifest.periods].reverse();
  const figures = new Map(years.map((period) => [period, figuresOf(page, region, period)] as const));
  const caveats = [...new Set([...figures.values()].flat().flatMap((figure) => figure.caveats))];
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
              <nav class="years" aria-label={words.text('pocket.years')}>
                <ul>
                  {years.map((period) => (
                    <li key={period}>
                      <a href={`#y${period}`}>{period}</a>
                    </li>
                  ))}
                </ul>
              </nav>
              {region !== null && <PlaceSaid name={name} />}
            </Opening>
            {years.map((period) => (
              <PocketYear key={period} page={page} name={name} period={period} figures={figures.get(period) ?? []} />
            ))}
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

function PocketYear({
  page,
  name,
  period,
  figures,
}: {
  readonly page: Page;
  readonly name: string;
  readonly period: string;
  readonly figures: readonly Figure[];
}) {
  const { words } = page;
  const kinds = ([null, 'identified', 'origin'] as const).map((kind) => ({
    kind,
    own: figures.filter(({ place }) => (place?.kind ?? null) === kind),
  }));
  return (
    <Wide id={`y${period}`} title={words.text('pocket.year', { name, period })}>
      {figures.length === 0 && <p class="empty">{words.text('place.none')}</p>}
      {kinds.map(
        ({ kind, own }) =>
          own.length > 0 && (
            <FigureTable
              key={kind}
              caption={words.text(kind === null ? 'pocket.table' : `place.${kind}.table`, { period })}
              first={words.text('table.figure')}
              figures={own}
              nameOf={(figure) => figureName(page, figure)}
              links={false}
            />
          ),
      )}
      {figures.length > 0 && (
        <>
          <h3>{words.text('pocket.sentences', { period })}</h3>
          <ul>
            {figures.map((figure) => (
              <li key={figure.id} data-figure={figure.id}>
                {sentenceOf(page, figure, 'short')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Wide>
  );
}

// A region's share among all records and what its records look like; for all places, every figure of the pool.
function figuresOf({ view }: Page, region: string | null, period: string): readonly Figure[] {
  if (region === null) return view.citable.filter((figure) => figure.period === period && figure.group === null);
  const kinds = ['identified', 'origin'] as const;
  const shares = kinds.flatMap((kind) => findFigure(view.citable, `${kind}.${region}`, period, null) ?? []);
  const own = kinds.flatMap((kind) => view.ofPlace(kind, region, period).filter(({ group }) => group === null));
  return [...shares, ...own];
}
