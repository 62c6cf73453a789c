import { useState } from 'preact/hooks';
import type { OwnFigure } from '../worker/own-figures.ts';
import type { Distribution, OwnReport } from '../worker/own-report.ts';
import { Step } from './step.tsx';
import { useWords } from './words.ts';

/** The fourth step: the officer's own report, worked out in the page. */
export function Report({ report, name }: { readonly report: OwnReport; readonly name: string }) {
  const { say, number, percent } = useWords();
  const most = Math.max(1, ...report.years.map(({ rows }) => rows));
  return (
    <Step number={4} name="report">
      <p class="desk-tally">
        <b dir="auto">{name}</b> · {say('report.rows', { rows: report.rows })}
      </p>
      <OwnFigures report={report} />
      <h4>{say('report.years')}</h4>
      <BarTable
        first={say('report.year')}
        second={say('report.records')}
        rows={report.years.map(({ year, rows }) => ({
          name: year ?? say('report.undated'),
          value: number(rows),
          share: rows / most,
        }))}
      />
      <h4>{say('report.unknown')}</h4>
      <p class="note">{say('report.unknown.note')}</p>
      <BarTable
        first={say('report.variable')}
        second={say('report.share.unknown')}
        quiet
        rows={[...report.parts]
          .sort((a, b) => b.unknown - a.unknown)
          .map(({ label, unknown }) => ({ name: label, value: percent(unknown), share: unknown }))}
      />
      {report.neverAsked.length > 0 && (
        <details class="more">
          <summary>{say('report.never', { n: report.neverAsked.length })}</summary>
          <p>{report.neverAsked.join(' · ')}</p>
        </details>
      )}
      <h4>{say('report.answers')}</h4>
      <div class="desk-parts">
        {report.parts.map((part) => (
          <Answers key={part.id} part={part} />
        ))}
      </div>
      <p class="desk-actions">
        <button type="button" class="button quiet" onClick={() => print()}>
          {say('report.print')}
        </button>
      </p>
    </Step>
  );
}

interface BarTableProps {
  readonly first: string;
  readonly second: string;
  readonly quiet?: boolean;
  readonly rows: readonly { readonly name: string; readonly value: string; readonly share: number }[];
}

function BarTable({ first, second, quiet = false, rows }: BarTableProps) {
  const { say } = useWords();
  return (
    <table class="desk-table desk-bars">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" class="num">
            {second}
          </th>
          <th scope="col" class="picture">
            <span class="unseen">{say('report.picture')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value, share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="num">{value}</td>
            <td class="picture">
              <Bar share={share} quiet={quiet} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answers({ part }: { readonly part: Distribution }) {
  const { say, number, percent } = useWords();
  return (
    <table class="desk-table desk-bars">
      <caption>
        <b>{part.label}</b>{' '}
        <span class="note">{say(part.isMany ? 'report.base.many' : 'report.base', { known: part.known })}</span>
      </caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{say('report.answer')}</th>
          <th scope="col">{say('report.records')}</th>
          <th scope="col">{say('report.share')}</th>
          <th scope="col">{say('report.picture')}</th>
        </tr>
      </thead>
      <tbody>
        {part.answers.map(({ label, count }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="num">{number(count)}</td>
            <td class="num">{percent(count / part.known)}</td>
            <td class="picture">
              <Bar share={count / part.known} />
            </td>
          </tr>
        ))}
        {part.others > 0 && (
          <tr>
            <th scope="row">{say('report.others')}</th>
            <td class="num">{number(part.others)}</td>
            <td class="num">{percent(part.others / part.known)}</td>
            <td class="picture">
              <Bar share={part.others / part.known} />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** What figures say of these records, at the precision of public ones. */
function OwnFigures({ report }: { readonly report: OwnReport }) {
  const { say, number, percent } = useWords();
  const [chosen, choose] = useState<string | null>(null);
  const shown = report.figures.find(({ year }) => year === chosen) ?? report.figures[0];
  if (!shown) return null;
  const telling = shown.figures.filter(isTelling);
  const rest = shown.figures.filter((figure) => !isTelling(figure));
  return (
    <>
      <h4>{say('public.title')}</h4>
      <p class="note">{say('public.note')}</p>
      {report.figures.length > 1 && (
        <p>
          <label>
            {say('report.year')}{' '}
            <select value={shown.year} onChange={({ currentTarget }) => choose(currentTarget.value)}>
              {report.figures.map(({ year }) => (
                <option key={year} value={year}>
                  {year}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('public.figure')}</th>
            <th scope="col" class="num">
              {say('public.value')}
            </th>
            <th scope="col" class="num">
              {say('public.base')}
            </th>
            <th scope="col" class="num">
              {say('report.share.unknown')}
            </th>
          </tr>
        </thead>
        <tbody>
          {telling.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">{figure.label}</th>
              <td class={figure.value === null ? 'num note' : 'num'}>
                <Value figure={figure} />
              </td>
              <td class="num">{figure.base === null ? '' : number(figure.base)}</td>
              <td class="num">{figure.unknown === null ? '' : percent(figure.unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest.length > 0 && (
        <details class="more">
          <summary>{say('public.rest', { n: rest.length })}</summary>
          <ul>
            {rest.map((figure) => (
              <li key={figure.id}>
                {figure.label}: <Value figure={figure} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Figures that could be said of these records: there is a value, and it is not next to nothing. */
function isTelling({ value }: OwnFigure): boolean {
  return value !== null && value !== 0;
}

function Value({ figure: { value, unit, withheld } }: { readonly figure: OwnFigure }) {
  const { say, percent, change, years } = useWords();
  if (value === null) return <>{say(withheld === 'base_too_small' ? 'public.small' : 'public.wide')}</>;
  if (unit === 'share') return <>{value === 0 ? say('public.under', { share: percent(0.01) }) : percent(value)}</>;
  if (unit === 'change') return <>{change(value)}</>;
  if (unit === 'years') return <>{years(value)}</>;
  return <>{say('public.about', { n: value })}</>;
}

/** A share as a bar: it repeats the number beside it. */
function Bar({ share, quiet = false }: { readonly share: number; readonly quiet?: boolean }) {
  return (
    <svg
      class={quiet ? 'desk-bar quiet' : 'desk-bar'}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="100" height="10" class="track" />
      <rect width={Math.max(0, Math.min(100, share * 100))} height="10" />
    </svg>
  );
}
