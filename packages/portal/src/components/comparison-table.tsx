import type { Figure } from '@casebridge/figures/types';
import { figurePath, figureShortName, groupName, intervalText } from './figure-text.ts';
import { type Absence, absenceOf, Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

interface ComparisonProps {
  readonly caption: string;
  /** Groups of columns: the pool first. */
  readonly groups: readonly (string | null)[];
  readonly figures: readonly Figure[];
}

/** Figures of one topic as rows, with value, interval, base and unknown share for each group of contributors. */
export function ComparisonTable({ caption, groups, figures }: ComparisonProps) {
  const page = usePage();
  const { words, view } = page;
  const families = [...new Set(figures.map(({ family }) => family))];
  const find = (family: string, group: string | null) =>
    figures.find((figure) => figure.family === family && figure.group === group);
  const used = [...new Set<Absence>(figures.filter(({ value }) => value === null).map(absenceOf))];
  return (
    <>
      <Scroll label={caption}>
        <table class="figures compared">
          <caption class="unseen">
            {caption} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <td />
              {groups.map((group) => (
                <th key={group} scope="colgroup" colSpan={3}>
                  {groupName(page, group)}{' '}
                  {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
                </th>
              ))}
            </tr>
            <tr>
              <th scope="col">{words.text('table.figure')}</th>
              {groups.map((group) => (
                <Headings key={group} />
              ))}
            </tr>
          </thead>
          <tbody>
            {families.map((family) => {
              const named = find(family, null) ?? figures.find((figure) => figure.family === family);
              return (
                <tr key={family}>
                  <th scope="row">{named && figureShortName(page, named)}</th>
                  {groups.map((group) => (
                    <Cells key={group} figure={find(family, group)} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <MarkLegend used={used} />
    </>
  );
}

function Headings() {
  const { words } = usePage();
  return (
    <>
      <th scope="col" class="num">
        {words.text('table.value.interval')}
      </th>
      <th scope="col" class="num">
        {words.text('table.base')}
      </th>
      <th scope="col" class="num">
        {words.text('table.unknown')}
      </th>
    </>
  );
}

function Cells({ figure }: { readonly figure: Figure | undefined }) {
  const page = usePage();
  const { words, format } = page;
  if (!figure) {
    return (
      <>
        <td class="num">
          <Mark absence="not_collected" />
        </td>
        <td class="num">{words.text('table.none')}</td>
        <td class="num">{words.text('table.none')}</td>
      </>
    );
  }
  return (
    <>
      <td class="num" data-figure={figure.id}>
        <a href={page.to(figurePath(figure))}>
          {figure.value === null ? <Mark absence={absenceOf(figure)} /> : <b>{format.figure(figure)}</b>}
        </a>
        <small>{figure.value === null ? '' : intervalText(page, figure)}</small>
      </td>
      <td class="num" data-figure={figure.id}>
        {figure.base === null ? words.text('table.none') : format.about(figure.base)}
      </td>
      <td class="num" data-figure={figure.id}>
        {figure.unknown === null ? words.text('table.none') : format.share(figure.unknown)}
      </td>
    </>
  );
}
