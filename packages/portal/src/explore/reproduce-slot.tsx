import { useState } from 'preact/hooks';
import { Scroll } from '../components/scroll.tsx';
import { decimalsFor } from '../reproduce/decimals.ts';
import type { Cells, Recipe } from '../reproduce/recipe.ts';
import { type RecordsRecipe, recordsSnippets } from '../reproduce/records-snippets.ts';
import { type SnippetLanguage, writeSnippet } from '../reproduce/snippet-writers.ts';
import type { NotesProps } from './notes.tsx';
import { type Cell, wholeColumn } from './slice.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState } from './types.ts';
import { placeText, titleOf, writer } from './wording.ts';

const languages: readonly SnippetLanguage[] = ['Python', 'R', 'TypeScript', 'SQL'];

/** Programs that fetch the release's files and print a number of the table on screen. */
export function ReproduceSlot({ index, state, source, slice }: NotesProps) {
  const cells = slice.rows.flatMap((row) =>
    slice.columns.map((column) => slice.cell(row.code, column.code, column.period ?? slice.period)),
  );
  const shown = cells.filter(({ value }) => value !== null);
  const [chosen, choose] = useState(0);
  const cell = shown[chosen] ?? shown[0];
  if (!cell) return null;
  const title = `${titleOf(index, state)}: ${placeText(index, state, cell)}`;
  const decimals = state.measure === 'share' ? decimalsFor(cell.value ?? 0, 4, 0.01) : 0;
  const about = { address: index.address, release: index.release, figure: title, decimals };
  const code = (language: SnippetLanguage) =>
    source.kind === 'published'
      ? writeSnippet(language, { ...about, recipe: tableRecipe(index, state, source.key, cell) })
      : recordsSnippets[language]({ ...about, recipe: recordsRecipe(index, state, cell) });
  return (
    <details class="reproduce">
      <summary>{say(index, 'reproduce')}</summary>
      <p>{say(index, 'reproduce.intro')}</p>
      <label>
        {say(index, 'reproduce.number')}
        <select
          value={String(shown.indexOf(cell))}
          onChange={(event) => choose(Number((event.currentTarget as HTMLSelectElement).value))}
        >
          {shown.map((each, at) => (
            <option key={at} value={String(at)}>
              {placeText(index, state, each)}: {writer(index, state)(each.value ?? 0)}
            </option>
          ))}
        </select>
      </label>
      <div class="snippets">
        {languages.map((language, at) => (
          <details key={language} name="reproduce" open={at === 0}>
            <summary>{language}</summary>
            <Scroll label={language}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
              <pre dir="ltr" tabIndex={0}>
                <code data-language={language}>{code(language)}</code>
              </pre>
            </Scroll>
          </details>
        ))}
      </div>
      <p class="note">
        <a href="../../clients/casebridge.py">casebridge.py</a> · <a href="../../clients/casebridge.R">casebridge.R</a>
      </p>
    </details>
  );
}

type Condition = readonly [variable: string, codes: readonly string[]];

// The codes a number is about, and those of its base.
function conditions(index: ExploreIndex, state: ExploreState, cell: Cell) {
  const known = (index.variables.find(({ id }) => id === state.variable)?.codes ?? [])
    .filter(({ missing }) => !missing)
    .map(({ code }) => code);
  const others: readonly Condition[] = [
    ...(state.by === null || cell.column === wholeColumn ? [] : [[state.by, [cell.column]] as const]),
    ...state.filters.map(({ variable, code }) => [variable, [code]] as const),
  ];
  return {
    numerator: [[state.variable, [cell.row]] as const, ...others],
    base: [[state.variable, known] as const, ...others],
  };
}

/** How a cell of a published table is worked out from its file. */
export function tableRecipe(index: ExploreIndex, state: ExploreState, key: string, cell: Cell): Recipe {
  const { numerator, base } = conditions(index, state, cell);
  const table = index.files[index.tables.indexOf(key)] ?? key;
  const cells = (where: readonly Condition[]): Cells => ({ table, by: 'period', in: [cell.period], where });
  return state.measure === 'count'
    ? { kind: 'count', cells: cells(numerator) }
    : { kind: 'share', numerator: cells(numerator), base: cells(base) };
}

function recordsRecipe(index: ExploreIndex, state: ExploreState, cell: Cell): RecordsRecipe {
  const { numerator, base } = conditions(index, state, cell);
  const late = index.records?.late ?? [];
  return { period: cell.period, late, numerator, base: state.measure === 'count' ? null : base };
}
