import type { Figure } from '@casebridge/figures/types';
import { placeholderAddress } from '../open-data/addresses.ts';
import { figureEndings } from '../open-data/figure-files.ts';
import { pictureEndings } from '../pictures/pictured-figures.ts';
import { snippetsOf } from '../reproduce/snippets.ts';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { Wide } from './wide.tsx';

const data = ['csv', 'json', 'md', 'svg'];

/** Programs that return the figure's number, and the figure as files. A withheld figure has its files only. */
export function Reproduce({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, view, site, file } = page;
  const snippets = snippetsOf(view, site, figure);
  const link = (ending: string) => (
    <li key={ending}>
      <a href={file(`${words.language}/figures/${figure.id}.${ending}`)} dir="ltr">
        .{ending}
      </a>
    </li>
  );
  return (
    <Wide id="reproduce" title={words.text('reproduce.title')}>
      {snippets.length > 0 && (
        <>
          <p class="intro">{words.text('reproduce.intro', { sequence: view.bundle.manifest.sequence })}</p>
          <div class="snippets">
            {snippets.map(({ language, code }, index) => (
              <details key={language} name="reproduce" open={index === 0}>
                <summary>{language}</summary>
                <Scroll label={words.text('reproduce.code', { language })}>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
                  <pre dir="ltr" tabIndex={0}>
                    <code>{code}</code>
                  </pre>
                </Scroll>
              </details>
            ))}
          </div>
          <p class="note">
            {words.rich('reproduce.loader.links', {
              python: (text) => <a href={file('clients/casebridge.py')}>{text}</a>,
              r: (text) => <a href={file('clients/casebridge.R')}>{text}</a>,
            })}
            {site.address === undefined &&
              ` ${words.text('reproduce.placeholder', { address: `\u2066${placeholderAddress}\u2069` })}`}
          </p>
        </>
      )}
      <div class="file-links">
        <h3>{words.text('reproduce.files')}</h3>
        <ul>{[...data, ...pictureEndings(page, figure)].map(link)}</ul>
        <h3>{words.text('reproduce.cite')}</h3>
        <ul>{figureEndings.filter((ending) => !data.includes(ending)).map(link)}</ul>
      </div>
    </Wide>
  );
}
