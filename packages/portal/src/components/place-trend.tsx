import { findFigure } from '../model/release-view.ts';
import { BreakNote } from './break-note.tsx';
import { figureBreaks } from './figure-breaks.ts';
import { FigureTable } from './figure-table.tsx';
import { figureName } from './figure-text.ts';
import { HistoryChart } from './history-chart.tsx';
import { usePage } from './page.ts';

/** A region's share of all records over the years, as place of identification and of origin, with the years its series break. */
export function PlaceTrend({ region }: { readonly region: string }) {
  const page = usePage();
  const { words, view } = page;
  return (
    <>
      {(['identified', 'origin'] as const).map((kind) => {
        const figure = findFigure(view.citable, `${kind}.${region}`, view.newest, null);
        if (!figure) return null;
        const breaks = figureBreaks(view, figure);
        return (
          <div class="pair" key={kind}>
            <HistoryChart figure={figure} id={`${kind}-years`} breaks={breaks.map(({ period }) => period)} brief />
            <div>
              <FigureTable
                caption={words.text('figure.history.table', { name: figureName(page, figure) })}
                first={words.text('table.year')}
                figures={view.series(figure)}
                nameOf={({ period }) => period}
              />
              {breaks.length > 0 && <BreakNote breaks={breaks} />}
            </div>
          </div>
        );
      })}
    </>
  );
}
