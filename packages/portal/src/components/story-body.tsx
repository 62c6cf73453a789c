import type { Figure } from '@casebridge/figures/types';
import type { Token, Tokens } from 'marked';
import type { ComponentChildren } from 'preact';
import { insertionOf, inside, isBlock, isForm } from '../stories/story-markdown.ts';
import { CompositionChart } from './composition-chart.tsx';
import { CopySentence } from './copy-sentence.tsx';
import { FigureCard } from './figure-card.tsx';
import { FigureTable } from './figure-table.tsx';
import { citationText, figureName, figurePath, figureShortName, intervalText, sentenceOf } from './figure-text.ts';
import { HistoryChart } from './history-chart.tsx';
import { absenceOf, Mark } from './marks.tsx';
import { usePage } from './page.ts';

/** A story's text as elements: its Markdown, with each figure taken from the page's release. */
export function StoryBody({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, index) => (
        <Block key={index} token={token} />
      ))}
    </>
  );
}

function Block({ token }: { readonly token: Token }) {
  switch (token.type) {
    case 'heading':
      return (token as Tokens.Heading).depth === 2 ? (
        <h2>
          <Line tokens={inside(token)} />
        </h2>
      ) : (
        <h3>
          <Line tokens={inside(token)} />
        </h3>
      );
    case 'paragraph': {
      const [only, ...others] = inside(token);
      const found = only && others.length === 0 ? insertionOf(only) : null;
      if (found && isForm(found.form) && isBlock(found.form)) return <Inserted form={found.form} id={found.id} />;
      return (
        <p>
          <Line tokens={inside(token)} />
        </p>
      );
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const entries = items.map((item, index) => (
        <li key={index}>
          <Line tokens={item.tokens} />
        </li>
      ));
      return ordered ? <ol>{entries}</ol> : <ul>{entries}</ul>;
    }
    case 'blockquote':
      return (
        <blockquote>
          <StoryBody tokens={inside(token)} />
        </blockquote>
      );
    case 'hr':
      return <hr />;
    default:
      return null;
  }
}

function Line({ tokens }: { readonly tokens: readonly Token[] }) {
  return (
    <>
      {tokens.map((token, index) => (
        <Piece key={index} token={token} />
      ))}
    </>
  );
}

function Piece({ token }: { readonly token: Token }) {
  const page = usePage();
  const found = insertionOf(token);
  if (found && isForm(found.form)) return <Inserted form={found.form} id={found.id} />;
  const within: ComponentChildren = inside(token).length > 0 ? <Line tokens={inside(token)} /> : textOf(token);
  switch (token.type) {
    case 'strong':
      return <strong>{within}</strong>;
    case 'em':
      return <em>{within}</em>;
    case 'br':
      return <br />;
    case 'link': {
      const { href } = token as Tokens.Link;
      return <a href={/^https:/.test(href) ? href : page.to(href)}>{within}</a>;
    }
    default:
      return <>{within}</>;
  }
}

// The lexer leaves text as it was written; only its escapes are its own.
function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : '';
}

function Inserted({ form, id }: { readonly form: string; readonly id: string }) {
  const page = usePage();
  const figure = page.view.figure(id);
  if (!figure) throw new Error(`a story's figure ${id} is not in its release`);
  const key = figure.id.replaceAll(/[^a-z0-9]/gi, '-');
  if (form === 'interval')
    return (
      <span class="inserted" data-figure={figure.id}>
        {intervalText(page, figure)}
      </span>
    );
  if (form === 'value') return <InsertedValue figure={figure} />;
  if (form === 'card') {
    return (
      <div class="inserted-card">
        <FigureCard figure={figure} inText />
      </div>
    );
  }
  if (form === 'sentence') {
    const { language, direction } = page.words;
    return (
      <div data-figure={figure.id}>
        <CopySentence
          label={figureName(page, figure)}
          text={sentenceOf(page, figure, 'short')}
          language={language}
          direction={direction}
          path={figurePath(figure)}
          footnote={citationText(page, figure)}
        />
      </div>
    );
  }
  const years = form === 'history';
  const shown = years ? page.view.series(figure) : page.view.composition(figure);
  return (
    <div class="pair inserted-picture">
      {years ? (
        <HistoryChart figure={figure} id={`story-years-${key}`} />
      ) : (
        <CompositionChart figures={shown} here={null} id={`story-parts-${key}`} />
      )}
      <FigureTable
        caption={page.words.text(years ? 'figure.history.table' : 'stories.parts', { name: figureName(page, figure) })}
        first={page.words.text(years ? 'table.year' : 'table.answer')}
        figures={shown}
        nameOf={(each) => (years ? each.period : figureShortName(page, each))}
      />
    </div>
  );
}

function InsertedValue({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  return (
    <span class="inserted" data-figure={figure.id}>
      <a href={page.to(figurePath(figure))} title={figure.id}>
        {figure.value === null ? <Mark absence={absenceOf(figure)} /> : page.format.figure(figure)}
      </a>{' '}
      <small>({intervalText(page, figure)})</small>
    </span>
  );
}
