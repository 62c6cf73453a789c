import { inLanguage } from '../site/site-file.ts';
import { usePage } from './page.ts';

/** Where somebody in danger can call; who runs the portal chooses the lines. */
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
            {site.helpLines.map((line) => (
              <li key={line.number}>
                <span>{inLanguage(line.place, language)}</span>{' '}
                <a href={`tel:${line.number.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
                  {line.number}
                </a>
                {line.note && <small>{inLanguage(line.note, language)}</small>}
              </li>
            ))}
          </ul>
        )}
        <p class="note">{words.text('help.exit')}</p>
      </div>
    </aside>
  );
}
