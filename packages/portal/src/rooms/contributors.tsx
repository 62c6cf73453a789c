import type { CoverageStatement } from '@casebridge/figures/types';
import { country } from '@casebridge/standard';
import type { OpenRoom } from '../bake/room-set.ts';
import { coverageRibbon } from '../charts/coverage-ribbon.ts';
import { Chart } from '../components/chart.tsx';
import { CoverageStrip, contributorName, sourceKindName } from '../components/coverage-strip.tsx';
import { Mark, MarkLegend } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { presenceIn } from '../map/presence.ts';
import { shippedCrosswalks } from '../model/crosswalks.ts';
import { howAsked, isAsked, variableGroups } from '../model/variable-groups.ts';
import { inLanguage } from '../site/site-file.ts';
import { describedName, variablePath } from './codebook-variable.tsx';
import { crosswalkPath } from './crosswalks.tsx';

/** The contributors together, and a page for each. */
export const contributorsRoom: OpenRoom = ({ view }) => ({
  pages: [
    { path: 'contributors/', room: contributors },
    ...view.bundle.coverage.contributors.map((statement) => ({
      path: contributorPath(statement),
      room: (page: Page) => contributorPage(page, statement),
    })),
  ],
  entries: [{ path: 'contributors/', group: 'about' }],
});

function contributorPath({ id }: Pick<CoverageStatement, 'id'>): string {
  return `contributors/${id}/`;
}

/** Who contributes, when and where. */
function contributors(page: Page): Room {
  return {
    title: page.words.text('contributors.title'),
    description: page.words.text('contributors.lede'),
    body: <Contributors />,
    styles: ['records'],
  };
}

function Contributors() {
  const page = usePage();
  const { words, view } = page;
  const all = view.bundle.coverage.contributors;
  return (
    <>
      <Opening title={words.text('contributors.title')}>
        <p class="lede">{words.text('contributors.lede')}</p>
        <p>
          {words.text('contributors.now', {
            active: all.filter(({ activeYears }) => activeYears.includes(Number(view.newest))).length,
            count: all.length,
            year: view.newest,
            countries: presenceIn(view, view.newest).size,
            sequence: view.bundle.manifest.sequence,
          })}
        </p>
      </Opening>
      <Wide id="coverage" title={words.text('contributors.coverage')}>
        <CoverageStrip />
      </Wide>
      <Wide id="each" title={words.text('contributors.each')}>
        <div class="rooms-grid">
          {view.bundle.coverage.contributors.map((statement) => (
            <article key={statement.id} class="card">
              <h3>
                <a href={page.to(contributorPath(statement))}>{contributorName(page, statement)}</a>
              </h3>
              <p class="note">
                <span>{sourceKindName(statement.sourceKind, words.language)}</span>
                <span>{yearsText(page, statement)}</span>
              </p>
            </article>
          ))}
        </div>
      </Wide>
      <Wide id="read" title={words.text('contributors.read')} tint>
        <ul class="reasons">
          {[1, 2, 3].map((line) => (
            <li key={line}>{words.text(`contributors.read.${line}`)}</li>
          ))}
        </ul>
      </Wide>
    </>
  );
}

/** What the contributor declares of the newest year it does: countries worked in, people assisted. */
function Newest({ statement: { countries, assisted } }: { readonly statement: CoverageStatement }) {
  const { words } = usePage();
  const year = [...Object.keys(countries), ...Object.keys(assisted)].sort().at(-1);
  if (year === undefined) return null;
  const list = [
    ...(countries[year] ? [words.text('contributor.newest.countries', { count: countries[year].length })] : []),
    ...(assisted[year] === undefined
      ? []
      : [words.text('contributor.newest.assisted', { count: Number(assisted[year]) })]),
  ];
  return <p>{words.text('contributor.newest', { year, list: list.join(words.text('map.comma')) })}</p>;
}

function yearsText({ words }: Page, { activeYears }: CoverageStatement): string {
  if (activeYears.length === 0) return words.text('table.none');
  const [low, high] = [String(Math.min(...activeYears)), String(Math.max(...activeYears))];
  return low === high ? low : words.text('range', { low, high });
}

/** One contributor: when and where it worked, what it asks, how to reach it and how to withdraw. */
function contributorPage(page: Page, statement: CoverageStatement): Room {
  const name = contributorName(page, statement);
  return {
    title: name,
    description: page.words.text('contributor.description', { name }),
    body: <Contributor statement={statement} />,
    styles: ['records'],
  };
}

function Contributor({ statement }: { readonly statement: CoverageStatement }) {
  const page = usePage();
  const { words, site } = page;
  const name = contributorName(page, statement);
  const own = site.contributors[statement.id];
  const caveats = own?.caveats === undefined ? '' : inLanguage(own.caveats, words.language);
  const kind = `contributor.kind.${statement.sourceKind}`;
  return (
    <>
      <Opening kicker={<a href={page.to('contributors/')}>{words.text('contributors.title')}</a>} title={name}>
        <p class="lede">
          {words.text('contributor.lede', {
            kind: sourceKindName(statement.sourceKind, words.language),
            years: yearsText(page, statement),
          })}
        </p>
        <Newest statement={statement} />
        {own?.page && (
          <p class="note">
            <a href={own.page} rel="noreferrer noopener">
              {own.page.replace(/^https:\/\//, '')}
            </a>
          </p>
        )}
      </Opening>
      <Wide id="work" title={words.text('contributor.work')}>
        <Work statement={statement} />
      </Wide>
      <Wide id="asks" title={words.text('contributor.asks')}>
        <Asks statement={statement} />
      </Wide>
      <Wide id="caveats" title={words.text('contributor.caveats')} tint>
        <ul class="reasons">
          {[caveats, statement.note ?? ''].map(
            (text) =>
              text !== '' && (
                <li key={text}>
                  <span dir="auto">{text}</span>
                </li>
              ),
          )}
          {words.has(kind) && <li>{words.text(kind)}</li>}
          <li>{words.text('contributor.caveats.declared')}</li>
        </ul>
      </Wide>
      <Wide id="mapping" title={words.text('contributor.mapping')}>
        <div class="prose">
          <p>{words.text('contributor.mapping.text')}</p>
          <p>
            <MappingLink id={own?.crosswalk} />
          </p>
        </div>
      </Wide>
      <Wide id="withdraw" title={words.text('contributor.withdraw')}>
        <div class="prose">
          <p>{words.text('contributor.withdraw.text')}</p>
          {own?.withdrawal !== undefined && <p>{inLanguage(own.withdrawal, words.language)}</p>}
          <p>
            {own?.email ? (
              <a href={`mailto:${own.email}`}>{own.email}</a>
            ) : (
              words.text('contributor.no-contact', {
                organisation: inLanguage(site.contact.organisation, words.language),
              })
            )}{' '}
            {!own?.email && site.contact.email && <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>}
          </p>
          <p>
            <a href={page.to('your-data/')}>{words.text('nav.your-data')}</a>
          </p>
        </div>
      </Wide>
    </>
  );
}

function MappingLink({ id }: { readonly id: string | undefined }) {
  const page = usePage();
  const found = shippedCrosswalks().find((each) => each.id === id);
  return found ? (
    <a href={page.to(crosswalkPath(found.id))}>{page.words.text(`crosswalk.of.${found.id}`)}</a>
  ) : (
    <a href={page.to('data/crosswalks/')}>{page.words.text('crosswalk.link')}</a>
  );
}

function Work({ statement }: { readonly statement: CoverageStatement }) {
  const page = usePage();
  const { words, view, format } = page;
  const { periods, example } = view.bundle.manifest;
  const name = contributorName(page, statement);
  const years = periods.filter((period) => statement.activeYears.includes(Number(period)));
  const countries = (period: string) => statement.countries[period]?.length ?? null;
  const silent = periods.some(
    (period) => !years.includes(period) || countries(period) === null || statement.assisted[period] === undefined,
  );
  return (
    <>
      <div class="pair">
        <Chart
          id="ribbon"
          title={words.text('coverage.chart')}
          description={`${name}: ${years.map((period) => `${period}: ${countries(period) ?? '–'}`).join('; ')}`}
          draw={(frame) =>
            coverageRibbon(
              [
                {
                  key: statement.id,
                  label: name,
                  years: years.map((period) => ({ period, countries: countries(period) })),
                },
              ],
              frame,
              { periods, write: format.count },
            )
          }
        />
        <div>
          <Scroll label={words.text('contributor.table')}>
            <table class="slim" data-part="coverage">
              <caption>
                {words.text('contributor.table')} {example && <span class="not-real">{words.text('example')}</span>}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{words.text('table.year')}</th>
                  <th scope="col" class="num">
                    {words.text('contributor.countries')}
                  </th>
                  <th scope="col" class="num">
                    {words.text('contributor.assisted')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {periods.map((period) => {
                  const assisted = statement.assisted[period];
                  const active = years.includes(period);
                  const at = countries(period);
                  return (
                    <tr key={period}>
                      <th scope="row">{period}</th>
                      <td class="num">
                        {active && at !== null ? format.count(at) : <Mark absence="no_contributor" />}
                      </td>
                      <td class="num">
                        {active && assisted !== undefined ? format.count(assisted) : <Mark absence="no_contributor" />}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
          <MarkLegend used={silent ? ['no_contributor'] : []} />
          <p class="note">{words.text('contributor.declared')}</p>
        </div>
      </div>
      <Countries statement={statement} />
    </>
  );
}

function Countries({ statement }: { readonly statement: CoverageStatement }) {
  const { words } = usePage();
  const newest = Object.keys(statement.countries).sort().at(-1);
  const codes = newest === undefined ? [] : (statement.countries[newest] ?? []);
  if (newest === undefined || codes.length === 0) return null;
  const order = new Intl.Collator(words.locale);
  const names = codes.map((iso3) => {
    const labels = country(iso3)?.labels;
    return labels?.[words.language] ?? labels?.en ?? iso3;
  });
  return (
    <details class="more">
      <summary>{words.text('contributor.where', { count: codes.length, year: newest })}</summary>
      <p>{names.sort(order.compare).join(' · ')}</p>
      <p class="note">{words.text('contributor.where.note')}</p>
    </details>
  );
}

function Asks({ statement }: { readonly statement: CoverageStatement }) {
  const page = usePage();
  const { words, view } = page;
  const groups = variableGroups(view.bundle.codebook).filter(({ id }) => isAsked(id));
  return (
    <>
      <Scroll label={words.text('contributor.asks.table')}>
        <table class="slim">
          <caption>
            {words.text('contributor.asks.table')}{' '}
            {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('contributor.question')}</th>
              <th scope="col">{words.text('codebook.asks')}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">
                  <a href={page.to(variablePath(group.id))}>{describedName(page, group)}</a>
                </th>
                <td>{words.text(`asks.${howAsked(statement, group.id) ?? 'silent'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">
        <a href={page.to('data/missingness/')}>{words.text('missingness.link')}</a>
      </p>
    </>
  );
}
