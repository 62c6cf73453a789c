import { partnersOf } from './sources.ts';
import { say, settle, writeState } from './state.ts';
import type { ExploreIndex, ExploreState, Problem } from './types.ts';
import { labelOf, titleOf } from './wording.ts';

const mostSuggested = 5;

/** What of an address had no answer, what is shown instead, and published tables near it. */
export function Problems({
  index,
  state,
  problems,
  change,
}: {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly problems: readonly Problem[];
  readonly change?: ((next: Partial<ExploreState>) => void) | undefined;
}) {
  const near = partnersOf(index, state.variable)
    .published.filter(({ id }) => id !== state.by)
    .slice(0, mostSuggested)
    .map(({ id }) => settle(index, { ...state, by: id, filters: [] }));
  const namedValue = ({ kind, value }: Problem) =>
    kind === 'together'
      ? value
          .split('~')
          .map((id) => labelOf(index, id))
          .join(' × ')
      : value;
  return (
    <section class="notice problems" role="alert" aria-labelledby="problems-title">
      <h2 id="problems-title">{say(index, 'problem')}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.kind} ${problem.value}`}>
            {say(index, `problem.${problem.kind}`, {
              value: namedValue(problem),
              years: [index.periods[0], index.periods.at(-1)].join('–'),
            })}
          </li>
        ))}
      </ul>
      <p>{say(index, near.length > 0 ? 'problem.near' : 'problem.instead')}</p>
      <ul>
        {near.map((next) => (
          <li key={next.by}>
            <a
              href={`?${writeState(next)}`}
              onClick={(event) => {
                if (!change) return;
                event.preventDefault();
                change(next);
              }}
            >
              {titleOf(index, next)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
