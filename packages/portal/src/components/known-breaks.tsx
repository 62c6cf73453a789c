import type { CoverageStatement } from '@casebridge/figures/types';
import { knownBreaks } from '../model/known-breaks.ts';
import { contributorName } from './coverage-strip.tsx';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

/** Where series break: the years in which contributors came or went. */
export function KnownBreaks() {
  const page = usePage();
  const { words, view } = page;
  const breaks = knownBreaks(view.bundle.coverage, view.bundle.manifest.periods);
  if (breaks.length === 0) return <p class="intro">{words.text('breaks.none')}</p>;
  const names = (statements: readonly CoverageStatement[]) =>
    statements.length === 0
      ? words.text('breaks.nobody')
      : statements.map((statement) => contributorName(page, statement)).join(' · ');
  return (
    <Scroll label={words.text('breaks.table')}>
      <table class="slim">
        <caption>
          {words.text('breaks.table')}{' '}
          {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('table.year')}</th>
            <th scope="col">{words.text('breaks.joined')}</th>
            <th scope="col">{words.text('breaks.left')}</th>
          </tr>
        </thead>
        <tbody>
          {breaks.map(({ period, joined, left }) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              <td>{names(joined)}</td>
              <td>{names(left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
