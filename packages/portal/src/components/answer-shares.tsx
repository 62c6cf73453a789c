import type { Drawn } from '../charts/frame.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { cellNames } from '../model/cell-name.ts';
import type { Answer, Reading } from '../model/table-answers.ts';
import { Chart, describeRows } from './chart.tsx';
import { type Absence, Mark, MarkLegend } from './marks.tsx';
import { type Page, usePage } from './page.ts';
import { Scroll } from './scroll.tsx';
import { answerName } from './variable-text.ts';

/** Attributes that name where a number comes from, for the check that ends a bake. */
export function sourceOf(reading: Reading): Source {
  if (typeof reading === 'string') return {};
  if (reading.figure !== null) return { 'data-figure': reading.figure };
  return reading.table === null ? {} : { 'data-table': reading.table.join(' '), 'data-cell': reading.cell ?? '' };
}

/** Names the table and the cells that a picture draws; nothing where all of it is figures. */
export function sourceOfAll(readings: readonly Reading[]): Source {
  const sources = readings.map(sourceOf);
  const [table] = sources.flatMap((source) => source['data-table'] ?? []);
  const cells = cellNames(sources.map((source) => source['data-cell'] ?? null));
  return table === undefined ? {} : { 'data-table': table, 'data-cell': cells };
}

interface Source {
  readonly 'data-figure'?: string;
  readonly 'data-table'?: string;
  readonly 'data-cell'?: string;
}

interface AnswerSharesProps {
  readonly id: string;
  readonly title: string;
  readonly answers: readonly Answer[];
  readonly period: string;
}

/** The answers to one question as bars with intervals, and as a table with base and unknown share. */
export function AnswerShares({ id, title, answers, period }: AnswerSharesProps) {
  const page = usePage();
  const { words, view } = page;
  const named = answers.map((answer) => ({ answer, name: answerName(page, answer) }));
  const rows = named.map(({ answer, name }) => drawn(page, `${answer.column} ${answer.codes.join(' ')}`, name, answer));
  const highest = Math.max(0.1, ...rows.map(({ value, high }) => (value === null ? 0 : high)));
  const many = answers.some((answer) => answer.many);
  return (
    <div class="pair">
      <div {...sourceOfAll(answers.map(({ reading }) => reading))}>
        <Chart
          id={id}
          title={title}
          description={describeRows(rows)}
          draw={(frame) => intervalBars(rows, frame, { maximum: highest > 0.5 ? 1 : highest * 1.04 })}
        />
      </div>
      <div>
        <ReadingTable
          caption={title}
          first={words.text('table.answer')}
          unit="share"
          rows={named.map(({ answer: { column, codes, reading }, name }) => ({
            key: `${column} ${codes.join(' ')}`,
            name,
            reading,
          }))}
        />
        <p class="note">
          {many && `${words.text('topics.several')} `}
          {words.text('table.base.note')}{' '}
          {words.text('topics.from', { period, sequence: view.bundle.manifest.sequence })}
        </p>
      </div>
    </div>
  );
}

interface ReadingTableProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly unit: 'share' | 'years';
  readonly rows: readonly { readonly key: string; readonly name: string; readonly reading: Reading }[];
}

/** Readings as rows: value, 95 % interval, base and unknown share, with the marks used explained below. */
export function ReadingTable({ caption, first, unit, rows }: ReadingTableProps) {
  const { words, format, view } = usePage();
  const none = words.text('table.none');
  return (
    <>
      <Scroll label={caption}>
        <table class="figures">
          <caption>
            {caption} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {['value', 'interval', 'base', 'unknown'].map((column) => (
                <th key={column} scope="col" class="num">
                  {words.text(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, reading }) => (
              <tr key={key} {...sourceOf(reading)}>
                <th scope="row">{name}</th>
                {typeof reading === 'string' ? (
                  <>
                    <td class="num strong">
                      <Mark absence={reading} />
                    </td>
                    <td class="num" colSpan={3}>
                      {withheldText(words, reading)}
                    </td>
                  </>
                ) : (
                  <>
                    <td class="num strong">{format.value(reading.value, unit)}</td>
                    <td class="num">{format.range(...reading.interval, unit)}</td>
                    <td class="num">{reading.base === null ? none : format.about(reading.base)}</td>
                    <td class="num">{reading.unknown === null ? none : format.share(reading.unknown)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <MarkLegend used={absencesIn(rows.map(({ reading }) => reading))} />
    </>
  );
}

/** The marks that readings need explained. */
export function absencesIn(readings: readonly Reading[]): readonly Absence[] {
  return [...new Set(readings.flatMap((reading): Absence[] => (typeof reading === 'string' ? [reading] : [])))];
}

/** Why there is no number, in few words. */
function withheldText(words: Page['words'], absence: Exclude<Reading, object>): string {
  return words.text(words.has(`withheld.${absence}`) ? `withheld.${absence}` : `mark.${absence}`);
}

function drawn(page: Page, key: string, label: string, { reading }: Answer): Drawn {
  const { words, format } = page;
  if (typeof reading === 'string') {
    return { key, label, value: null, low: 0, high: 0, text: withheldText(words, reading), tone: 'plain' };
  }
  const [low, high] = reading.interval;
  const text = words.text('chart.value', {
    value: format.share(reading.value),
    interval: format.range(low, high, 'share'),
  });
  return { key, label, value: reading.value, low: Math.max(0, low), high, text, tone: 'plain' };
}
