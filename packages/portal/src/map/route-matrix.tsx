import { Mark, MarkLegend } from '../components/marks.tsx';
import { usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { cellName } from '../model/cell-name.ts';
import { countSteps } from './classes.ts';
import { endName, placePath } from './route-names.ts';
import { type RouteYear, routeWhere, unknownEnd } from './routes.ts';

/** Every route of a year at once: rows are origins, columns where people were identified; the darker, the more records. */
export function RouteMatrix({ year, places }: { readonly year: RouteYear; readonly places: readonly string[] }) {
  const page = usePage();
  const { words, view, format } = page;
  const title = words.text('routes.matrix', { period: year.period });
  const used = (end: string, side: 'from' | 'to') =>
    end === unknownEnd ||
    (side === 'from' ? year.tos : year.froms).some(
      (other) => (side === 'from' ? year.route(end, other) : year.route(other, end))?.state === 'number',
    );
  const froms = year.froms.filter((end) => used(end, 'from'));
  const tos = year.tos.filter((end) => used(end, 'to'));
  const all = froms.flatMap((from) => tos.map((to) => year.route(from, to)?.value ?? 0));
  const steps = countSteps(Math.max(...all));
  const shade = (value: number) => `s${steps.filter((step) => value >= step).length - 1}`;
  return (
    <>
      <Scroll label={title}>
        <table class="route-matrix" data-table={`${year.table.from.variable} ${year.table.to.variable}`}>
          <caption>
            {title} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('routes.matrix.corner')}</th>
              {tos.map((to) => (
                <th key={to} scope="col">
                  {places.includes(to) ? (
                    <a href={page.to(placePath(to, year.period))}>{endName(page, year.table.to, to)}</a>
                  ) : (
                    endName(page, year.table.to, to)
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {froms.map((from) => (
              <tr key={from}>
                <th scope="row">{endName(page, year.table.from, from)}</th>
                {tos.map((to) => {
                  const route = year.route(from, to);
                  return (
                    <td
                      key={to}
                      data-cell={cellName(year.period, routeWhere(view.answers, year.table, from, to))}
                      {...(route?.state === 'number' && { class: shade(route.value) })}
                    >
                      {route?.state === 'number' ? (
                        <>
                          <b>{format.about(route.value)}</b>
                          <small>{format.range(route.low, route.high, 'records')}</small>
                        </>
                      ) : (
                        <Mark absence="low" />
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <MarkLegend used={['low']} />
    </>
  );
}
