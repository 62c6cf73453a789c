import type { Figure } from '@casebridge/figures/types';
import { contributorName, sourceKindName } from '../components/coverage-strip.tsx';
import { figurePath, figureTitle } from '../components/figure-text.ts';
import { MissingTable, rowsOf } from '../components/missing-table.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { exploreVariables } from '../explore/explore-tables.ts';
import { cellNames } from '../model/cell-name.ts';
import { missableGroups, missingShare } from '../model/missingness.ts';
import {
  askedVariables,
  howAsked,
  isAsked,
  type VariableGroup,
  variableGroups,
  variableName,
} from '../model/variable-groups.ts';
import { MappedFrom } from './crosswalks.tsx';

/** Where a variable's page is. */
export function variablePath(id: string): string {
  return `data/codebook/${id}/`;
}

/** A variable's name in the page's language. */
export function describedName(page: Page, group: VariableGroup): string {
  return variableName(group, page.words.language);
}

/** What a variable means: the portal's own words for it, else the codebook's, which may be in English only. */
export function definitionOf(page: Page, { id, columns }: VariableGroup) {
  const own = `define.${id}`;
  if (page.words.has(own)) return { text: page.words.text(own), attributes: {} };
  const { definition } = columns[0];
  const text = definition[page.words.language];
  if (text) return { text, attributes: {} };
  return definition.en ? { text: definition.en, attributes: { lang: 'en', dir: 'ltr' } as const } : null;
}

/** One variable: definition, codes, where it comes from, who asks it, how often it is unknown. */
export function variablePage(page: Page, group: VariableGroup): Room {
  const name = describedName(page, group);
  return {
    title: page.words.text('codebook.of', { name }),
    description: definitionOf(page, group)?.text ?? page.words.text('codebook.of', { name }),
    body: <VariableRoom group={group} />,
    styles: ['records'],
  };
}

function VariableRoom({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words, view } = page;
  const { id, columns } = group;
  const name = describedName(page, group);
  const definition = definitionOf(page, group);
  const missable = missableGroups(view).find((each) => each.id === id);
  return (
    <>
      <Opening
        kicker={
          <>
            <a href={page.to('data/')}>{words.text('nav.data')}</a> ·{' '}
            <a href={page.to('data/codebook/')}>{words.text('codebook.title')}</a>
          </>
        }
        title={name}
      >
        {definition && (
          <p class="lede" {...definition.attributes}>
            {definition.text}
          </p>
        )}
        <p class="note">
          <code dir="ltr">{columns.length > 1 ? `${id}.*` : columns[0].id}</code>
        </p>
        <Shortly group={group} answered={missable?.answered ?? null} />
      </Opening>
      <Wide id="codes" title={words.text('codebook.answers')}>
        <Codes group={group} />
      </Wide>
      {missable?.answered && (
        <Wide id="unknown" title={words.text('missingness.how-often')}>
          <p class="intro">
            {words.text('missingness.intro')}{' '}
            <a href={page.to('data/missingness/')}>{words.text('missingness.link')}</a>
          </p>
          <MissingTable
            caption={words.text('missingness.table', { name })}
            first={words.text('missingness.who')}
            rows={rowsOf(page, { column: missable.answered, name: words.text('group.pool') })}
          />
        </Wide>
      )}
      {isAsked(id) && (
        <Wide id="asked" title={words.text('codebook.asked')}>
          <Asked group={group} />
        </Wide>
      )}
      <Wide id="origin" title={words.text('codebook.origin')} tint>
        <Origin group={group} />
      </Wide>
      <Wide id="use" title={words.text('codebook.use')}>
        <Uses group={group} />
      </Wide>
    </>
  );
}

/** More answers than these, such as countries, stand in columns. */
const mostInRows = 60;

function Codes({ group }: { readonly group: VariableGroup }) {
  const { words } = usePage();
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  const { columns } = group;
  const many = columns.length > 1;
  const codes = [...new Map(columns.flatMap((column) => column.codes.map((each) => [each.code, each]))).values()];
  const list = (missing: boolean) => {
    const told = codes.filter((each) => each.missing === missing);
    if (told.length > mostInRows) {
      return (
        <details class="more">
          <summary>{words.text('codebook.codes', { count: told.length })}</summary>
          <ul class="many-codes">
            {told.map(({ code, labels }) => (
              <li key={code}>
                <code dir="ltr">{code}</code> {say(labels)}
              </li>
            ))}
          </ul>
        </details>
      );
    }
    return (
      <dl class="terms">
        {told.map(({ code, labels }) => (
          <div key={code}>
            <dt>
              <code dir="ltr">{code}</code>
            </dt>
            <dd>{say(labels)}</dd>
          </div>
        ))}
      </dl>
    );
  };
  return (
    <>
      {many && (
        <>
          <p class="intro">{words.text('codebook.many', { count: columns.length })}</p>
          <dl class="terms wide-terms">
            {columns.map((column) => (
              <div key={column.id} id={column.id}>
                <dt>
                  <code dir="ltr">{column.id}</code>
                </dt>
                <dd>{say(column.labels).replace(/^[^:]*: ?/, '')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <div class="pair even">
        <div>
          <h3>{words.text('codebook.values')}</h3>
          {list(false)}
        </div>
        {codes.some(({ missing }) => missing) && (
          <div>
            <h3>{words.text('codebook.reasons')}</h3>
            {list(true)}
          </div>
        )}
      </div>
    </>
  );
}

/** How often the variable has no answer in the newest year, with base and interval, and how many ask it. */
function Shortly({ group, answered }: { readonly group: VariableGroup; readonly answered: string | null }) {
  const page = usePage();
  const { words, view } = page;
  const { contributors } = view.bundle.coverage;
  const always = contributors.filter((statement) => howAsked(statement, group.id) === 'always').length;
  return (
    <p>
      {answered !== null && <NewestMissing column={answered} />}
      {isAsked(group.id) &&
        contributors.length > 1 &&
        words.text('codebook.asked.count', { always, count: contributors.length })}
    </p>
  );
}

function NewestMissing({ column }: { readonly column: string }) {
  const { words, view, format } = usePage();
  const cell = missingShare(view, column, view.newest, null);
  if (typeof cell === 'string') return null;
  return (
    <span data-table={cell.table.join(' ')} data-cell={cellNames([cell.cell, cell.notAskedCell])}>
      {words.text('missingness.newest', {
        year: view.newest,
        share: format.share(cell.share),
        interval: format.range(cell.interval[0], cell.interval[1], 'share'),
        base: format.about(cell.base),
      })}
      {cell.notAsked !== null && (
        <> {words.text('missingness.not-asked', { share: format.share(cell.notAsked) })}</>
      )}{' '}
    </span>
  );
}

function Asked({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words, view } = page;
  const { contributors } = view.bundle.coverage;
  return (
    <>
      <Scroll label={words.text('codebook.asked.table')}>
        <table class="slim">
          <caption>
            {words.text('codebook.asked.table')}{' '}
            {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('coverage.contributor')}</th>
              <th scope="col">{words.text('coverage.kind')}</th>
              <th scope="col">{words.text('codebook.asks')}</th>
            </tr>
          </thead>
          <tbody>
            {contributors.map((statement) => (
              <tr key={statement.id}>
                <th scope="row">
                  <a href={page.to(`contributors/${statement.id}/`)}>{contributorName(page, statement)}</a>
                </th>
                <td>{sourceKindName(statement.sourceKind, words.language)}</td>
                <td>{words.text(`asks.${howAsked(statement, group.id) ?? 'silent'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{words.text('codebook.asked.note')}</p>
    </>
  );
}

function Origin({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words } = page;
  const [, ...behind] = askedVariables(group.id);
  return (
    <>
      {behind.length > 0 && (
        <p class="intro">
          {words.text('codebook.derived')}{' '}
          {behind.map((id, at) => (
            <>
              {at > 0 && ', '}
              <code key={id} dir="ltr">
                {id}
              </code>
            </>
          ))}
        </p>
      )}
      <MappedFrom variables={askedVariables(group.id)} />
    </>
  );
}

const listedFigures = 12;

function Uses({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words, view } = page;
  const ids = new Set(group.columns.map(({ id }) => id));
  const rests = ({ source, period, group: own }: Figure) =>
    period === view.newest &&
    own === null &&
    source !== null &&
    Object.keys(source.numerator).some((id) => ids.has(id));
  const figures = view.citable.filter(rests);
  const explored = exploreVariables(view).find((id) => ids.has(id));
  const partners = variableGroups(view.bundle.codebook).filter(
    ({ id, columns }) =>
      id !== group.id &&
      view.answers.tables.some(
        (table) => table.some((column) => ids.has(column)) && columns.some((column) => table.includes(column.id)),
      ),
  );
  return (
    <div class="pair even">
      <div>
        <h3>{words.text('codebook.figures', { year: view.newest })}</h3>
        {figures.length === 0 ? (
          <p class="note">{words.text('codebook.no-figures')}</p>
        ) : (
          <ul class="plain">
            {figures.slice(0, listedFigures).map((figure) => (
              <li key={figure.id}>
                <a href={page.to(figurePath(figure))}>{figureTitle(page, figure)}</a>
              </li>
            ))}
          </ul>
        )}
        {figures.length > listedFigures && (
          <p class="note">
            <a href={page.to('figures/')}>
              {words.text('codebook.more-figures', { count: figures.length - listedFigures })}
            </a>
          </p>
        )}
      </div>
      <div>
        <h3>{words.text('codebook.tables')}</h3>
        {partners.length === 0 ? (
          <p class="note">{words.text('codebook.alone')}</p>
        ) : (
          <ul class="chips">
            {partners.map((partner) => (
              <li key={partner.id}>
                <a href={page.to(variablePath(partner.id))}>{describedName(page, partner)}</a>
              </li>
            ))}
          </ul>
        )}
        {explored !== undefined && (
          <p class="onward">
            <a href={`${page.to('explore/')}?v=${explored}`}>{words.text('codebook.explore')}</a>
          </p>
        )}
      </div>
    </div>
  );
}
