import type { OpenRoom } from '../bake/room-set.ts';
import { contributorName } from '../components/coverage-strip.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';

/** For the people behind the records. Nothing on this page is loaded, stored or asked. */
export const yourDataRoom: OpenRoom = () => ({
  pages: [{ path: 'your-data/', room: yourData }],
  entries: [{ path: 'your-data/', group: 'about' }],
});

function yourData(page: Page): Room {
  return {
    title: page.words.text('yours.title'),
    description: page.words.text('yours.description'),
    body: <YourData />,
    styles: ['records'],
  };
}

const chapters = [
  { key: 'have', lines: 3 },
  { key: 'find', lines: 3 },
  { key: 'out', lines: 4 },
  { key: 'stays', lines: 3 },
  { key: 'safe', lines: 3 },
] as const;

function YourData() {
  const page = usePage();
  const { words, view, site } = page;
  return (
    <>
      <Opening title={words.text('yours.title')}>
        <p class="lede">{words.text('yours.lede')}</p>
        <nav class="jump" aria-label={words.text('figures.jump')}>
          <ul>
            {[...chapters.map(({ key }) => key), 'who'].map((key) => (
              <li key={key}>
                <a href={`#${key}`}>{words.text(`yours.${key}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      {chapters.map(({ key, lines }) => (
        <Wide key={key} id={key} title={words.text(`yours.${key}`)}>
          {key === 'out' ? (
            <ol class="steps">
              {Array.from({ length: lines }, (_, line) => (
                <li key={line}>{words.text(`yours.${key}.${line + 1}`)}</li>
              ))}
            </ol>
          ) : (
            <div class="prose plain-words">
              {Array.from({ length: lines }, (_, line) => (
                <p key={line}>{words.text(`yours.${key}.${line + 1}`)}</p>
              ))}
            </div>
          )}
        </Wide>
      ))}
      <Wide id="who" title={words.text('yours.who')} tint>
        <p class="intro">{words.text('yours.who.text')}</p>
        <ul class="plain">
          {view.bundle.coverage.contributors.map((statement) => {
            const email = site.contributors[statement.id]?.email;
            return (
              <li key={statement.id}>
                <a href={page.to(`contributors/${statement.id}/#withdraw`)}>{contributorName(page, statement)}</a>
                {email && (
                  <>
                    {' · '}
                    <a href={`mailto:${email}`}>{email}</a>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {view.bundle.manifest.example && <p class="note">{words.text('example.more')}</p>}
      </Wide>
    </>
  );
}
