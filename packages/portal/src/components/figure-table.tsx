import type { Figure } from '@casebridge/figures/types';
import { anchorOf, baseText, figurePath, intervalText, whyOf } from './figure-text.ts';
import { type Absence, absenceOf, Mark, MarkLegend } from './marks.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

interface FigureTableProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly figures: readonly Figure[];
  readonly nameOf: (figure: Figure) => string;
  readonly here?: string;
  /** Gives each row an address on the page. */
  readonly anchors?: boolean;
  readonly links?: boolean;
}

/** Figures as rows: value, 95 % interval, base, unknown share and release, with the marks used explained below. */
export function FigureTable({ caption, first, figures, nameOf, here, anchors, links = true }: FigureTableProps) {
  const page = usePage();
  const { words, format } = page;
  const withheld = figures.filter(({ value }) => value === null).map(absenceOf);
  const noBase = figures.some(({ base }) => base === null);
  const used = [...new Set<Absence>(withheld)];
  const example = page.view.bundle.manifest.example;
  return (
    <div>
      <Scroll label={caption}>
        <table class="figures">
          <caption>
            {caption} {example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" class="num">
                {words.text('table.value')}
              </th>
              <th scope="col" class="num">
                {words.text('table.interval')}
              </th>
              <th scope="col" class="num">
                {words.text('table.base')}
              </th>
              <th scope="col" class="num">
                {words.text('table.unknown')}
              </th>
              <th scope="col" class="num">
                {words.text('table.release')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr
                key={figure.id}
                data-figure={figure.id}
                {...(figure.id === here && { class: 'here' })}
                {...(anchors && { id: anchorOf(figure) })}
              >
                <th scope="row">
                  {links && figure.id !== here ? (
                    <a href={page.to(figurePath(figure))}>{nameOf(figure)}</a>
                  ) : (
                    nameOf(figure)
                  )}
                </th>
                <td class="num strong">
                  {figure.value === null ? (
                    <Mark absence={absenceOf(figure)} why={whyOf(page, figure)} />
                  ) : (
                    format.figure(figure)
                  )}
                </td>
                <td class={figure.value === null ? 'num worded' : 'num'}>{intervalText(page, figure)}</td>
                <td class="num">{figure.base === null ? words.text('table.none') : format.about(figure.base)}</td>
                <td class="num">{figure.unknown === null ? words.text('table.none') : format.share(figure.unknown)}</td>
                <td class="num">{figure.release.sequence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <MarkLegend used={used} />
      {noBase && figures.every(({ base }) => base === null) && <p class="note">{words.text('table.none.note')}</p>}
      {figures.length > 0 && baseText(page, figures[0] as Figure) !== '' && (
        <p class="note">{words.text('table.base.note')}</p>
      )}
    </div>
  );
}
