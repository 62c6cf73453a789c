import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { type VariableGroup, variableGroups } from '../model/variable-groups.ts';
import { compareVariables } from './codebook-compare.tsx';
import { definitionOf, describedName, variablePage, variablePath } from './codebook-variable.tsx';

/** The published variables: all of them, a page for each, and two beside each other. */
export const codebookRoom: OpenRoom = ({ view }) => ({
  pages: [
    { path: 'data/codebook/', room: codebook },
    { path: 'data/codebook/compare/', room: compareVariables },
    ...variableGroups(view.bundle.codebook).map((group) => ({
      path: variablePath(group.id),
      room: (page: Page) => variablePage(page, group),
    })),
  ],
  entries: [{ path: 'data/codebook/', group: 'data' }],
});

/** The published variables: what each means and which answers it can have. */
export function codebook(page: Page): Room {
  return {
    title: page.words.text('codebook.title'),
    description: page.words.text('codebook.description'),
    body: <CodebookRoom />,
    scripts: ['codebook'],
    styles: ['records'],
  };
}

function CodebookRoom() {
  const page = usePage();
  const { words, view } = page;
  const { codebook: book } = view.bundle;
  return (
    <>
      <Opening kicker={<a href={page.to('data/')}>{words.text('nav.data')}</a>} title={words.text('codebook.title')}>
        <p class="lede">{words.text('codebook.intro')}</p>
        <p class="note">
          {words.text('codebook.version', {
            count: variableGroups(book).length,
            standard: book.standard,
            grouping: book.grouping,
          })}
        </p>
        <ul class="ways">
          <li>
            <a href={page.to('data/codebook/compare/')}>{words.text('codebook.compare.link')}</a>
          </li>
          <li>
            <a href={page.to('data/missingness/')}>{words.text('missingness.link')}</a>
          </li>
          <li>
            <a href={page.to('data/crosswalks/')}>{words.text('crosswalk.link')}</a>
          </li>
        </ul>
      </Opening>
      <div class="wide">
        <div class="finder" data-finder hidden>
          <label for="find-variable">{words.text('codebook.find')}</label>
          <input id="find-variable" type="search" autocomplete="off" spellcheck={false} />
          <p
            class="note"
            role="status"
            data-found={words.text('codebook.found')}
            data-none={words.text('codebook.none')}
          />
        </div>
        <div class="codebook">
          {variableGroups(book).map((group) => (
            <Entry key={group.id} group={group} />
          ))}
        </div>
      </div>
    </>
  );
}

/** Longest list of codes that the index repeats; countries are on their own page. */
const mostListed = 60;

function Entry({ group }: { readonly group: VariableGroup }) {
  const page = usePage();
  const { words } = page;
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  const { id, columns } = group;
  const many = columns.length > 1;
  const codes = new Map(columns.flatMap((column) => column.codes.map((code) => [code.code, code] as const)));
  const definition = definitionOf(page, group);
  return (
    <section id={id} aria-labelledby={`${id}-name`} data-variable>
      <h2 id={`${id}-name`}>
        <a href={page.to(variablePath(id))}>{describedName(page, group)}</a>
      </h2>
      <p class="note">
        <code dir="ltr">{many ? `${id}.*` : columns[0].id}</code>
      </p>
      {definition && <p {...definition.attributes}>{definition.text}</p>}
      {!many && codes.size > mostListed ? (
        <p class="note">
          <a href={page.to(`${variablePath(id)}#codes`)}>{words.text('codebook.codes', { count: codes.size })}</a>
        </p>
      ) : (
        <details class="more">
          <summary>
            {many
              ? words.text('codebook.columns', { count: columns.length })
              : words.text('codebook.codes', { count: codes.size })}
          </summary>
          <ul class="codes">
            {many
              ? columns.map((column) => (
                  <li key={column.id} id={column.id}>
                    <code dir="ltr">{column.id}</code> {say(column.labels)}
                  </li>
                ))
              : [...codes.values()].map(({ code, labels, missing }) => (
                  <li key={code} {...(missing && { class: 'missing' })}>
                    <code dir="ltr">{code}</code> {say(labels)}
                  </li>
                ))}
          </ul>
        </details>
      )}
    </section>
  );
}
