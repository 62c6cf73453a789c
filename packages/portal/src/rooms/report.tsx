import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { CompositionChart } from '../components/composition-chart.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { baseText, figureName, figurePath, groupName, intervalText, unknownText } from '../components/figure-text.ts';
import { IntervalGlyph } from '../components/glyph.tsx';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';
import { announcedYear, figuresOf, type ReportSection, reportOf } from '../model/report.ts';
import { reportYear } from '../model/report-year.ts';

/** A report for each year. */
export const reportRoom: OpenRoom = (house) => ({
  pages: house.view.bundle.manifest.periods.map((period) => ({
    path: `report/${period}/`,
    room: (page: Page) => report(page, period),
  })),
  entries: [
    {
      path: `report/${reportYear(house)}/`,
      group: 'findings',
      label: 'nav.report',
      args: { year: reportYear(house) },
    },
  ],
});

/** A year's report: for 2015 each statement of the 2016 announcement beside what the data say and what it left out. */
export function report(page: Page, year: string): Room {
  return {
    title: page.words.text('report.title', { year }),
    description: page.words.text(year === announcedYear ? 'report.description.announced' : 'report.description', {
      year,
    }),
    body: <Report year={year} />,
  };
}

function Report({ year }: { readonly year: string }) {
  const page = usePage();
  const { words, view, format } = page;
  const { manifest } = view.bundle;
  const announced = year === announcedYear;
  const sections = reportOf(view, year);
  const setApart = manifest.setApart;
  return (
    <>
      <Opening
        kicker={words.text('report.kicker', { sequence: manifest.sequence, date: format.day(manifest.created) })}
        title={words.text('report.title', { year })}
      >
        <p class="lede">{words.text(announced ? 'report.lede.announced' : 'report.lede', { year })}</p>
        {announced && setApart && (
          <p class="note">{words.text('report.whose', { group: groupName(page, setApart.code) })}</p>
        )}
        {!page.alone && manifest.periods.length > 1 && (
          <nav class="years" aria-label={words.text('figure.years')}>
            <ul>
              {manifest.periods.map((each) => (
                <li key={each}>
                  <a href={page.to(`report/${each}/`)} {...(each === year && { 'aria-current': 'page' })}>
                    {each}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Opening>
      <div class="wide report">
        {sections.map((section, index) => (
          <Statement key={section.key} section={section} number={index + 1} announced={announced} />
        ))}
        <section class="statement closing" aria-labelledby="s-closing">
          <h2 id="s-closing">{words.text('report.closing.title')}</h2>
          <p>{words.text(announced ? 'report.closing.announced' : 'report.closing')}</p>
        </section>
        <Annex year={year} figures={figuresOf(sections)} />
      </div>
    </>
  );
}

/** Every number of the report in one table, and as files. */
function Annex({ year, figures }: { readonly year: string; readonly figures: readonly Figure[] }) {
  const page = usePage();
  const { words } = page;
  return (
    <section class="annex" aria-labelledby="annex">
      <h2 id="annex">{words.text('report.annex.title')}</h2>
      <p>
        {words.text('report.annex', { count: figures.length })}
        {!page.alone &&
          (['csv', 'json'] as const).map((ending) => (
            <span key={ending}>
              {' '}
              <a href={page.file(`${words.language}/report/${year}.${ending}`)} download>
                {ending.toUpperCase()}
              </a>
            </span>
          ))}
      </p>
      <FigureTable
        caption={words.text('report.annex.caption', { year })}
        first={words.text('report.annex.first')}
        figures={figures}
        nameOf={(figure) => `${figureName(page, figure)} · ${groupName(page, figure.group)}`}
        links={!page.alone}
      />
    </section>
  );
}

interface StatementProps {
  readonly section: ReportSection;
  readonly number: number;
  readonly announced: boolean;
}

function Statement({ section, number, announced }: StatementProps) {
  const { words, format } = usePage();
  const { key, figures, picture } = section;
  return (
    <section class="statement" aria-labelledby={`s-${key}`}>
      <h2 id={`s-${key}`}>
        <span class="count" aria-hidden="true">
          {format.count(number)}
        </span>
        {words.text(`report.${key}.title`)}
      </h2>
      <div class={announced ? 'columns announced' : 'columns'}>
        {announced && (
          <div class="published">
            <h3>{words.text('report.published')}</h3>
            <p>{words.text(`report.${key}.published`)}</p>
          </div>
        )}
        <div class="says">
          <h3>{words.text('report.says')}</h3>
          {figures.map(({ pool, own }) => (
            <div key={(pool ?? own)?.id} class="answers-pair">
              {figures.length > 1 && <FigureHeading figure={(own ?? pool) as Figure} />}
              <div>
                {own && <Answer figure={own} lead />}
                {pool && <Answer figure={pool} lead={!own} />}
              </div>
            </div>
          ))}
        </div>
        <div class="missing-parts">
          <h3>{words.text(announced ? 'report.missing' : 'report.mind')}</h3>
          <p>{words.text(`report.${key}.${announced ? 'missing' : 'mind'}`)}</p>
        </div>
      </div>
      {picture.length > 1 && (
        <div class="statement-picture">
          <CompositionChart figures={picture} here={null} id={`report-${key}`} />
        </div>
      )}
    </section>
  );
}

function FigureHeading({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  return <h4>{figureName(page, figure)}</h4>;
}

function Answer({ figure, lead }: { readonly figure: Figure; readonly lead: boolean }) {
  const page = usePage();
  const notes = [baseText(page, figure), unknownText(page, figure)].filter((text) => text !== '');
  return (
    <div class={lead ? 'answer lead' : 'answer'} data-figure={figure.id}>
      <p class="note">
        {page.alone ? (
          groupName(page, figure.group)
        ) : (
          <a href={page.to(figurePath(figure))}>{groupName(page, figure.group)}</a>
        )}
      </p>
      <p class="number">{figure.value === null ? <Mark absence={absenceOf(figure)} /> : page.format.figure(figure)}</p>
      {lead && <IntervalGlyph figure={figure} />}
      <p class="interval">{intervalText(page, figure)}</p>
      <p class="note">
        {notes.map((text) => (
          <span key={text}>{text}</span>
        ))}
        <span>{page.words.text('release.short', { sequence: figure.release.sequence })}</span>
      </p>
    </div>
  );
}
