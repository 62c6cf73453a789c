import type { Codebook } from '@casebridge/bundle';
import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';

/** The published variables. */
export const codebookRoom: OpenRoom = () => ({
  pages: [{ path: 'data/codebook/', room: codebook }],
  entries: [{ path: 'data/codebook/', group: 'data' }],
});

/** The published variables: what each means and which answers it can have. */
export function codebook(page: Page): Room {
  return {
    title: page.words.text('codebook.title'),
    description: page.words.text('codebook.description'),
    body: <CodebookRoom />,
  };
}

type Variable = Codebook['variables'][number];

/** Columns of one many-valued variable, told together: they have the same answers. A variable of one column is alone. */
function groupsOf(variables: readonly Variable[]): readonly (readonly [Variable, ...Variable[]])[] {
  const groups = new Map<string, [Variable, ...Variable[]]>();
  for (const variable of variables) {
    const answers = variable.codes.map(({ code }) => code).join(' ');
    const key = `${variable.id.split('.')[0]} ${answers}`;
    const group = groups.get(key);
    if (group) group.push(variable);
    else groups.set(key, [variable]);
  }
  return [...groups.values()];
}

function CodebookRoom() {
  const page = usePage();
  const { words, view } = page;
  const { variables, standard, grouping } = view.bundle.codebook;
  return (
    <>
      <Opening kicker={<a href={page.to('data/')}>{words.text('nav.data')}</a>} title={words.text('codebook.title')}>
        <p class="lede">{words.text('codebook.intro', { standard, grouping })}</p>
      </Opening>
      <div class="wide codebook">
        {groupsOf(variables).map((group) => (
          <Entry key={group[0].id} group={group} />
        ))}
      </div>
    </>
  );
}

function Entry({ group }: { readonly group: readonly [Variable, ...Variable[]] }) {
  const { words } = usePage();
  const say = (labels: Readonly<Record<string, string>>) => labels[words.language] ?? labels.en ?? '';
  const [{ id, labels, definition, derivedFrom, codes }] = group;
  const [variable = ''] = id.split('.');
  const many = group.length > 1;
  const name = many && words.has(`variable.${variable}`) ? words.text(`variable.${variable}`) : say(labels) || id;
  return (
    <section id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{name}</h2>
      <p class="note">
        <code dir="ltr">{many ? `${variable}.*` : id}</code>
        {derivedFrom && (
          <>
            {' · '}
            {words.text('codebook.derived')} <code dir="ltr">{derivedFrom}</code>
          </>
        )}
      </p>
      {say(definition) !== '' && <p>{say(definition)}</p>}
      {many && (
        <ul class="codes">
          {group.map((column) => (
            <li key={column.id} {...(column.id !== id && { id: column.id })}>
              <code dir="ltr">{column.id}</code> {say(column.labels)}
            </li>
          ))}
        </ul>
      )}
      <details class="more">
        <summary>{words.text('codebook.codes', { count: codes.length })}</summary>
        <ul class="codes">
          {codes.map(({ code, labels: names, missing }) => (
            <li key={code} {...(missing && { class: 'missing' })}>
              <code dir="ltr">{code}</code> {say(names)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
