import type { OpenRoom } from '../bake/room-set.ts';
import { languageName } from '../components/language-name.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { inLanguage } from '../site/site-file.ts';

interface Chapter {
  readonly key: string;
  readonly lines: number;
}

/** Pages of plain text: `<room>.<chapter>` titles and `<room>.<chapter>.1 …` paragraphs. */
const chapters: Readonly<Record<string, readonly Chapter[]>> = {
  about: [
    { key: 'what', lines: 2 },
    { key: 'who', lines: 2 },
    { key: 'words', lines: 2 },
  ],
  accessibility: [
    { key: 'goal', lines: 2 },
    { key: 'tested', lines: 3 },
    { key: 'how', lines: 4 },
    { key: 'problem', lines: 1 },
  ],
  terms: [
    { key: 'use', lines: 3 },
    { key: 'never', lines: 3 },
    { key: 'visitors', lines: 4 },
    { key: 'people', lines: 2 },
  ],
};

/** The plain pages every site has. */
export const smallRooms: OpenRoom = () => ({
  pages: Object.keys(chapters).map((room) => ({ path: `${room}/`, room: (page: Page) => smallPage(page, room) })),
  entries: Object.keys(chapters).map((room) => ({ path: `${room}/`, group: 'about' })),
});

/** One of the plain pages every site has. */
export function smallPage(page: Page, room: string): Room {
  return {
    title: page.words.text(`${room}.title`),
    description: page.words.text(`${room}.lede`),
    body: <SmallPage room={room} />,
  };
}

function SmallPage({ room }: { readonly room: string }) {
  const page = usePage();
  const { words, site, view } = page;
  const terms = room === 'terms' && site.terms !== undefined ? inLanguage(site.terms, words.language) : '';
  return (
    <>
      <Opening title={words.text(`${room}.title`)}>
        <p class="lede">{words.text(`${room}.lede`)}</p>
      </Opening>
      {(chapters[room] ?? []).map(({ key, lines }) => (
        <Wide key={key} id={key} title={words.text(`${room}.${key}`)}>
          <div class="prose">
            {Array.from({ length: lines }, (_, index) => (
              <p key={index}>{words.text(`${room}.${key}.${index + 1}`, { licence: view.bundle.manifest.licence })}</p>
            ))}
          </div>
        </Wide>
      ))}
      {terms !== '' && (
        <Wide id="own" title={inLanguage(site.name, words.language)}>
          <div class="prose">
            <p>{terms}</p>
          </div>
        </Wide>
      )}
      <Wide id="contact" title={words.text('contact')}>
        <p>
          {inLanguage(site.contact.organisation, words.language)}
          {site.contact.email && (
            <>
              {' · '}
              <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
            </>
          )}
        </p>
      </Wide>
    </>
  );
}

/** What an address without a page answers: where the rooms are, in every language. */
export function notFound(page: Page): Room {
  return {
    title: page.words.text('missing.title'),
    description: page.words.text('missing.text'),
    body: <NotFound />,
  };
}

function NotFound() {
  const page = usePage();
  const { words } = page;
  return (
    <Opening title={words.text('missing.title')}>
      <p class="lede">{words.text('missing.text')}</p>
      <ul class="plain">
        {page.languages.map((language) => (
          <li key={language}>
            <a href={page.to('', language)} lang={language} hreflang={language}>
              {languageName(language)}
            </a>
          </li>
        ))}
        <li>
          <a href={page.to('figures/')}>{words.text('nav.figures')}</a>
        </li>
      </ul>
    </Opening>
  );
}
