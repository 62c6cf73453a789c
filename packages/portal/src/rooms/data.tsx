import type { OpenRoom } from '../bake/room-set.ts';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName } from '../components/figure-text.ts';
import { FileTable } from '../components/file-table.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { PocketLinks } from '../components/pocket-links.tsx';
import { ReleaseDownloads } from '../components/release-downloads.tsx';
import { ReleaseForms } from '../components/release-forms.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { describeRelease } from '../open-data/description.ts';
import { schemaDataset } from '../open-data/schema-org.ts';

const catalogues = [
  { type: 'text/turtle', path: 'data/catalogue.ttl' },
  { type: 'application/ld+json', path: 'data/catalogue.jsonld' },
];

/** The files, and a page for every release. */
export const dataRoom: OpenRoom = ({ releases }) => ({
  pages: [
    { path: 'data/', room: data },
    ...releases.map((view) => ({ path: `releases/${view.bundle.manifest.release}/`, room: archivedRelease, view })),
  ],
  entries: [{ path: 'data/', group: 'data', leads: true }],
});

/** Downloads of every release with sizes and checksums, the codebook, and how to cite. */
export function data(page: Page): Room {
  return {
    title: page.words.text('data.title'),
    description: page.words.text('data.description'),
    structured: schemaDataset(describeRelease(page.view, page.site)),
    alternates: catalogues,
    styles: ['records'],
    body: <Data />,
  };
}

function Data() {
  const page = usePage();
  const { words, view, format, releases } = page;
  const { manifest } = view.bundle;
  const ways = [
    { href: page.to('data/codebook/'), text: words.text('codebook.title') },
    { href: page.to('data/missingness/'), text: words.text('missingness.link') },
    { href: page.to('data/api/'), text: words.text('api.title') },
    ...(releases.length > 1 ? [{ href: page.to('changes/'), text: words.text('changes.title') }] : []),
    { href: '#cite', text: words.text('cite.title') },
    { href: '#check', text: words.text('data.check') },
  ];
  return (
    <>
      <Opening title={words.text('data.title')}>
        <p class="lede">{words.text('data.intro')}</p>
        <ReleaseFacts />
        <ReleaseDownloads />
        <ul class="ways">
          {ways.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </Opening>
      <Wide id="files" title={words.text('data.files', { sequence: manifest.sequence })}>
        <FileTable manifest={manifest} />
        <p class="note">{words.text('data.synthetic')}</p>
      </Wide>
      <ReleaseForms />
      <SyntheticRecords />
      <PocketLinks />
      <Wide id="check" title={words.text('data.check')} tint>
        <p class="intro">{words.text('data.check.text')}</p>
        <pre dir="ltr">
          <code>{`sha256sum tables.csv\ncasebridge verify BUNDLE --key ${manifest.signer.publicKey}`}</code>
        </pre>
      </Wide>
      <Wide id="codebook" title={words.text('data.codebook')}>
        <p class="intro">
          {words.text('data.codebook.text', { count: view.bundle.codebook.variables.length })}{' '}
          <a href={page.to('data/codebook/')}>{words.text('data.codebook.link')}</a>
        </p>
      </Wide>
      <Wide id="cite" title={words.text('cite.title')}>
        <p class="cite">
          {words.text('data.cite', {
            title: manifest.title,
            sequence: manifest.sequence,
            date: format.day(manifest.created),
            release: manifest.release,
          })}
        </p>
      </Wide>
      {releases.length > 1 && (
        <Wide id="releases" title={words.text('data.releases')}>
          <ul class="plain">
            {[...releases].reverse().map(({ bundle: { manifest: each } }) => (
              <li key={each.release}>
                <a href={page.to(`releases/${each.release}/`)}>
                  {words.text('release.line', {
                    sequence: each.sequence,
                    date: format.day(each.created),
                    status: words.text(`status.${each.status}`),
                  })}
                </a>
                {each.release !== releases[0]?.bundle.manifest.release && (
                  <>
                    {' · '}
                    <a href={page.to(`changes/${each.release}/`)}>{words.text('changes.title')}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
          <p class="onward">
            <a href={page.to('feeds/')}>{words.text('changes.follow')}</a>
          </p>
        </Wide>
      )}
    </>
  );
}

/** Which release it is, of which day and in which state, and under which licence. */
function ReleaseFacts() {
  const { words, view, format } = usePage();
  const { manifest } = view.bundle;
  return (
    <p class="note">
      <span>
        {words.text('release.line', {
          sequence: manifest.sequence,
          date: format.day(manifest.created),
          status: words.text(`status.${manifest.status}`),
        })}{' '}
        {manifest.example && <span class="not-real">{words.text('example')}</span>}
      </span>
      <span>{words.text('data.licence', { licence: manifest.licence })}</span>
    </p>
  );
}

/** What the synthetic records of a release are for and not for; nothing where it has none. */
function SyntheticRecords() {
  const { words, view } = usePage();
  const { manifest, privacy } = view.bundle;
  const { kanonymous } = privacy;
  const hasSynthetic = manifest.files.some(({ path }) => path === 'data/synthetic.csv');
  if (!hasSynthetic && !kanonymous) return null;
  return (
    <Wide id="synthetic" title={words.text('data.synthetic.title')}>
      <div class="prose">
        {hasSynthetic &&
          (['for', 'not-for', 'replicates'] as const).map((part) => (
            <p key={part}>{words.text(`data.synthetic.${part}`)}</p>
          ))}
        {kanonymous && <p class="note">{words.text('data.kanonymous', { k: kanonymous.k })}</p>}
      </div>
    </Wide>
  );
}

/** An earlier release: its files and its figures, kept where they always were. */
export function archivedRelease(page: Page): Room {
  const { manifest } = page.view.bundle;
  return {
    title: page.words.text('archive.title', { sequence: manifest.sequence }),
    description: page.words.text('archive.description', { sequence: manifest.sequence }),
    structured: schemaDataset(describeRelease(page.view, page.site)),
    styles: ['records'],
    body: <Archive />,
  };
}

function Archive() {
  const page = usePage();
  const { words, view, releases } = page;
  const { manifest } = view.bundle;
  const current = releases.at(-1)?.bundle.manifest;
  const superseded = current && current.release !== manifest.release;
  return (
    <>
      <Opening
        kicker={<a href={page.to('data/')}>{words.text('nav.data')}</a>}
        title={words.text('archive.title', { sequence: manifest.sequence })}
      >
        <p class="lede">
          {superseded
            ? words.text('archive.superseded', { sequence: current.sequence })
            : words.text('archive.current')}
        </p>
        <ReleaseFacts />
        <ReleaseDownloads />
        <p class="note">
          <span>
            <code>{manifest.release}</code>
          </span>
          {releases[0]?.bundle.manifest.release !== manifest.release && (
            <span>
              <a href={page.to(`changes/${manifest.release}/`)}>{words.text('changes.title')}</a>
            </span>
          )}
          <span>
            <a href={page.to(`methods/ledger/#release-${manifest.sequence}`)}>{words.text('ledger.title')}</a>
          </span>
        </p>
      </Opening>
      <Wide id="files" title={words.text('data.files', { sequence: manifest.sequence })}>
        <FileTable manifest={manifest} />
      </Wide>
      <ReleaseForms />
      <Wide id="figures" title={words.text('archive.figures')}>
        <p class="intro">{words.text('archive.figures.text', { count: view.citable.length, period: view.newest })}</p>
        <ArchiveTable period={view.newest} />
      </Wide>
    </>
  );
}

function ArchiveTable({ period }: { readonly period: string }) {
  const page = usePage();
  const figures = page.view.citable.filter((figure) => figure.period === period && figure.group === null);
  return (
    <FigureTable
      caption={page.words.text('figures.title', { period })}
      first={page.words.text('table.figure')}
      figures={figures}
      nameOf={(figure) => figureName(page, figure)}
      links={false}
    />
  );
}
