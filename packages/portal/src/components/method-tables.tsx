import type { ComponentChildren } from 'preact';
import { nearTruth, twentyIntervals } from '../charts/protection-pictures.ts';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

interface MethodPicture {
  readonly truth: number;
  readonly sd: number;
}

/** The picture of the noise as a table. */
export function NoiseTable({ truth, sd }: MethodPicture) {
  const { words, format } = usePage();
  return (
    <WorkedTable caption={words.text('methods.noise.table', { count: format.count(truth) })}>
      <thead>
        <tr>
          <th scope="col" class="num">
            {words.text('methods.noise.within')}
          </th>
          <th scope="col" class="num">
            {words.text('methods.noise.times')}
          </th>
        </tr>
      </thead>
      <tbody>
        {nearTruth({ sd }).map(({ reach, of100 }) => (
          <tr key={reach}>
            <th scope="row" class="num">
              {format.count(reach)}
            </th>
            <td class="num">{format.plain(Math.round(of100 * 10) / 10)}</td>
          </tr>
        ))}
      </tbody>
    </WorkedTable>
  );
}

/** The picture of the intervals as a table. */
export function IntervalTable({ truth, sd }: MethodPicture) {
  const { words, format } = usePage();
  return (
    <WorkedTable caption={words.text('methods.interval.table', { count: format.count(truth) })}>
      <thead>
        <tr>
          <th scope="col" class="num">
            {words.text('methods.interval.value')}
          </th>
          <th scope="col" class="num">
            {words.text('table.interval')}
          </th>
          <th scope="col">{words.text('methods.interval.holds')}</th>
        </tr>
      </thead>
      <tbody>
        {twentyIntervals({ truth, sd }).map(({ index, value, low, high, hit }) => (
          <tr key={index}>
            <th scope="row" class="num">
              {format.count(Math.round(value))}
            </th>
            <td class="num">
              {words.text('range', { low: format.count(Math.floor(low)), high: format.count(Math.ceil(high)) })}
            </td>
            <td>{words.text(hit ? 'methods.interval.yes' : 'methods.interval.no')}</td>
          </tr>
        ))}
      </tbody>
    </WorkedTable>
  );
}

// A table behind the picture that it says again.
function WorkedTable({ caption, children }: { readonly caption: string; readonly children: ComponentChildren }) {
  const { words, view } = usePage();
  return (
    <details class="more">
      <summary>{words.text('chart.as-table')}</summary>
      <Scroll label={caption}>
        <table data-part="worked">
          <caption>
            {caption} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          {children}
        </table>
      </Scroll>
    </details>
  );
}
