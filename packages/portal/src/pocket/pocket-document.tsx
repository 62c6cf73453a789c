import type { Figure } from '@casebridge/figures/types';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName, sentenceOf } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { PlaceSaid } from '../components/place-said.tsx';
import { Wide } from '../components/wide.tsx';
import { regionName } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { PocketFrame } from './pocket-frame.tsx';

interface PocketProps {
  readonly page: Page;
  /** Null for the edition of all places. */
  readonly region: string | null;
  readonly style: string;
}

/** Every figure of a region, or of all places, by year. */
export function PocketDocument({ page, region, style }: PocketProps) {
  const { words, view } = page;
  const { manifest } = view.bundle;
  const name = region === null ? words.text('pocket.all') : regionName(region, manifest.grouping, words.language);
  const years = [...manifest.periods].reverse();
  const figures = new Map(years.map((period) => [period, figuresOf(page, region, period)] as const));
  return (
    <PocketFrame
      page={page}
      name={name}
      style={style}
      caveats={[...new Set([...figures.values()].flat().flatMap((figure) => figure.caveats))]}
      opening={
        <>
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
        </>
      }
    >
      {years.map((period) => (
        <PocketYear key={period} page={page} name={name} period={period} figures={figures.get(period) ?? []} />
      ))}
    </PocketFrame>
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
