import type { CoverageStatement } from '@casebridge/figures/types';
import { codesOf } from '@casebridge/standard';
import { coverageRibbon } from '../charts/coverage-ribbon.ts';
import { Chart } from './chart.tsx';
import { Mark, MarkLegend } from './marks.tsx';
import { type Page, usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

/** Who contributed when, and in how many countries: the picture and its table. */
export function CoverageStrip() {
  const page = usePage();
  const { words, view, format } = page;
  const { periods, example } = view.bundle.manifest;
  const { contributors } = view.bundle.coverage;
  const rows = contributors.map((statement) => ({
    key: statement.id,
    label: contributorName(page, statement),
    years: periods
      .filter((period) => statement.activeYears.includes(Number(period)))
      .map((period) => ({ period, countries: statement.countries[period]?.length ?? null })),
  }));
  const years = (activeYears: readonly number[]) => {
    const [low, high] = [String(Math.min(...activeYears)), String(Math.max(...activeYears))];
    if (activeYears.length === 0) return '';
    return low === high ? low : words.text('range', { low, high });
  };
  const description = contributors
    .map((statement) => `${contributorName(page, statement)}: ${years(statement.activeYears)}`)
    .join('; ');
  return (
    <>
      <p class="intro">{words.text('coverage.intro')}</p>
      <div class="pair">
        <Chart
          id="coverage-chart"
          memo="coverage"
          title={words.text('coverage.chart')}
          description={description}
          draw={(frame) => coverageRibbon(rows, frame, { periods, write: format.count })}
        />
        <div>
          <Scroll label={words.text('coverage.table')}>
            <table data-part="coverage">
              <caption>
                {words.text('coverage.table')} {example && <span class="not-real">{words.text('example')}</span>}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{words.text('coverage.contributor')}</th>
                  <th scope="col">{words.text('coverage.kind')}</th>
                  <th scope="col" class="num">
                    {words.text('coverage.years')}
                  </th>
                  <th scope="col" class="num">
                    {words.text('coverage.declared', { year: view.newest })}
                  </th>
                </tr>
              </thead>
              <tbody>
                {contributors.map((statement) => (
                  <tr key={statement.id}>
                    <th scope="row">
                      <a href={page.to(`contributors/${statement.id}/`)}>{contributorName(page, statement)}</a>
                    </th>
                    <td>{sourceKindName(statement.sourceKind, words.language)}</td>
                    <td class="num">{years(statement.activeYears)}</td>
                    <td class="num">
                      <Declared statement={statement} period={view.newest} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <MarkLegend
            used={contributors.some(({ assisted }) => assisted[view.newest] === undefined) ? ['no_contributor'] : []}
          />
          <p class="note">{words.text('coverage.note')}</p>
        </div>
      </div>
    </>
  );
}

function Declared({ statement, period }: { readonly statement: CoverageStatement; readonly period: string }) {
  const { format } = usePage();
  const total = statement.assisted[period];
  return total === undefined ? <Mark absence="no_contributor" /> : format.count(total);
}

/** A contributor's public name; a neutral one for those who stay unnamed. */
export function contributorName(page: Pick<Page, 'words'>, { id, name }: CoverageStatement): string {
  return name ?? page.words.text('coverage.unnamed', { id });
}

/** What kind of source a contributor is, in words. */
export function sourceKindName(kind: string, language: string): string {
  const labels = codesOf('source_kind').find(({ code }) => code === kind)?.labels;
  return labels?.[language] ?? labels?.en ?? kind;
}
