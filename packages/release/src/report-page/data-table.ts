import { type Markup, markup } from './markup.ts';

/** A column of a table: numbers are set to the right. */
export interface DataColumn {
  readonly heading: string;
  readonly isText?: boolean;
  /** Sentences rather than words: never squeezed into a narrow column. */
  readonly isLong?: boolean;
}

/** A table with a caption; the first cell of each row heads it. */
export function dataTable(
  caption: string,
  columns: readonly DataColumn[],
  rows: readonly (readonly string[])[],
): Markup {
  const kind = (at: number) => (columns[at]?.isText ? (columns[at]?.isLong ? 'text long' : 'text') : 'number');
  const cell = (text: string, at: number) =>
    at === 0 ? markup`<th scope="row" class="${kind(at)}">${text}</th>` : markup`<td class="${kind(at)}">${text}</td>`;
  return markup`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${columns.map(
    ({ heading }, at) => markup`<th scope="col" class="${kind(at)}">${heading}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => markup`<tr>${row.map(cell)}</tr>`)}</tbody></table></div>`;
}
