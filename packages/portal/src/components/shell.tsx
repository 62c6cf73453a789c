import { type Entry, entryOf, labelOf, leadOf } from '../bake/navigation.ts';
import { jsonForScript } from '../open-data/schema-org.ts';
import { contentSecurityPolicy } from '../serve/policy.ts';
import { inLanguage } from '../site/site-file.ts';
import { HelpLines } from './help-lines.tsx';
import { languageName } from './language-name.ts';
import { Logo } from './logo.tsx';
import { type Page, PageContext, type Room, usePage } from './page.ts';

interface ShellProps {
  readonly page: Page;
  readonly room: Room;
}

/** A whole document: head, masthead, the room, footer. */
export function Shell({ page, room }: ShellProps) {
  const { words, site, assets } = page;
  const example = page.view.bundle.manifest.example;
  const name = inLanguage(site.name, words.language);
  const title = page.path === '' ? `${name} · ${room.title}` : `${room.title} · ${name}`;
  return (
    <PageContext.Provider value={page}>
      <html
        lang={words.language}
        dir={words.direction}
        data-page={page.bare ? 'root' : page.path.split('/')[0] || 'home'}
      >
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content={contentSecurityPolicy('meta', { connects: room.connects !== false })}
          />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{example ? `${title} · ${words.text('example')}` : title}</title>
          <meta name="description" content={`${example ? `${words.text('example')}. ` : ''}${room.description}`} />
          <meta name="referrer" content="no-referrer" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" type="image/svg+xml" href={page.file(assets.icon)} />
          <link rel="stylesheet" href={page.file(assets.style)} />
          {(room.styles ?? []).map((name) => (
            <link key={name} rel="stylesheet" href={page.file(named(assets.styles, name))} />
          ))}
          {page.languages.map((language) => (
            <link key={language} rel="alternate" hreflang={language} href={page.to(page.path, language)} />
          ))}
          {(room.alternates ?? []).map(({ type, path }) => (
            <link key={path} rel="alternate" type={type} href={page.file(path)} />
          ))}
          {room.structured && (
            <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonForScript(room.structured) }} />
          )}
          <link
            rel="alternate"
            type="application/atom+xml"
            title={words.text('feeds.atom.link')}
            href={page.to('changes.atom')}
          />
          {['site', ...(room.scripts ?? [])].map((name) => {
            const { path, integrity } = named(assets.scripts, name);
            return <script key={name} type="module" src={page.file(path)} integrity={integrity} />;
          })}
        </head>
        <body>
          <a class="skip" href="#content">
            {words.text('nav.skip')}
          </a>
          <Masthead />
          <main id="content" tabIndex={-1}>
            {room.body}
          </main>
          <Footer />
        </body>
      </html>
    </PageContext.Provider>
  );
}

function named<T>(files: Readonly<Record<string, T>>, name: string): T {
  const file = files[name];
  if (file === undefined) throw new Error(`the portal's browser files lack ${name}: run npm run build`);
  return file;
}

function ExampleBanner() {
  const { words, to } = usePage();
  return (
    <div class="example">
      <strong>{words.text('example')}</strong> <span>{words.text('example.more')}</span>{' '}
      <a href={to('how-this-was-made/')}>{words.text('example.link')}</a>
    </div>
  );
}

function RoomLink({ entry, current }: { readonly entry: Entry; readonly current: boolean }) {
  const page = usePage();
  return (
    <li>
      <a href={page.to(entry.path)} {...(current && { 'aria-current': page.path === entry.path ? 'page' : 'true' })}>
        {page.words.text(labelOf(entry), entry.args)}
      </a>
    </li>
  );
}

/** The rooms that lead, in one line. */
function LeadingRooms() {
  const { navigation, path } = usePage();
  const lead = leadOf(navigation, path);
  const leading = navigation.flatMap(({ entries }) => entries.filter(({ leads }) => leads));
  return (
    <ul>
      {leading.map((entry) => (
        <RoomLink key={entry.path} entry={entry} current={entry === lead} />
      ))}
    </ul>
  );
}

/** Every room in its group. */
function AllRooms() {
  const { navigation, path, words } = usePage();
  const own = entryOf(navigation, path);
  return (
    <ul class="groups">
      {navigation.map(({ group, entries }) => (
        <li key={group}>
          <b>{words.text(`nav.group.${group}`)}</b>
          <ul>
            {entries.map((entry) => (
              <RoomLink key={entry.path} entry={entry} current={entry === own} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Masthead() {
  const page = usePage();
  const { words, site, assets } = page;
  return (
    <header class="masthead">
      {page.view.bundle.manifest.example && <ExampleBanner />}
      <QuickExit />
      <div class="wide">
        <a class="brand" href={page.to('')}>
          {assets.logo === null ? <Logo /> : <img class="logo" src={page.file(assets.logo)} alt="" height="32" />}
          <span>
            <b>{inLanguage(site.name, words.language)}</b>
            {site.tagline && <small>{inLanguage(site.tagline, words.language)}</small>}
          </span>
        </a>
        <div class="tools">
          <Languages />
          <button type="button" class="theme" data-theme-toggle hidden>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M10 2a8 8 0 1 0 0 16V2z" />
              <circle cx="10" cy="10" r="7.2" />
            </svg>
            <span class="unseen">{words.text('nav.theme')}</span>
          </button>
        </div>
        <nav class="rooms" aria-label={words.text('nav.main')}>
          <LeadingRooms />
        </nav>
        <details class="menu" data-menu>
          <summary>{words.text('nav.menu')}</summary>
          <nav aria-label={words.text('nav.menu')}>
            <AllRooms />
          </nav>
        </details>
      </div>
    </header>
  );
}

function Languages() {
  const page = usePage();
  return (
    <nav class="languages" aria-label={page.words.text('nav.languages')}>
      <ul>
        {page.languages.map((language) => (
          <li key={language}>
            <a
              href={page.to(page.path, language)}
              lang={language}
              hreflang={language}
              data-language={language}
              {...(language === page.words.language && { 'aria-current': 'true' })}
            >
              <span aria-hidden="true">{language.toUpperCase()}</span>
              <span class="unseen">{languageName(language)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function QuickExit() {
  const { words, site } = usePage();
  return (
    <a class="exit" href={site.quickExit} rel="noreferrer noopener nofollow" data-exit>
      {words.text('exit')}
    </a>
  );
}

function Footer() {
  const page = usePage();
  const { words, site, format } = page;
  const { manifest } = page.view.bundle;
  return (
    <footer>
      <HelpLines />
      <div class="wide colophon">
        <nav aria-label={words.text('nav.all')}>
          <AllRooms />
        </nav>
        <div>
          <p>
            {words.text('release.line', {
              sequence: manifest.sequence,
              date: format.day(manifest.created),
              status: words.text(`status.${manifest.status}`),
            })}
            {manifest.example && (
              <>
                {' '}
                <strong class="not-real">{words.text('example')}</strong>
              </>
            )}
          </p>
          <p class="note">
            <code>{manifest.release}</code>
          </p>
          <p class="note">
            {inLanguage(site.contact.organisation, words.language)}
            {site.contact.email && (
              <>
                {' · '}
                <a href={`mailto:${site.contact.email}`}>{site.contact.email}</a>
              </>
            )}
          </p>
          <p class="note">{words.text('footer.no-tracking')}</p>
        </div>
      </div>
    </footer>
  );
}
