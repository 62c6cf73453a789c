import { Fragment } from 'preact';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';
import { languageName } from './language-name.ts';
import { usePage } from './page.ts';

type HelpLine = SiteIdentity['helpLines'][number];

/** Where somebody in danger can call; who runs the portal chooses the lines. Those that speak the page's language come first. */
export function HelpLines() {
  const { words, site } = usePage();
  const { language } = words;
  return (
    <aside class="help" aria-labelledby="help-title">
      <div class="wide">
        <h2 id="help-title">{words.text('help.title')}</h2>
        <p>{words.text('help.text')}</p>
        {site.helpLines.length > 0 && (
          <ul>
            {inOrder(site.helpLines, language).map((line) => (
              <li key={`${line.number} ${inLanguage(line.place, language)}`}>
                <span>{inLanguage(line.place, language)}</span>{' '}
                <a href={`tel:${line.number.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
                  {line.number}
                </a>
                {line.note && <small>{inLanguage(line.note, language)}</small>}
                {line.languages && <Spoken languages={line.languages} />}
              </li>
            ))}
          </ul>
        )}
        <p class="note">{words.text('help.exit')}</p>
      </div>
    </aside>
  );
}

// None is left out: who reads one language may be where another is spoken.
function inOrder(lines: readonly HelpLine[], language: string): readonly HelpLine[] {
  const speaks = ({ languages }: HelpLine) => languages?.some((each) => each.split('-')[0] === language.split('-')[0]);
  return [...lines.filter(speaks), ...lines.filter((line) => !speaks(line))];
}

/** The languages of a line, each by its own name, so that who speaks it can read it. */
function Spoken({ languages }: { readonly languages: readonly string[] }) {
  const { words } = usePage();
  return (
    <small>
      {words.text('help.languages')}{' '}
      {languages.map((each, at) => (
        <Fragment key={each}>
          {at > 0 && ' · '}
          <bdi lang={each}>{languageName(each)}</bdi>
        </Fragment>
      ))}
    </small>
  );
}
