import { contributorName } from '../components/coverage-strip.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { missableGroups, missingShare } from '../model/missingness.ts';
import { howAsked, isAsked, type VariableGroup, variableGroups } from '../model/variable-groups.ts';
import { definitionOf, describedName, variablePath } from './codebook-variable.tsx';

/** Variables beside each other; with the script, two that the reader picks. */
export function compareVariables(page: Page): Room {
  return {
    title: page.words.text('codebook.compare'),
    description: page.words.text('codebook.compare.text'),
    body: <Compare />,
    scripts: ['codebook'],
    styles: ['records'],
  };
}

function Compare() {
  const page = usePage();
  const { words, view } = page;
  const groups = variableGroups(view.bundle.codebook);
  return (
    <>
      <Opening
        kicker={
          <>
            <a href={page.to('data/')}>{words.text('nav.data')}</a> ·{' '}
            <a href={page.to('data/codebook/')}>{words.text('codebook.title')}</a>
          </>
        }
        title={words.text('codebook.compare')}
      >
        <p class="lede">{words.text('codebook.compare.text')}</p>
      </Opening>
      <div class="wide">
        <div class="finder" data-pickers hidden>
          {(['a', 'b'] as const).map((side) => (
            <label key={side}>
              {words.text(`codebook.pick.${side}`)}
              <select name={side}>
                {groups.map((group) => (
                  <option key={group.id} value={group.id}>
                    {describedName(page, group)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        <div class="sides">
          {groups.map((group) => (
            <Side key={group.id} group={group} />
          ))}
        </div>
      </div>
    </>
  );
}

/** Longest list of answers told here. */
const mostListed = 40;

function Side({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words, view, format } = page;
  const { id, columns } = group;
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  const definition = definitionOf(page, group);
  const codes = [
    ...new Map(columns.flatMap((column) => column.codes.map((each) => [each.code, each]))).values(),
  ].filter(({ missing }) => !missing);
  const asking = view.bundle.coverage.contributors.filter((statement) =>
    ['always', 'sometimes'].includes(howAsked(statement, id) ?? ''),
  );
  const answered = missableGroups(view).find((each) => each.id === id)?.answered ?? null;
  const missing = answered === null ? null : missingShare(view, answered, view.newest, null);
  return (
    <article class="card" data-side={id}>
      <h2>
        <a href={page.to(variablePath(id))}>{describedName(page, group)}</a>
      </h2>
      <dl>
        <dt>{words.text('codebook.meaning')}</dt>
        <dd {...definition?.attributes}>{definition?.text ?? words.text('table.none')}</dd>
        <dt>{words.text('codebook.values')}</dt>
        <dd>
          {columns.length > 1
            ? words.text('codebook.columns', { count: columns.length })
            : codes.length > mostListed
              ? words.text('codebook.codes', { count: codes.length })
              : codes.map(({ labels }) => say(labels)).join(' · ')}
        </dd>
        {isAsked(id) && (
          <>
            <dt>{words.text('codebook.asked')}</dt>
            <dd>
              {asking.length === 0
                ? words.text('asks.silent')
                : asking.map((statement) => contributorName(page, statement)).join(' · ')}
            </dd>
          </>
        )}
        {missing !== null && (
          <>
            <dt>{words.text('missingness.share', { year: view.newest })}</dt>
            <dd
              {...(typeof missing !== 'string' && { 'data-table': missing.table.join(' '), 'data-cell': missing.cell })}
            >
              {typeof missing === 'string'
                ? words.text(`mark.${missing}`)
                : words.text('chart.value', {
                    value: format.share(missing.share),
                    interval: format.range(missing.interval[0], missing.interval[1], 'share'),
                  })}
              {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
            </dd>
          </>
        )}
      </dl>
    </article>
  );
}
