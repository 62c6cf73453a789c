import type { Figure } from '@casebridge/figures/types';
import { type UnknownStep, unknownDominates, unknownSteps } from '../model/unknown-steps.ts';
import { type Page, usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

const width = 400;

/**
 * A share from known answers only to all records: the range grows with the part of the unknowns that is counted in. All
 * steps stand in a table; with script a slider moves through its rows.
 */
export function BoundsPicture({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, format } = page;
  const steps = unknownSteps(figure);
  const last = steps.at(-1);
  if (!last || figure.value === null) return null;
  const at = (share: number) => {
    const along = Math.round(share * width * 10) / 10;
    return words.direction === 'rtl' ? width - along : along;
  };
  const band = ({ low, high }: UnknownStep) => {
    const [start, end] = [at(low), at(high)].sort((a, b) => a - b) as [number, number];
    return `M${start} 13H${end}`;
  };
  return (
    <div class="pair bounds" data-bounds data-figure={figure.id}>
      <div>
        <p class="bounds-said" data-bounds-said aria-live="polite">
          {sentenceAt(page, figure, last)}
        </p>
        <svg class="bounds-line" viewBox={`-6 0 ${width + 12} 26`} aria-hidden="true">
          <path class="bounds-all" d={`M0 13H${width}`} />
          <path d={band(last)} data-bounds-band />
          <circle cx={at(figure.value)} cy="13" r="6" />
        </svg>
        <p class="bounds-ends" aria-hidden="true">
          <span>{format.share(0)}</span>
          <span>{format.share(1)}</span>
        </p>
        <div class="bounds-slider" data-bounds-slider hidden>
          <label>
            {words.text('bounds.slider')}
            <input type="range" min="0" max={steps.length - 1} step="1" value={steps.length - 1} />
          </label>
          <p class="bounds-ends" aria-hidden="true">
            <span>{words.text('bounds.step.0')}</span>
            <span>{words.text('bounds.step.4')}</span>
          </p>
        </div>
        <p class="note">{words.text('bounds.noise', { interval: format.interval(figure) })}</p>
      </div>
      <Scroll label={words.text('bounds.table')}>
        <table class="figures bounds-table" data-figure={figure.id}>
          <caption>
            {words.text('bounds.table')}{' '}
            {page.view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('bounds.counted')}</th>
              <th scope="col" class="num">
                {words.text('bounds.out')}
              </th>
              <th scope="col" class="num">
                {words.text('bounds.in')}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => (
              <tr
                key={step.counted}
                data-band={band(step)}
                data-said={sentenceAt(page, figure, step)}
                {...(index === steps.length - 1 && { class: 'here' })}
              >
                <th scope="row">{words.text(`bounds.step.${index}`)}</th>
                <td class="num">{format.share(step.low)}</td>
                <td class="num">{format.share(step.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

// What may be said when so much of the unknown is counted in; the unknown comes first where it dominates.
function sentenceAt({ words, format }: Page, figure: Figure, { counted, low, high }: UnknownStep): string {
  const said = {
    value: format.figure(figure),
    unknown: format.share(figure.unknown ?? 0),
    low: format.share(low),
    high: format.share(high),
  };
  if (unknownDominates(figure)) return words.text(counted === 0 ? 'bounds.lead.known' : 'bounds.lead.range', said);
  if (counted === 0) return words.text('bounds.said.known', said);
  return words.text(counted === 1 ? 'bounds.said.all' : 'bounds.said.part', said);
}
