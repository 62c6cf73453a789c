import { openFolder } from '../open-data/addresses.ts';
import { usePage } from './page.ts';
import { Wide } from './wide.tsx';

/** Files that describe a release or hold it in other forms, by the message that says what each is. */
const forms = [
  ['releaseFigures', 'figures.csv'],
  ['tableHxl', 'figures.hxl.csv'],
  ['coverage', 'coverage.csv'],
  ['sdmx', 'sdg-16.2.2.csv'],
  ['citation', 'CITATION.cff'],
  ['releaseBibtex', 'release.bib'],
  ['releaseRis', 'release.ris'],
  ['schemaOrg', 'schema-org.jsonld'],
  ['dcat', 'dcat.ttl'],
  ['croissant', 'croissant.json'],
  ['dataCite', 'datacite.json'],
  ['ddi', 'ddi-codebook.xml'],
] as const;

/** The other forms of the page's release, its DOI where it has one, and the way to all addresses. */
export function ReleaseForms() {
  const { words, view, site, file, to } = usePage();
  const doi = site.doi.releases[view.bundle.manifest.release];
  return (
    <Wide id="forms" title={words.text('forms.title')}>
      <p class="intro">
        {words.text('forms.intro')} <a href={to('data/api/')}>{words.text('forms.api')}</a>
      </p>
      <ul class="plain forms">
        {forms.map(([key, name]) => (
          <li key={name}>
            <a href={file(`${openFolder(view)}/${name}`)} dir="ltr">
              {name}
            </a>{' '}
            {words.text(key === 'tableHxl' ? 'forms.hxl' : `api.${key}`)}
          </li>
        ))}
      </ul>
      {doi !== undefined && (
        <p class="note">
          DOI{' '}
          <a href={`https://doi.org/${doi}`} dir="ltr">
            {doi}
          </a>
        </p>
      )}
    </Wide>
  );
}
