import { csvLine, exampleNote } from '@casebridge/bundle';
import {
  type Crosswalk,
  type CrosswalkLine,
  codeLists,
  hasVariable,
  isLossy,
  type Loss,
  losses,
  variable,
} from '@casebridge/standard';
import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { shippedCrosswalks } from '../model/crosswalks.ts';
import { askedVariables, isAsked, variableGroups } from '../model/variable-groups.ts';

/** A page for each mapping that Casebridge ships: what becomes of their columns and codes. */
export const crosswalksRoom: OpenRoom = ({ view }) => ({
  pages: [
    { path: 'data/crosswalks/', room: crosswalks },
    ...shippedCrosswalks().map((each) => ({
      path: crosswalkPath(each.id),
      room: (page: Page) => crosswalkPage(page, each),
    })),
  ],
  entries: [{ path: 'data/crosswalks/', group: 'data' }],
  files: shippedCrosswalks().map((each) => ({
    path: crosswalkFile(each.id),
    content: () => crosswalkCsv(each, view.bundle.manifest.example),
  })),
});

/** Where a crosswalk's page is. */
export function crosswalkPath(id: string): string {
  return `data/crosswalks/${id}/`;
}

function crosswalkFile(id: string): string {
  return `data/crosswalks/${id}.csv`;
}

function crosswalks(page: Page): Room {
  return {
    title: page.words.text('crosswalk.title'),
    description: page.words.text('crosswalk.lede'),
    body: <Crosswalks />,
    styles: ['records'],
  };
}

function Kicker() {
  const page = usePage();
  return (
    <>
      <a href={page.to('data/')}>{page.words.text('nav.data')}</a> ·{' '}
      <a href={page.to('data/crosswalks/')}>{page.words.text('crosswalk.title')}</a>
    </>
  );
}

function Crosswalks() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening kicker={<a href={page.to('data/')}>{words.text('nav.data')}</a>} title={words.text('crosswalk.title')}>
        <p class="lede">{words.text('crosswalk.lede')}</p>
      </Opening>
      <Wide id="all" title={words.text('crosswalk.all')}>
        <div class="rooms-grid">
          {shippedCrosswalks().map((each) => (
            <article key={each.id} class="card">
              <h3>
                <a href={page.to(crosswalkPath(each.id))}>{words.text(`crosswalk.of.${each.id}`)}</a>
              </h3>
              <p class="note">
                {words.text('crosswalk.tally', { lines: each.lines.length, lossy: each.lines.filter(isLossy).length })}
              </p>
            </article>
          ))}
        </div>
      </Wide>
      <Wide id="marks" title={words.text('crosswalk.marks')} tint>
        <p class="intro">{words.text('crosswalk.marks.text')}</p>
        <LossLegend used={losses} />
      </Wide>
      <Wide id="propose" title={words.text('crosswalk.propose')}>
        <div class="prose">
          <p>{words.text('crosswalk.propose.text')}</p>
        </div>
      </Wide>
    </>
  );
}

/** One mapping, step by step. */
function crosswalkPage(page: Page, each: Crosswalk): Room {
  return {
    title: page.words.text(`crosswalk.of.${each.id}`),
    description: page.words.text('crosswalk.lede'),
    body: <CrosswalkRoom each={each} />,
    styles: ['records'],
  };
}

function CrosswalkRoom({ each }: { readonly each: Crosswalk }) {
  const page = usePage();
  const { words, view } = page;
  const { lines } = each;
  const used = losses.filter((loss) =>
    lines.some((line) => line.losses.includes(loss) || line.pairs.some((pair) => pair.losses.includes(loss))),
  );
  const filled = new Set(lines.map(({ to }) => to.split('.')[0] ?? to));
  const unfilled = variableGroups(view.bundle.codebook).filter(
    ({ id }) => isAsked(id) && !askedVariables(id).some((asked) => filled.has(asked)),
  );
  return (
    <>
      <Opening kicker={<Kicker />} title={words.text(`crosswalk.of.${each.id}`)}>
        <p class="lede">
          {words.text('crosswalk.tally', { lines: lines.length, lossy: lines.filter(isLossy).length })}
        </p>
        <p class="note">
          <span>
            <code dir="ltr">{each.id}</code> {each.version}
          </span>
          <span>{words.text('crosswalk.standard', { version: each.standard })}</span>
          <span>
            <a href={page.file(crosswalkFile(each.id))} download>
              CSV
            </a>
          </span>
        </p>
      </Opening>
      <Wide id="steps" title={words.text('crosswalk.steps')}>
        <Scroll label={words.text('crosswalk.table')}>
          <table class="crosswalk">
            <caption>
              {words.text('crosswalk.table')}{' '}
              {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.text('crosswalk.ours')}</th>
                <th scope="col">{words.text('crosswalk.theirs')}</th>
                <th scope="col">{words.text('crosswalk.codes')}</th>
                <th scope="col">{words.text('crosswalk.loss')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <Line key={at} line={line} />
              ))}
            </tbody>
          </table>
        </Scroll>
        <LossLegend used={used} />
      </Wide>
      {(unfilled.length > 0 || each.neverAsked.length > 0) && (
        <Wide id="not-asked" title={words.text('crosswalk.not-asked')} tint>
          <p class="intro">{words.text('crosswalk.not-asked.text')}</p>
          <ul class="chips">
            {[...new Set([...unfilled.map(({ id }) => id), ...each.neverAsked])].map((id) => (
              <li key={id}>{nameOf(id, words.language)}</li>
            ))}
          </ul>
        </Wide>
      )}
    </>
  );
}

function nameOf(id: string, language: string): string {
  const [stem = id] = id.split('.');
  if (!hasVariable(stem)) return id;
  const { labels } = variable(stem);
  return labels[language] ?? labels.en;
}

function Line({ line }: { readonly line: CrosswalkLine }) {
  const { words } = usePage();
  return (
    <tr>
      <th scope="row">
        {nameOf(line.to, words.language)}
        <br />
        <code dir="ltr">{line.to}</code>
      </th>
      <td>
        <ColumnNames from={line.from} />
        <small>{words.text(`operation.${line.operation}`)}</small>
      </td>
      <td>
        <Pairs line={line} />
      </td>
      <td>
        <LossMarks found={line.losses} />
      </td>
    </tr>
  );
}

const namedColumns = 3;

function ColumnNames({ from }: { readonly from: readonly string[] }) {
  const { words } = usePage();
  if (from.length === 0) return null;
  return (
    <>
      {from.slice(0, namedColumns).map((column) => (
        <code key={column} dir="ltr">
          {column}
        </code>
      ))}
      {from.length > namedColumns && (
        <small>{words.text('crosswalk.more', { count: from.length - namedColumns })}</small>
      )}
    </>
  );
}

const fewPairs = 4;

function Pairs({ line: { to, pairs } }: { readonly line: CrosswalkLine }) {
  const { words } = usePage();
  if (pairs.length === 0) return <>{words.text('table.none')}</>;
  const list = (
    <ul class="pairs">
      {pairs.map(({ theirs, ours, losses: found }) => (
        <li key={theirs}>
          <code dir="ltr">{theirs}</code> <span aria-hidden="true">{words.direction === 'rtl' ? '←' : '→'} </span>
          <span class="unseen"> {words.text('crosswalk.becomes')} </span>
          {ours.map((code) => codeName(to, code, words.language)).join(' + ')} <LossMarks found={found} />
        </li>
      ))}
    </ul>
  );
  if (pairs.length <= fewPairs) return list;
  return (
    <details>
      <summary>{words.text('codebook.codes', { count: pairs.length })}</summary>
      {list}
    </details>
  );
}

function codeName(to: string, code: string, language: string): string {
  const [stem = to] = to.split('.');
  const list = code.startsWith('?') ? 'missing_reason' : hasVariable(stem) ? variable(stem).codeList : null;
  const bare = code.replace(/^\?/, '');
  const labels = list === null ? undefined : codeLists[list]?.find((each) => each.code === bare)?.labels;
  return labels?.[language] ?? labels?.en ?? code;
}

function LossMarks({ found }: { readonly found: readonly Loss[] }) {
  const { words } = usePage();
  return (
    <>
      {found.map((loss) => (
        <span key={loss} class={`loss ${kindOf(loss)}`}>
          {words.text(`loss.${loss}`)}
        </span>
      ))}
    </>
  );
}

// What is given up on purpose, for protection, is not a fault of the match.
function kindOf(loss: Loss): 'on-purpose' | 'lossy' {
  return loss === 'one_way' || loss === 'coarser' ? 'on-purpose' : 'lossy';
}

function LossLegend({ used }: { readonly used: readonly Loss[] }) {
  const { words } = usePage();
  if (used.length === 0) return null;
  return (
    <dl class="terms">
      {used.map((loss) => (
        <div key={loss}>
          <dt>
            <LossMarks found={[loss]} />
          </dt>
          <dd>{words.text(`loss.${loss}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where shipped mappings take a variable from: a line for each mapping that fills it. */
export function MappedFrom({ variables }: { readonly variables: readonly string[] }) {
  const page = usePage();
  const { words } = page;
  const found = shippedCrosswalks().flatMap((each) => {
    const lines = each.lines.filter(({ to }) => variables.includes(to.split('.')[0] ?? to));
    return lines.length === 0 ? [] : [{ each, lines }];
  });
  if (found.length === 0) return <p class="note">{words.text('crosswalk.nowhere')}</p>;
  return (
    <Scroll label={words.text('crosswalk.sources')}>
      <table class="crosswalk">
        <caption>
          {words.text('crosswalk.sources')}{' '}
          {page.view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('crosswalk.title')}</th>
            <th scope="col">{words.text('crosswalk.theirs')}</th>
            <th scope="col">{words.text('crosswalk.loss')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ each, lines }) => (
            <tr key={each.id}>
              <th scope="row">
                <a href={page.to(crosswalkPath(each.id))}>{words.text(`crosswalk.of.${each.id}`)}</a>
              </th>
              <td>
                <ColumnNames from={[...new Set(lines.flatMap(({ from }) => from))]} />
              </td>
              <td>
                <LossMarks
                  found={losses.filter((loss) =>
                    lines.some(
                      (line) => line.losses.includes(loss) || line.pairs.some((pair) => pair.losses.includes(loss)),
                    ),
                  )}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** A crosswalk as a file: a line for each pair of codes, or for each step that has none. */
export function crosswalkCsv({ id, lines }: Crosswalk, example: boolean): string {
  const head = ['mapping', 'variable', 'column', 'operation', 'their_value', 'our_codes', 'losses'];
  const rows = lines.flatMap(({ to, from, operation, pairs, losses: own }) => {
    const start = [id, to, from.join(' | '), operation];
    if (pairs.length === 0) return [[...start, '', '', own.join(' ')]];
    return pairs.map((pair) => [...start, pair.theirs, pair.ours.join(' '), [...own, ...pair.losses].join(' ')]);
  });
  const note = (text: string) => (example ? [text] : []);
  return [[...head, ...note('note')], ...rows.map((row) => [...row, ...note(exampleNote)])].map(csvLine).join('');
}
