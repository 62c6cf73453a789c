import type { ComparedFigure, ToldApart } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import { dataTable } from '../report-page/data-table.ts';
import { intervalRows } from '../report-page/interval-rows.ts';
import { type Markup, markup } from '../report-page/markup.ts';
import { countText } from '../report-page/numbers.ts';
import { type ReportSection, reportPage } from '../report-page/report-page.ts';
import type { BundleComparison, ComparedBundle } from './compare-bundles.ts';
import { type ComparedLine, type ComparedPoint, nameOf } from './compared-line.ts';
import type { PublicContributor } from './contributor-difference.ts';

/** Most figures in a picture. */
const mostDrawn = 14;
/** Least width of a picture of differences, in points either side of none. */
const leastSpan = 0.02;

/** How a difference stands against the noise of both bundles. */
export const apartTexts: Readonly<Record<ToldApart, string>> = {
  exact: 'exact: nothing in it is noisy',
  among_all: 'yes',
  by_itself: 'by itself only',
  no: 'no',
};

/**
 * The comparison of two bundles as a page that is one file: pictures before tables, no script.
 *
 * @param figures what the lines were made from, in the same order: pictures are drawn from them
 * @param grouping the regions' grouping, which names of figures need
 */
export function comparisonPage(
  comparison: BundleComparison,
  figures: readonly ComparedFigure[],
  grouping: string,
): string {
  const { example, contributor, contributors, sharedCohorts, comparisons, unit } = comparison;
  const lines = comparison.figures;
  const moved = lines.filter(hasMoved);
  const apart = moved.filter(({ difference }) => difference?.apart === 'among_all' || difference?.apart === 'exact');
  const name = contributor === null ? 'the new records' : nameIn(comparison, contributor);
  const status = example ? 'Example data, not real. ' : '';
  return reportPage({
    title: `With and without ${name}`,
    subject: `${bundleText('without', comparison.without)}; ${bundleText('with', comparison.with)}`,
    warning: `${status}One of these bundles may not be published yet: keep this page with those who approve it.`,
    keyNumbers: [
      { value: countText(apart.length), label: 'figures moved beyond noise' },
      { value: countText(moved.length), label: 'figures differ at all' },
      { value: countText(lines.filter(({ given }) => given === 'only_with').length), label: 'only in the bundle with' },
      {
        value: countText(lines.filter(({ given }) => given === 'only_without').length),
        label: 'only in the bundle without',
      },
      { value: countText(contributors.onlyWith.length), label: 'contributors only in the bundle with' },
    ],
    sections: [
      howToRead(comparisons, sharedCohorts, unit),
      whoDiffers(comparison),
      pictures(figures, grouping),
      movedSection(lines, moved),
      ...aloneSections(lines),
      ...withheldSection(lines),
    ],
    footer: `Written by casebridge preview from two verified bundles: ${comparison.without.manifest.slice(0, 16)}… and ${comparison.with.manifest.slice(0, 16)}…. ${comparison.pinned ? 'Both signatures hold for the key that was given.' : 'Signatures hold; who signed is what the bundles say.'} No record was opened and nothing was spent.`,
  });
}

/** Whether both bundles give a figure and the two numbers are not the same. */
export function hasMoved({ given, difference }: ComparedLine): boolean {
  return (
    given === 'both' && difference !== null && !(difference.apart === 'exact' && /^0(\.0)?( |$)/.test(difference.value))
  );
}

function nameIn({ contributors }: BundleComparison, id: string): string {
  return contributors.onlyWith.find((one) => one.id === id)?.name ?? id;
}

function bundleText(which: string, { sequence, created, title, signer }: ComparedBundle): string {
  return `${which}: ${title}, release ${sequence} of ${created}, signed by ${signer.organisation}`;
}

function howToRead(comparisons: number, shared: readonly string[], unit: 'record' | 'person'): ReportSection {
  const noise =
    shared.length === 0
      ? 'The bundles share no measurement: every difference has the noise of both.'
      : `Both bundles carry the same measurements of ${shared.join(', ')}: their noise cancels, and what is left is that of the other groups of records.`;
  return {
    heading: 'How to read this',
    content: [
      markup`<ul><li>Every number is at public precision, protected by ${unit}, with its 95 % interval. It is what everybody can work out once both bundles are published: about how much was added and what it changed, and of a single ${unit} no more than the protection of each allows.</li><li>${noise}</li><li>“Beyond noise” asks for more than the interval does: ${countText(comparisons)} differences are looked at together, and all of them together come out wrong in one of twenty cases at most. “By itself only” is a difference whose own interval leaves out zero; of a hundred figures that did not move, about five look like that.</li><li>A difference that cannot be told apart from noise is not the same as none.</li></ul>`,
    ],
  };
}

function whoDiffers({ contributors }: BundleComparison): ReportSection {
  const { onlyWith, onlyWithout, changed, same } = contributors;
  const row = (one: PublicContributor, where: string, what: string) => [
    one.name ?? one.id,
    where,
    what,
    yearsText(one.activeYears),
  ];
  const rows = [
    ...onlyWith.map((one) => row(one, 'only with', '')),
    ...onlyWithout.map((one) => row(one, 'only without', '')),
    ...changed.map((one) => row(one, 'both', one.what.join(', '))),
  ];
  const rest = `${countText(same)} ${same === 1 ? 'contributor declares' : 'contributors declare'} the same in both.`;
  return {
    heading: 'Contributors who differ',
    lead:
      rows.length === 0
        ? `By their statements of coverage none differs. ${rest}`
        : `By their statements of coverage. ${rest}`,
    content:
      rows.length === 0
        ? []
        : [
            dataTable(
              'Contributors who differ',
              ['contributor', 'in', 'statement changed in', 'years of work'].map((heading) => ({
                heading,
                isText: true,
              })),
              rows,
            ),
          ],
  };
}

function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '–';
  if (first === last) return String(first);
  return years.length === last - first + 1 ? `${first}–${last}` : years.join(', ');
}

function pictures(figures: readonly ComparedFigure[], grouping: string): ReportSection {
  const shares = figures.filter(
    ({ figure, given, difference }) =>
      given === 'both' &&
      figure.unit === 'share' &&
      figure.place === null &&
      difference !== null &&
      difference.value !== 0,
  );
  const drawn = shares.slice(0, mostDrawn);
  if (drawn.length === 0) {
    return { heading: 'What moved farthest', lead: 'No share of all places together moved.', content: [] };
  }
  const percent = (value: number) => `${(value * 100).toFixed(0)} %`;
  const points = (value: number) => `${value > 0 ? '+' : ''}${(value * 100).toFixed(1)}`.replace('-', '−');
  const label = (figure: Figure) => shortened(nameOf(figure, grouping));
  const note = (figure: Figure) => [figure.period, ...(figure.group === null ? [] : [figure.group])].join(' · ');
  const most = Math.max(
    ...drawn.flatMap(({ before, after }) => [before?.interval?.[1] ?? 0, after?.interval?.[1] ?? 0]),
  );
  const span = Math.max(leastSpan, ...drawn.flatMap(({ difference }) => (difference?.interval ?? [0]).map(Math.abs)));
  return {
    heading: 'What moved farthest',
    lead: `Shares of all places together${shares.length > drawn.length ? `, the ${drawn.length} that moved farthest of ${shares.length}` : ''}, in widths of their interval.`,
    content: [
      intervalRows(
        drawn.map(({ figure, before, after, difference }) => ({
          label: label(figure),
          note: note(figure),
          marks: [before, after].map((point) => markOf(point)),
          text: `${points(difference?.value ?? 0)} points`,
        })),
        {
          title: 'Each share without (upper dot) and with (lower dot), with its 95 % interval',
          series: ['without', 'with'],
          axis: 'share of the records whose answer is known',
          write: percent,
          range: [0, Math.min(1, most)],
          labelWidth,
        },
      ),
      intervalRows(
        drawn.map(({ figure, difference }) => ({
          label: label(figure),
          note: note(figure),
          marks: [difference && { value: difference.value, low: difference.interval[0], high: difference.interval[1] }],
          limit: 0,
          tone: difference?.apart === 'no' ? ('unjudged' as const) : ('plain' as const),
          text: difference ? apartTexts[difference.apart].replace(/:.*/, '') : '',
        })),
        {
          title: 'With less without, with the noise of both; a hollow dot cannot be told apart from none',
          series: ['difference'],
          axis: 'points; at the right, whether it is beyond noise',
          write: points,
          range: [-span, span],
          labelWidth,
        },
      ),
    ],
  };
}

function markOf(point: ComparedFigure['before']): { value: number; low: number; high: number } | null {
  if (point?.value == null) return null;
  const [low, high] = point.interval ?? [point.value, point.value];
  return { value: point.value, low, high };
}

const [labelWidth, longestLabel] = [320, 46] as const;

function shortened(text: string): string {
  return text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`;
}

function movedSection(lines: readonly ComparedLine[], moved: readonly ComparedLine[]): ReportSection {
  const same = lines.filter(({ given }) => given === 'both').length - moved.length;
  return {
    heading: 'Figures in both',
    lead: `Those that moved farthest first. ${countText(same)} more say the same in both.`,
    content: moved.length === 0 ? [] : [movedTable(moved)],
  };
}

function movedTable(moved: readonly ComparedLine[]): Markup {
  return dataTable(
    'Every figure that differs, without and with',
    [
      { heading: 'figure', isText: true, isLong: true },
      { heading: 'without' },
      { heading: 'with' },
      { heading: 'difference' },
      { heading: 'beyond noise', isText: true },
      { heading: 'records it is of' },
      { heading: 'unknown' },
      { heading: 'why', isText: true, isLong: true },
    ],
    moved.map((line) => [
      line.title,
      withInterval(line.without),
      withInterval(line.with),
      line.difference ? `${line.difference.value} (${line.difference.interval})` : '–',
      line.difference ? apartTexts[line.difference.apart] : '–',
      inBoth(line, 'base'),
      inBoth(line, 'unknown'),
      line.why.join('; '),
    ]),
  );
}

function inBoth({ without, with: withIt }: ComparedLine, part: 'base' | 'unknown'): string {
  const [before, after] = [without?.[part] ?? '–', withIt?.[part] ?? '–'];
  return before === after ? before : `${before} → ${after.replace(/^about /, '')}`;
}

function withInterval(point: ComparedPoint | null): string {
  if (point === null) return '–';
  return point.interval === null ? point.value : `${point.value} (${point.interval})`;
}

function aloneSections(lines: readonly ComparedLine[]): readonly ReportSection[] {
  const section = (given: 'only_with' | 'only_without', own: 'with' | 'without', other: string): ReportSection[] => {
    const alone = lines.filter((line) => line.given === given);
    if (alone.length === 0) return [];
    return [
      {
        heading: `Figures only ${own}`,
        lead: `The bundle ${other} gives no number for them. Where its tables hold the answer all the same, it stands beside: a count and the count it would be a share of.`,
        content: [
          dataTable(
            `Figures only in the bundle ${own}`,
            [
              { heading: 'figure', isText: true, isLong: true },
              { heading: own },
              { heading: 'records it is of' },
              { heading: 'unknown' },
              { heading: `why not ${other}`, isText: true, isLong: true },
              { heading: `what the tables ${other} say` },
            ],
            alone.map((line) => [
              line.title,
              withInterval(line[own]),
              line[own]?.base ?? '–',
              line[own]?.unknown ?? '–',
              line.absent?.because ?? '–',
              line.absent?.tables ?? '–',
            ]),
          ),
        ],
      },
    ];
  };
  return [...section('only_with', 'with', 'without'), ...section('only_without', 'without', 'with')];
}

function withheldSection(lines: readonly ComparedLine[]): readonly ReportSection[] {
  const withheld = lines.filter(({ given }) => given === 'none');
  if (withheld.length === 0) return [];
  return [
    {
      heading: 'Withheld in both',
      lead: `${countText(withheld.length)} figures are given by neither bundle: too few records, or not precise enough.`,
      content: [],
    },
  ];
}
