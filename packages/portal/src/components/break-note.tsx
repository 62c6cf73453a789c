import type { CoverageStatement } from '@casebridge/figures/types';
import type { KnownBreak } from '../model/known-breaks.ts';
import { contributorName } from './coverage-strip.tsx';
import { usePage } from './page.ts';

/** What a dashed line in a series means, and where named, who came and went at each. */
export function BreakNote({ breaks = [] }: { readonly breaks?: readonly KnownBreak[] }) {
  const page = usePage();
  const { words } = page;
  const names = (statements: readonly CoverageStatement[]) =>
    statements.map((statement) => contributorName(page, statement)).join(' · ');
  return (
    <div class="breaks">
      <p class="note">
        <span class="break-mark" aria-hidden="true" /> {words.text('breaks.mark')}{' '}
        <a href={page.to('methods/')}>{words.text('nav.methods')}</a>
      </p>
      {breaks.length > 0 && (
        <ul class="note">
          {breaks.map(({ period, joined, left }) => (
            <li key={period}>
              <b>{period}</b>
              {joined.length > 0 && ` ${words.text('breaks.came', { names: names(joined) })}`}
              {left.length > 0 && ` ${words.text('breaks.went', { names: names(left) })}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
