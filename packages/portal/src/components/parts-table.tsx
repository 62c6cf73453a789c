import type { Figure } from '@casebridge/figures/types';
import { isDeclared } from './figure-text.ts';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { Wide } from './wide.tsx';

/** What a figure is made of: a change by contributors, children by purpose, a declared total beside the records held. */
export function PartsTable({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, view } = page;
  if (figure.parts.length === 0) return null;
  const own = words.has(`made-of.${figure.family}.title`) ? figure.family : 'any';
  return (
    <Wide id="made-of" title={words.text(`made-of.${own}.title`)}>
      <div class="pair even">
        <p>{words.text(`made-of.${own}.text`)}</p>
        <Scroll label={words.text('made-of.table')}>
          <table class="figures" data-figure={figure.id}>
            <caption>
              {words.text('made-of.table')}{' '}
              {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.text('made-of.part')}</th>
                <th scope="col" class="num">
                  {words.text('table.value')}
                </th>
                <th scope="col" class="num">
                  {words.text('table.interval')}
                </th>
              </tr>
            </thead>
            <tbody>
              {figure.parts.map((part) => {
                const unit = unitOf(figure, part.key, part.value);
                return (
                  <tr key={part.key}>
                    <th scope="row">{page.figureWords.part(part.key)}</th>
                    <td class="num strong">
                      {part.key === 'declared' ? page.format.count(part.value) : page.format.value(part.value, unit)}
                    </td>
                    <td class="num">
                      {part.interval[0] === part.interval[1]
                        ? words.text('figure.declared')
                        : page.format.range(part.interval[0], part.interval[1], unit)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      </div>
    </Wide>
  );
}

// The records held come with a declared total (a count) and their ratio (a share of it).
function unitOf(figure: Figure, key: string, value: number): Figure['unit'] {
  if (figure.unit === 'records' || figure.unit === 'persons') return key.includes('ratio') ? 'share' : 'records';
  if (isDeclared(figure)) return figure.unit;
  return figure.unit === 'share' && value > 1.5 ? 'records' : figure.unit;
}
