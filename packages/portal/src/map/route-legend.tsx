import { usePage } from '../components/page.ts';

interface LegendProps {
  readonly name: string;
  /** Where each width begins, narrowest first. */
  readonly steps: readonly number[];
  readonly within: boolean;
}

/** What colours, dashes and widths of lines mean. */
export function RouteLegend({ name, steps, within }: LegendProps) {
  const { words, format } = usePage();
  return (
    <div class="route-legend">
      <ul>
        {(['arriving', 'leaving'] as const).map((kind) => (
          <li key={kind}>
            <Line kind={`${kind} w1`} />
            <span>{words.text(`routes.${kind}`, { name })}</span>
          </li>
        ))}
        <li>
          <Line kind="arriving w1 of-unknown" />
          <span>{words.text('routes.dashed')}</span>
        </li>
        {within && (
          <li>
            <Line kind="within w1" />
            <span>{words.text('routes.loop')}</span>
          </li>
        )}
      </ul>
      <ul>
        {steps.map((step, at) => (
          <li key={step}>
            <Line kind={`plain w${at}`} />
            <span>
              {at === 0
                ? words.text('routes.width.under', { to: format.count(steps[1] ?? step) })
                : at === steps.length - 1
                  ? words.text('routes.width.over', { from: format.count(step) })
                  : words.text('routes.width', { from: format.count(step), to: format.count(steps[at + 1] ?? step) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ kind }: { readonly kind: string }) {
  return (
    <svg class="swatch world" viewBox="0 0 36 14" aria-hidden="true">
      <g class={`routes ${kind}`}>
        {kind.startsWith('within') ? (
          <circle class="line" cx="18" cy="7" r="5.5" />
        ) : (
          <path class="line" d="M2,10Q18,1 34,8" />
        )}
      </g>
    </svg>
  );
}
