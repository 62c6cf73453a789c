import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';
import { Wide } from './wide.tsx';

/** What else a change could come from, beside who was there: late records, mapping and standard, method, protection. */
export function ChangeReasons({ figure }: { readonly figure: Figure }) {
  const { words, view, releases, format } = usePage();
  if (figure.unit !== 'change' || figure.value === null || figure.source === null) return null;
  const batches = (cohorts: readonly string[]) =>
    view.answers.cohorts.filter(({ id }) => cohorts.includes(id)).map(({ batch }) => batch);
  const now = batches(figure.source.cohorts);
  const before = batches(figure.source.earlierCohorts ?? []);
  const measuredIn = [...new Set([...before, ...now])];
  const manifests = measuredIn.map(
    (batch) => releases.find(({ bundle }) => bundle.manifest.sequence === batch)?.bundle.manifest,
  );
  const alike = (of: 'standard' | 'policy') => {
    const found = manifests.map((manifest) => manifest?.[of]);
    if (found.includes(undefined)) return 'unknown';
    return new Set(found).size === 1 ? 'same' : 'other';
  };
  const [low, high] = figure.interval ?? [0, 0];
  return (
    <Wide id="what-else" title={words.text('else.title')}>
      <dl class="parts">
        <div>
          <dt>{words.text('else.late')}</dt>
          <dd>{words.text('else.late.text')}</dd>
        </div>
        <div>
          <dt>{words.text('else.mapping')}</dt>
          <dd>{words.text(`else.mapping.${alike('standard')}`)}</dd>
        </div>
        <div>
          <dt>{words.text('else.method')}</dt>
          <dd>{words.text(`else.method.${alike('policy')}`)}</dd>
        </div>
        <div>
          <dt>{words.text('else.protection')}</dt>
          <dd>{words.text('else.protection.text', { interval: format.range(low, high, 'change') })}</dd>
        </div>
      </dl>
    </Wide>
  );
}
