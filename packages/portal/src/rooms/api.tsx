import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { siteAddress } from '../open-data/addresses.ts';
import { openApi } from '../open-data/openapi.ts';
import { exampleOf, type Operation, operationsOf, parameterValues } from '../open-data/operations.ts';

/** Every address that programs can read, and the same as an OpenAPI document. */
export const apiRoom: OpenRoom = ({ releases, site }) => ({
  pages: [{ path: 'data/api/', room: api }],
  entries: [{ path: 'data/api/', group: 'data', label: 'nav.api' }],
  files: [{ path: 'openapi.json', content: () => `${JSON.stringify(openApi(releases, site), null, 1)}\n` }],
});

export function api(page: Page): Room {
  return {
    title: page.words.text('api.title'),
    description: page.words.text('api.description'),
    alternates: [{ type: 'application/json', path: 'openapi.json' }],
    styles: ['open-data'],
    body: <Api />,
  };
}

const groups = [
  { key: 'figures', of: /figure|place/i },
  { key: 'tables', of: /^table/ },
  { key: 'release', of: /./ },
] as const;

function Api() {
  const { words, site, view, file, releases } = usePage();
  const values = parameterValues(releases, site);
  const groupOf = ({ id, path }: Operation) =>
    path.startsWith('/data/{release}/figures') ? 'release' : groups.find(({ of }) => of.test(id))?.key;
  return (
    <>
      <Opening title={words.text('api.title')}>
        <p class="lede">{words.text('api.lede')}</p>
        <p>
          <a href={file('openapi.json')}>{words.text('api.document')}</a>
        </p>
      </Opening>
      <Wide id="start" title={words.text('api.start')}>
        <p class="intro">{words.text('api.start.text')}</p>
        <Loader language="Python" code={pythonStart(siteAddress(site))} />
        <Loader language="R" code={rStart(siteAddress(site), view.bundle.manifest.release)} />
      </Wide>
      {groups.map(({ key }) => (
        <Wide key={key} id={key} title={words.text(`api.group.${key}`)}>
          <Operations
            operations={operationsOf(values).filter((operation) => groupOf(operation) === key)}
            values={values}
            group={key}
          />
        </Wide>
      ))}
      <Wide id="rules" title={words.text('api.rules')} tint>
        <div class="prose">
          {['blank', 'code', 'stable', 'open'].map((rule) => (
            <p key={rule}>{words.text(`api.rule.${rule}`)}</p>
          ))}
        </div>
      </Wide>
    </>
  );
}

function Loader({ language, code }: { readonly language: string; readonly code: string }) {
  const { words } = usePage();
  return (
    <>
      <h3>{language}</h3>
      <Scroll label={words.text('reproduce.code', { language })}>
        <pre dir="ltr">
          <code>{code}</code>
        </pre>
      </Scroll>
    </>
  );
}

// An address breaks between its parts, not inside a name.
function breakable(path: string) {
  return path.split(/(?<=\/)|(?=\.)/).map((part, at) => (
    <>
      {at > 0 && <wbr />}
      {part}
    </>
  ));
}

function pythonStart(address: string): string {
  return `import casebridge\nrelease = casebridge.read("${address}")\n`;
}

function rStart(address: string, release: string): string {
  return `source("${address}clients/casebridge.R")\nrelease <- casebridge_read("${address}", "${release}")\n`;
}

function Operations({
  operations: own,
  values,
  group,
}: {
  readonly operations: readonly Operation[];
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly group: string;
}) {
  const { words, file, view } = usePage();
  return (
    <Scroll label={words.text(`api.group.${group}`)}>
      <table class="addresses">
        <caption>
          {words.text(`api.group.${group}`)}{' '}
          {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('api.address')}</th>
            <th scope="col">{words.text('api.what')}</th>
            <th scope="col">{words.text('api.try')}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((operation) => {
            const example = exampleOf(operation, values, { language: words.language });
            return (
              <tr key={operation.id}>
                <th scope="row">
                  <code dir="ltr">{breakable(operation.path)}</code>
                </th>
                <td>{words.text(`api.${operation.id}`)}</td>
                <td>
                  {example !== null && (
                    <a href={file(example)}>
                      {words.text('api.open')}
                      <span class="unseen"> {operation.path}</span>
                    </a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
