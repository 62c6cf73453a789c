import { csvLine, exampleNote } from '@casebridge/bundle';
import type { OpenRoom } from '../bake/room-set.ts';
import { MissingTable, rowsOf } from '../components/missing-table.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { contributorKinds, missableGroups, missingShare, partOfKind } from '../model/missingness.ts';
import { releaseFolder } from '../model/release-folder.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { describedName, variablePath } from './codebook-variable.tsx';

/** The missingness map and its table as a file. */
export const missingnessRoom: OpenRoom = ({ releases }) => ({
  pages: [{ path: 'data/missingness/', room: missingness }],
  entries: [{ path: 'data/missingness/', group: 'data' }],
  // Of every release: the address of an earlier one answers for ever.
  files: releases.map((each) => ({ path: missingnessFile(each), content: () => missingnessCsv(each) })),
});

function missingnessFile({ bundle }: ReleaseView): string {
  return `${releaseFolder(bundle.manifest)}/missingness.csv`;
}

/** What is not known: every variable by year and kind of contributor. */
export function missingness(page: Page): Room {
  return {
    title: page.words.text('missingness.title'),
    description: page.words.text('missingness.lede'),
    body: <MissingnessRoom />,
    styles: ['records'],
  };
}

function MissingnessRoom() {
  const page = usePage();
  const { words, view } = page;
  const rows = missableGroups(view).flatMap((group) =>
    group.answered === null
      ? []
      : rowsOf(page, {
          column: group.answered,
          name: describedName(page, group),
          href: page.to(variablePath(group.id)),
        }),
  );
  return (
    <>
      <Opening kicker={<a href={page.to('data/')}>{words.text('nav.data')}</a>} title={words.text('missingness.title')}>
        <p class="lede">{words.text('missingness.lede')}</p>
        <MostMissing />
      </Opening>
      <Wide id="map" title={words.text('missingness.map')}>
        <p class="intro">{words.text('missingness.intro')}</p>
        <MissingTable
          caption={words.text('missingness.map.table')}
          first={words.text('missingness.variable')}
          rows={rows}
        />
        <p class="onward">
          <a href={page.file(missingnessFile(view))} download>
            {words.text('missingness.download')}
          </a>
        </p>
      </Wide>
      <Wide id="why" title={words.text('missingness.why')} tint>
        <ul class="reasons">
          {[1, 2, 3, 4].map((line) => (
            <li key={line}>{words.text(`missingness.why.${line}`)}</li>
          ))}
        </ul>
      </Wide>
    </>
  );
}

const told = 3;

/** The questions that go unanswered most often in the newest year. */
function MostMissing() {
  const page = usePage();
  const { words, view, format } = page;
  const most = missableGroups(view)
    .flatMap((group) => {
      const cell = group.answered === null ? null : missingShare(view, group.answered, view.newest, null);
      return cell === null || typeof cell === 'string' ? [] : [{ group, cell }];
    })
    .sort((a, b) => b.cell.share - a.cell.share)
    .slice(0, told);
  if (most.length === 0) return null;
  return (
    <>
      <p>{words.text('missingness.most', { year: view.newest, sequence: view.bundle.manifest.sequence })}</p>
      <ul class="reasons">
        {most.map(({ group, cell }) => (
          <li key={group.id}>
            {words.text('missingness.most.item', {
              name: describedName(page, group),
              share: format.share(cell.share),
              base: format.about(cell.base),
              interval: format.range(cell.interval[0], cell.interval[1], 'share'),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The map as a file: a line for each variable, year and kind of contributor, with a flag where there is no number. */
export function missingnessCsv(view: ReleaseView): string {
  const { example, periods, release } = view.bundle.manifest;
  const head = [
    'release',
    'variable',
    'column',
    'year',
    'source_kind',
    'share_missing',
    'low',
    'high',
    'base',
    'share_not_asked',
    'flag',
  ];
  const lines = missableGroups(view).flatMap(({ id, answered }) =>
    answered === null
      ? []
      : [null, ...contributorKinds(view)].flatMap((kind) =>
          periods.map((period) => {
            const cell = missingShare(view, answered, period, partOfKind(kind));
            const start = [release, id, answered, period, kind ?? 'all'];
            if (typeof cell === 'string') return [...start, '', '', '', '', '', cell];
            const share = (value: number | null) => (value === null ? '' : value.toFixed(4));
            return [
              ...start,
              share(cell.share),
              share(cell.interval[0]),
              share(cell.interval[1]),
              String(Math.round(cell.base)),
              share(cell.notAsked),
              'ok',
            ];
          }),
        ),
  );
  const note = (text: string) => (example ? [text] : []);
  return [[...head, ...note('note')], ...lines.map((line) => [...line, ...note(exampleNote)])].map(csvLine).join('');
}
