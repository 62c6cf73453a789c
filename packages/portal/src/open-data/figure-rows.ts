import { exampleNote } from '@casebridge/bundle';
import { withCounted } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';
import type { Column } from './csv-table.ts';

/** Whether and why a figure has a number: never left to a blank cell. */
export type FigureStatus = 'measured' | 'declared' | NonNullable<Figure['withheld']>;

export function statusOf(figure: Figure): FigureStatus {
  if (figure.value === null) return figure.withheld ?? 'not_collected';
  return figure.protection === 'declared' ? 'declared' : 'measured';
}

const text = (name: string, hxl: string, meaning: string, of: (figure: Figure) => string | null): Column<Figure> => ({
  name,
  hxl,
  type: 'string',
  meaning,
  of,
});
const number = (
  name: string,
  hxl: string,
  meaning: string,
  of: (figure: Figure) => number | null | undefined,
): Column<Figure> => ({ name, hxl, type: 'number', meaning, of: (figure) => of(figure) ?? null });

const shared: readonly Column<Figure>[] = [
  text('id', '#indicator+code', 'Identifier, the same in every language and release', ({ id }) => id),
  text('family', '#indicator+type', 'Identifier without year, group and place', ({ family }) => family),
  text('period', '#date+year', 'Registration year', ({ period }) => period),
  text('group', '#org+type', 'The contributor set apart; blank for all contributors', ({ group }) => group),
  text('place_kind', '#loc+type', 'Blank for all places; identified or origin', ({ place }) => place?.kind ?? null),
  text('place_region', '#region+code', 'Region; blank for all places', ({ place }) => place?.region ?? null),
  text('unit', '#meta+unit', 'Unit; shares and changes are fractions of one', ({ unit }) => unit),
  number(
    'value',
    '#indicator+value+num',
    'The value; blank where status says that it is not shown',
    ({ value }) => value,
  ),
  number('lower', '#indicator+value+min', 'Lower end of the 95% interval', ({ interval }) => interval?.[0]),
  number('upper', '#indicator+value+max', 'Upper end of the 95% interval', ({ interval }) => interval?.[1]),
  text('status', '#status', 'measured, declared, base_too_small, interval_too_wide or not_collected', statusOf),
  number(
    'base',
    '#population+base',
    '{counted, select, person {Persons} other {Records}} with an answer, estimated',
    ({ base }) => base,
  ),
  number(
    'unknown_share',
    '#indicator+unknown+pct',
    'Share of {counted, select, person {persons} other {records}} without an answer',
    ({ unknown }) => unknown,
  ),
  number(
    'bound_low',
    '#indicator+bound+min',
    'The value if no unknown {counted, select, person {person} other {record}} belonged',
    ({ bounds }) => bounds?.[0],
  ),
  number(
    'bound_high',
    '#indicator+bound+max',
    'The value if every unknown {counted, select, person {person} other {record}} belonged',
    ({ bounds }) => bounds?.[1],
  ),
  number('contributors', '#org+num', 'Contributors behind the figure', ({ contributors }) => contributors.count),
  number('epsilon', '#meta+epsilon', 'Privacy loss bound; blank for declared numbers', ({ protection }) =>
    protection === 'declared' ? null : protection.epsilon,
  ),
  number('delta', '#meta+delta', 'Probability that the bound does not hold', ({ protection }) =>
    protection === 'declared' ? null : protection.delta,
  ),
  text('release', '#meta+release+code', 'Release the figure was read from', ({ release }) => release.id),
  number('release_number', '#meta+release+num', 'Number of that release', ({ release }) => release.sequence),
  text('released', '#date+released', 'Day of that release', ({ release }) => release.date),
  text('release_status', '#meta+release+status', 'provisional, final or revised', ({ release }) => release.status),
];

/**
 * The columns of every file of figures: all of a figure but its texts, and the short citable sentence in one language.
 * Files of example data end with a column that says so.
 */
export function figureColumns(view: ReleaseView, language: string): readonly Column<Figure>[] {
  const known = columns.get(view) ?? new Map<string, readonly Column<Figure>[]>();
  columns.set(view, known);
  const own = known.get(language) ?? columnsIn(view, language);
  known.set(language, own);
  return own;
}

// Every file of figures asks.
const columns = new WeakMap<ReleaseView, Map<string, readonly Column<Figure>[]>>();

function columnsIn({ bundle }: ReleaseView, language: string): readonly Column<Figure>[] {
  const { example } = bundle.manifest;
  return [
    ...shared.map((column) => ({ ...column, meaning: withCounted(column.meaning, bundle.privacy.unit) })),
    text(
      'sentence',
      `#description+${language}`,
      'Citable sentence',
      ({ sentences }) => (sentences[language] ?? sentences.en)?.short ?? null,
    ),
    ...(example ? [text('example', '#meta+example', 'Says that the data are not real', () => exampleNote)] : []),
  ];
}
