import { Mark } from '../components/marks.tsx';
import { usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { cellName } from '../model/cell-name.ts';
import { endName, placePath } from './route-names.ts';
import { type PlaceRoutes, type Route, type RouteYear, routeWhere, unknownEnd } from './routes.ts';

interface ListProps {
  readonly year: RouteYear;
  readonly routes: PlaceRoutes;
  readonly places: readonly string[];
  readonly title: string;
  readonly name: string;
}

/** A place's routes as a table: arriving, leaving, within; in the order of the code list. */
export function RouteList({ year, routes, places, title, name }: ListProps) {
  const page = usePage();
  const { words, view } = page;
  const isLong = routes.arriving.length + routes.leaving.length > 40;
  // Where ends are countries, those that cannot be told from none are too many to list.
  const listed = (all: readonly Route[]) => all.filter(({ state }) => !isLong || state === 'number');
  const groups = [
    { key: 'arriving', routes: listed(routes.arriving), end: ({ from }: Route) => from, side: year.table.from },
    { key: 'leaving', routes: listed(routes.leaving), end: ({ to }: Route) => to, side: year.table.to },
    { key: 'within', routes: routes.within ? [routes.within] : [], end: ({ to }: Route) => to, side: year.table.to },
  ].filter((group) => group.routes.length > 0);
  return (
    <Scroll label={title}>
      <table class="map-table" data-table={`${year.table.from.variable} ${year.table.to.variable}`}>
        <caption>
          {title} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('routes.column.end')}</th>
            <th scope="col" class="num">
              {words.text('map.column.records')}
            </th>
            <th scope="col" class="num">
              {words.text('table.interval')}
            </th>
          </tr>
        </thead>
        {groups.map(({ key, routes: rows, end, side }) => (
          <tbody key={key}>
            <tr class="group">
              <th scope="rowgroup" colSpan={3}>
                {words.text(`routes.${key}`, { name })}
              </th>
            </tr>
            {rows.map((route) => (
              <Row
                key={end(route)}
                route={route}
                cell={cellName(year.period, routeWhere(view.answers, year.table, route.from, route.to))}
                name={endName(page, side, end(route))}
                href={
                  key !== 'within' && end(route) !== unknownEnd && places.includes(end(route))
                    ? page.to(placePath(end(route), year.period))
                    : null
                }
              />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

interface RowProps {
  readonly route: Route;
  readonly cell: string;
  readonly name: string;
  readonly href: string | null;
}

function Row({ route, cell, name, href }: RowProps) {
  const { format } = usePage();
  return (
    <tr data-cell={cell}>
      <th scope="row">{href === null ? name : <a href={href}>{name}</a>}</th>
      <td class="num strong">{route.state === 'number' ? format.about(route.value) : <Mark absence="low" />}</td>
      <td class="num">{format.range(route.low, route.high, 'records')}</td>
    </tr>
  );
}
