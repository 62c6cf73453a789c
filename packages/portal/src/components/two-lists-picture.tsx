import {
  distanceFor,
  firstStep,
  missedSteps,
  radii,
  sharedSteps,
  twoListEstimate,
  twoLists,
} from '../model/two-lists.ts';
import { type Page, usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

const [width, height] = [300, 150] as const;

/**
 * The idea in two circles. Every state stands in the table; with script two sliders go through it, and the circles move.
 */
export function TwoListsPicture() {
  const page = usePage();
  const { words, format } = page;
  const lists = { a: format.count(twoLists.a), b: format.count(twoLists.b) };
  const missedText = (missed: number) => words.text('prevalence.try.share', { missed: format.count(missed) });
  return (
    <div class="pair two-lists" data-two-lists>
      <div>
        <Circles
          shared={sharedSteps[firstStep.shared]}
          label={words.text('prevalence.try.picture')}
          names={[words.text('prevalence.try.a'), words.text('prevalence.try.b')]}
        />
        <p class="two-lists-said" data-said aria-live="polite">
          {sentence(page, sharedSteps[firstStep.shared], missedSteps[firstStep.missed])}
        </p>
        <div class="two-lists-sliders" data-sliders hidden>
          <label>
            <span>{words.text('prevalence.try.shared')}</span> <b data-shared-text />
            <input
              type="range"
              data-shared
              min="0"
              max={sharedSteps.length - 1}
              step="1"
              value={firstStep.shared}
              aria-valuetext={format.count(sharedSteps[firstStep.shared])}
            />
          </label>
          <label>
            <span>{words.text('prevalence.try.missed')}</span> <b data-missed-text />
            <input
              type="range"
              data-missed
              min="0"
              max={missedSteps.length - 1}
              step="1"
              value={firstStep.missed}
              aria-valuetext={missedText(missedSteps[firstStep.missed])}
            />
          </label>
        </div>
        <p class="note">{words.text('prevalence.try.note')}</p>
      </div>
      <Scroll label={words.text('prevalence.try.table', lists)}>
        <table class="figures" data-part="worked">
          <caption>
            {words.text('prevalence.try.table', lists)}{' '}
            {page.view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('prevalence.try.shared')}</th>
              {missedSteps.map((missed) => (
                <th key={missed} scope="col" class="num" data-missed-step={missedText(missed)}>
                  {words.text('prevalence.try.column', { missed: format.count(missed) })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sharedSteps.map((shared) => (
              <tr key={shared} data-apart={distanceFor(shared)}>
                <th scope="row">{format.count(shared)}</th>
                {missedSteps.map((missed) => (
                  <td key={missed} class="num" data-sentence={sentence(page, shared, missed)}>
                    {format.count(twoListEstimate(shared, missed).estimate)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Circles({
  shared,
  label,
  names,
}: {
  readonly shared: number;
  readonly label: string;
  readonly names: readonly [a: string, b: string];
}) {
  const [a, b] = placesFor(distanceFor(shared));
  const middle = height / 2 + 6;
  return (
    <svg class="circles" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} data-circles={width}>
      <circle class="list-a" cx={a} cy={height / 2} r={Math.round(radii.a * 10) / 10} />
      <circle class="list-b" cx={b} cy={height / 2} r={Math.round(radii.b * 10) / 10} />
      {/* In the half that the other circle does not reach, and moved with its own. */}
      <text x={a} dx={Math.round(-radii.a / 2)} y={middle}>
        {names[0]}
      </text>
      <text x={b} dx={Math.round(radii.b / 2)} y={middle}>
        {names[1]}
      </text>
    </svg>
  );
}

function placesFor(apart: number): readonly [a: number, b: number] {
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(width / 2 - apart / 2), round(width / 2 + apart / 2)];
}

function sentence({ words, format }: Page, shared: number, missed: number): string {
  const { found, estimate, unseen } = twoListEstimate(shared, missed);
  const numbers = { a: twoLists.a, b: twoLists.b, shared, found, estimate, unseen };
  return words.text(
    'prevalence.try.said',
    Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, format.count(value)])),
  );
}
