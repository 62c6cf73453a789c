import { countKinds, type PublishedCount, publishedCounts } from '../facts/published-counts.ts';
import { findFigure } from '../model/release-view.ts';
import { figurePath, intervalText } from './figure-text.ts';
import { absenceOf, Mark } from './marks.tsx';
import { type Page, usePage } from './page.ts';
import { publishedText, SourceLine } from './source-line.tsx';

/**
 * Counts that are often taken for one another, side by side: what each counts, what it leaves out, and why there is no
 * total. This release's own count stands with the caseloads; the others are published facts with their sources.
 */
export function DifferentCounts({ level = 2 }: { readonly level?: 2 | 3 }) {
  const { words } = usePage();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="counts">
      {countKinds.map((kind) => (
        <section key={kind} class="count-kind" aria-labelledby={`counts-${kind}`}>
          <Heading id={`counts-${kind}`}>{words.text(`counts.kind.${kind}`)}</Heading>
          {kind === 'assisted' && <OwnCount />}
          {publishedCounts
            .filter((count) => count.kind === kind)
            .map((count) => (
              <Published key={count.id} count={count} />
            ))}
          <dl>
            <dt>{words.text('counts.counts')}</dt>
            <dd>{words.text(`counts.kind.${kind}.counts`)}</dd>
            <dt>{words.text('counts.leaves')}</dt>
            <dd>{words.text(`counts.kind.${kind}.leaves`)}</dd>
          </dl>
        </section>
      ))}
      <section class="count-kind no-total" aria-labelledby="counts-total">
        <Heading id="counts-total">{words.text('counts.total')}</Heading>
        <p class="number" aria-hidden="true">
          ∅
        </p>
        <p>{words.text('counts.total.text')}</p>
      </section>
    </div>
  );
}

function OwnCount() {
  const page = usePage();
  const { words, view, format } = page;
  const figure = findFigure(view.citable, 'victims', view.newest, null);
  if (!figure) return null;
  return (
    <div class="count-fact" data-figure={figure.id}>
      <p class="number">
        {figure.value === null ? <Mark absence={absenceOf(figure)} /> : format.figure(figure)}{' '}
        {figure.example && <span class="not-real">{words.text('example')}</span>}
      </p>
      <p>{words.text('counts.own', { period: figure.period })}</p>
      <p class="note">
        {words.text('counts.interval', { interval: intervalText(page, figure) })}.{' '}
        <a href={page.to(figurePath(figure))}>{words.text('counts.own.link')}</a>
      </p>
    </div>
  );
}

function Published({ count }: { readonly count: PublishedCount }) {
  const page = usePage();
  return (
    <div class="count-fact">
      <p class="number">{publishedCount(page, count)}</p>
      <p>{page.words.text(`counts.fact.${count.id}`)}</p>
      <SourceLine source={count.source} />
    </div>
  );
}

function publishedCount(page: Page, count: PublishedCount): string {
  return publishedText(page, count, page.format.count(count.value));
}
