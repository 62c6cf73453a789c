import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { losses } from '@casebridge/standard';
import type { OpenRoom, SiteFile } from '../bake/room-set.ts';
import { type Assets, type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { shippedCrosswalks } from '../model/crosswalks.ts';
import { furtherLanguage } from '../text/language-folder.ts';

/** For organisations that hold records: why, how, under which terms, and a desk to try it at. Its script may connect to nothing. */
export const contributeRoom: OpenRoom = () => ({
  pages: [{ path: 'contribute/', room: contribute }],
  entries: [{ path: 'contribute/', group: 'about' }],
  filesIn: ({ words }) => {
    const texts = textsScript(words.language);
    return texts ? [texts] : [];
  },
  files: templates.map(({ file, from }): SiteFile => ({ path: templatePath(file), content: () => readFileSync(from) })),
});

// The same folder from `src/rooms/` and from `dist/rooms/`.
const docs = (path: string) => fileURLToPath(new URL(`../../../../docs/${path}`, import.meta.url));

const templates = [
  { name: 'agreement', file: 'agreement.yaml', from: docs('templates/agreement.yaml') },
  { name: 'coverage', file: 'coverage.yaml', from: docs('templates/coverage.yaml') },
  { name: 'mapping', file: 'mapping.yaml', from: docs('templates/mapping.yaml') },
  { name: 'dpia', file: 'dpia-template.md', from: docs('dpia-template.md') },
] as const;

function templatePath(file: string): string {
  return `contribute/${file}`;
}

function contribute(page: Page): Room {
  return {
    title: page.words.text('contribute.title'),
    description: page.words.text('contribute.description'),
    body: <Contribute />,
    styles: ['contribute'],
    scripts: ['contribute'],
    connects: false,
  };
}

const chapters = [
  { key: 'why', lines: 3 },
  { key: 'how', lines: 6 },
  { key: 'legal', lines: 5 },
] as const;

function Contribute() {
  const { words } = usePage();
  const parts = ['try', ...chapters.map(({ key }) => key), 'templates', 'command'];
  return (
    <>
      <Opening title={words.text('contribute.title')}>
        <p class="lede">{words.text('contribute.lede')}</p>
        <nav class="jump" aria-label={words.text('figures.jump')}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{words.text(`contribute.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <Wide id="try" title={words.text('contribute.try')} tint>
        <p class="intro">{words.text('contribute.promise')}</p>
        <Desk />
      </Wide>
      {chapters.map(({ key, lines }) => (
        <Wide key={key} id={key} title={words.text(`contribute.${key}`)}>
          <Lines chapter={key} lines={lines} />
        </Wide>
      ))}
      <Wide id="templates" title={words.text('contribute.templates')}>
        <Templates />
      </Wide>
      <Wide id="command" title={words.text('contribute.command')} tint>
        <Command />
      </Wide>
    </>
  );
}

function Lines({ chapter, lines }: { readonly chapter: string; readonly lines: number }) {
  const { words } = usePage();
  const texts = Array.from({ length: lines }, (_, line) => words.text(`contribute.${chapter}.${line + 1}`));
  if (chapter === 'how') {
    return (
      <ol class="steps">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    );
  }
  return (
    <div class="prose">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** Where the script sets up its desk, and the words that it speaks. */
function Desk() {
  const page = usePage();
  const { words, assets } = page;
  const prefix = 'contribute.ui.';
  const texts = textsScript(words.language);
  const setting = {
    language: words.language,
    locale: words.locale,
    worker: page.file(workerPath(assets)),
    texts: texts === null ? null : page.file(texts.path),
    words: Object.fromEntries([
      ...Object.entries(words.messages)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, text]) => [key.slice(prefix.length), text]),
      ...losses.flatMap((loss) => [
        [`loss.${loss}`, words.text(`loss.${loss}`)],
        [`loss.${loss}.text`, words.text(`loss.${loss}.text`)],
      ]),
      ...shippedCrosswalks().map(({ id }) => [`mapping.of.${id}`, words.text(`crosswalk.of.${id}`)]),
    ]),
  };
  return (
    <>
      <noscript>
        <p class="notice">
          {words.text('contribute.noscript')} <a href="#command">{words.text('contribute.command')}</a>
        </p>
      </noscript>
      <div id="contribute" class="desk" />
      <script
        type="application/json"
        data-contribute
        dangerouslySetInnerHTML={{ __html: JSON.stringify(setting).replaceAll('<', '\\u003c') }}
      />
    </>
  );
}

/** The script that brings the worker the texts of a language that did not come with the program; null for the others. */
function textsScript(language: string): { readonly path: string; readonly content: () => string } | null {
  const further = furtherLanguage(language);
  if (!further) return null;
  const script = `globalThis.casebridgeLanguage = ${JSON.stringify(further)};\n`;
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 10);
  return { path: `assets/contribute-texts-${language}.${hash}.js`, content: () => script };
}

function workerPath({ scripts }: Assets): string {
  const worker = scripts['contribute-worker'];
  if (!worker) throw new Error("the portal's browser files lack contribute-worker: run npm run build");
  return worker.path;
}

function Templates() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <p class="intro">{words.text('contribute.templates.text')}</p>
      <ul class="plain">
        {templates.map(({ name, file }) => (
          <li key={name}>
            <a href={page.file(templatePath(file))} download>
              {words.text(`contribute.template.${name}`)}
            </a>{' '}
            <code class="note" dir="ltr">
              {file}
            </code>
          </li>
        ))}
        <li>
          <a href={page.to('data/crosswalks/')}>{words.text('contribute.crosswalks')}</a>
        </li>
      </ul>
    </>
  );
}

const commands = {
  open: [
    'casebridge map --suggest cases.xlsx --out mapping.yaml',
    'casebridge check --mapping mapping.yaml cases.xlsx',
  ],
  records: ['casebridge map --mapping mapping.yaml cases.xlsx --out records.csv'],
  seal: [
    'casebridge keys --organisation my-shelter --out keys/',
    'casebridge submit --mapping mapping.yaml --agreement agreement.yaml --coverage coverage.yaml \\',
    '  --keys keys/ --steward age1… cases.xlsx --out 2025.parcel',
  ],
} as const;

function Command() {
  const { words } = usePage();
  return (
    <>
      <p class="intro">{words.text('contribute.command.text')}</p>
      {(['open', 'records', 'seal'] as const).map((part) => (
        <div key={part}>
          <p>{words.text(`contribute.command.${part}`)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls is reached by keyboard */}
          <pre dir="ltr" tabIndex={0}>
            <code>{commands[part].join('\n')}</code>
          </pre>
        </div>
      ))}
    </>
  );
}
