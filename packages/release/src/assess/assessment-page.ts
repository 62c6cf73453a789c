import type { Assessment } from '@casebridge/privacy/utility';
import { barRows } from '../report-page/bar-rows.ts';
import { dataTable } from '../report-page/data-table.ts';
import { dotStrips } from '../report-page/dot-strips.ts';
import { type Markup, markup } from '../report-page/markup.ts';
import { countText, numberText, percentText } from '../report-page/numbers.ts';
import { type KeyNumber, type ReportSection, reportPage } from '../report-page/report-page.ts';
import {
  bandText,
  countTable,
  distanceTable,
  distanceText,
  gapTable,
  groupTable,
  ownTable,
  sdsTable,
  type TextTable,
} from './assessment-tables.ts';
import { internalNote, sdsTraps } from './internal-note.ts';

/** Most groups and most tables shown one by one. */
const mostListed = 12;

/** The assessment as a page that is one file. */
export function assessmentPage(
  assessment: Assessment,
  names: { readonly real: string; readonly other: string },
): string {
  const { tables, groups, combinations, propensity, kMarginal, trainTest, overlap } = assessment;
  const sections = [
    ...(tables ? [tableSection(tables), countSection(tables)] : []),
    ...(groups && groups.groups.length > 0 ? [groupSection(groups)] : []),
    ...(combinations ? [combinationSection(combinations)] : []),
    ...(propensity || kMarginal ? [wholeSection(assessment)] : []),
    ...(trainTest ? [trainSection(trainTest)] : []),
    ...(overlap ? [overlapSection(overlap)] : []),
  ];
  return reportPage({
    title: 'Utility of a file against the real one',
    subject: `${names.other}, ${countText(assessment.otherRows)} records, against ${names.real}, ${countText(assessment.realRows)} records; ${assessment.columns} columns`,
    warning: `${internalNote[0]?.toUpperCase()}${internalNote.slice(1)}. Keep this page with the steward; do not publish it or a number from it.`,
    keyNumbers: keyNumbers(assessment),
    sections,
    footer: 'Written by casebridge assess. What each number means, and which may be published, is in docs/utility.md.',
  });
}

function keyNumbers({
  tables,
  combinations,
  kMarginal,
  propensity,
  trainTest,
  overlap,
  groups,
}: Assessment): KeyNumber[] {
  const mean = (size: number) => tables?.ways.find(({ ways }) => ways === size)?.mean;
  const all = combinations?.lengths.at(-1);
  const worst = [...(groups?.worst ?? [])].sort((a, b) => b.mean - a.mean)[0];
  const found: (KeyNumber | false | null | undefined)[] = [
    mean(2) !== undefined && { value: distanceText(mean(2) ?? null), label: 'mean distance of tables of two columns' },
    mean(3) !== undefined && {
      value: distanceText(mean(3) ?? null),
      label: 'mean distance of tables of three columns',
    },
    worst && { value: distanceText(worst.mean), label: `worst group: ${worst.column} ${worst.value || '(empty)'}` },
    all && { value: percentText(all.ours.coverageFromTen), label: 'of combinations of ten or more are found' },
    all && { value: percentText(all.sds.fabricatedNotebook), label: 'of combinations are invented (SDS notebook)' },
    kMarginal && { value: kMarginal.score.toFixed(0), label: 'NIST k-marginal, of 1000' },
    propensity && { value: numberText(propensity.ratio), label: 'pMSE over what chance gives' },
    trainTest && { value: numberText(trainTest.meanAucGap), label: 'AUC lost by training on this file' },
    overlap && { value: percentText(overlap.summary?.mean ?? null), label: 'mean overlap of intervals' },
  ];
  return found.filter((number): number is KeyNumber => Boolean(number));
}

function tableSection(tables: NonNullable<Assessment['tables']>): ReportSection {
  const strips = tables.ways.flatMap(({ ways, mean }) =>
    ways === 'all'
      ? []
      : [
          {
            label: ways === 1 ? 'one column' : `${ways} columns`,
            values: tables.tables.filter(({ set }) => set.length === ways).map(({ distance }) => distance),
            mark: mean,
          },
        ],
  );
  const worst = [...tables.tables].sort((a, b) => b.distance - a.distance).slice(0, mostListed);
  return {
    heading: 'Tables',
    lead: 'Every table of up to three columns, counted from both files. A distance of 0.05 means that one record in twenty would have to move to another cell for the tables to agree.',
    content: [
      dotStrips(strips, {
        title: 'Distance of each table from the real one, by number of columns; one dot a table',
        axis: 'total-variation distance',
        text: (value) => numberText(value),
        markName: 'mean',
      }),
      shown(distanceTable(tables)),
      shown({
        caption: 'The tables that are furthest off',
        headings: ['columns', 'cells', 'distance'],
        rows: worst.map(({ set, cells, distance }) => [set.join(' × '), countText(cells), distanceText(distance)]),
      }),
    ],
  };
}

function countSection(tables: NonNullable<Assessment['tables']>): ReportSection {
  const rowsOf = (bands: typeof tables.counts.bands) =>
    bands.map((band) => ({
      label: bandText(band),
      note: `${countText(band.cells)} cells`,
      bars: [{ value: band.meanError }],
    }));
  const picture = (title: string, bands: typeof tables.counts.bands) =>
    barRows(rowsOf(bands), { title, series: ['mean error'], axis: 'records', text: numberText });
  return {
    heading: 'Counts by size',
    lead: 'How far counts are off, by how large the true count is. A positive difference means that the file has more than there are.',
    content: [
      picture('Mean error of counts by band of the true count', tables.counts.bands),
      shown(countTable(tables)),
      picture('The same by tenths of the cells that are not empty', tables.counts.deciles),
    ],
  };
}

function groupSection(groups: NonNullable<Assessment['groups']>): ReportSection {
  const large = groups.groups.filter(({ realRows }) => realRows >= groups.leastRows);
  const listed = [...large].sort((a, b) => b.mean - a.mean).slice(0, mostListed);
  return {
    heading: 'Groups of people',
    lead: `The same distance among the records of one group alone, averaged over tables of one and two further columns. The worst ${listed.length} of ${large.length} groups with ${groups.leastRows} real records or more:`,
    content: [
      barRows(
        listed.map(({ column, value, realRows, mean }) => ({
          label: `${column} ${value === '' ? '(empty)' : value}`,
          note: `${countText(realRows)} records`,
          bars: [{ value: mean }],
        })),
        {
          title: 'Mean distance within a group',
          series: ['distance'],
          axis: 'total-variation distance',
          text: distanceText,
        },
      ),
      shown(groupTable(groups)),
    ],
  };
}

function combinationSection(combinations: NonNullable<Assessment['combinations']>): ReportSection {
  const rows = combinations.lengths.map((line) => ({
    label: line.length === 'all' ? 'all lengths' : line.length === 1 ? 'one value' : `${line.length} values`,
    note: `${countText(line.real)} combinations`,
    bars: [
      { value: line.sds.meanErrorSharedOnly },
      { value: line.ours.errorOverReal },
      { value: line.ours.errorOverUnion },
    ],
  }));
  const lost = combinations.lengths.map((line, at) => ({
    label: rows[at]?.label ?? '',
    bars: [
      { value: line.sds.suppressedByNumber },
      { value: line.sds.suppressedByCount },
      { value: line.sds.fabricatedNotebook },
      { value: line.sds.fabricatedByCount },
    ],
  }));
  return {
    heading: 'Combinations: SDS and ours',
    lead: 'Counts of every combination of values that occurs. The first bar is the error that Synthetic Data Showcase prints; the other two leave no case out.',
    content: [
      barRows(rows, {
        title: 'Mean error of counts by length of the combination',
        series: ['shared only (SDS)', 'all real, missing as 0', 'union'],
        axis: 'records',
        text: numberText,
      }),
      barRows(lost, {
        title: 'Combinations lost and invented, by number and by count',
        series: ['lost, number', 'lost, count', 'invented, number', 'invented, count'],
        axis: 'share',
        text: percentText,
      }),
      shown(sdsTable(combinations)),
      shown(ownTable(combinations)),
      shown({
        caption: `SDS by bucket of the count in the file; plain mean of the proportional errors ${numberText(combinations.meanProportionalError)}`,
        headings: ['count up to', 'combinations', 'preservation', 'proportional error'],
        rows: combinations.buckets.map((bucket) => [
          countText(bucket.upTo),
          countText(bucket.combinations),
          percentText(bucket.preservation),
          numberText(bucket.proportionalError),
        ]),
      }),
      markup`<p>Traps in the first group of numbers:</p><ul>${sdsTraps.map((trap) => markup`<li>${trap}</li>`)}</ul>`,
    ],
  };
}

function wholeSection({ propensity, kMarginal }: Assessment): ReportSection {
  const areas = kMarginal?.groups ?? [];
  return {
    heading: 'Whole files',
    lead: 'How well a model tells the records of the two files apart, and the score of NIST’s benchmark.',
    content: [
      ...(propensity
        ? [
            shown({
              caption: `pMSE of a logistic regression with ${propensity.parameters} parameters, ${propensity.pairs} pairs of columns crossed`,
              headings: ['pMSE', 'what chance gives', 'ratio', 'standard deviations'],
              rows: [
                [
                  propensity.pMSE.toPrecision(3),
                  propensity.nullMean.toPrecision(3),
                  numberText(propensity.ratio),
                  numberText(propensity.standardised),
                ],
              ],
            }),
          ]
        : []),
      ...(kMarginal
        ? [
            shown({
              caption: `NIST k-marginal over ${countText(kMarginal.pairs)} pairs of columns, 1000 is perfect`,
              headings: ['', 'score'],
              rows: [
                ['all pairs', kMarginal.score.toFixed(0)],
                ['as SDNist draws them, on average', kMarginal.asDrawn.toFixed(0)],
                ...areas.map(({ value, score }) => [value, score.toFixed(0)]),
              ],
            }),
          ]
        : []),
    ],
  };
}

function trainSection(gap: NonNullable<Assessment['trainTest']>): ReportSection {
  return {
    heading: 'Trained on this file',
    lead: 'A classifier of one column from all others, tested on real records that it has not seen. What it loses when it learns from this file is what an analyst loses.',
    content: [
      barRows(
        gap.targets.map(({ target, realAuc, otherAuc }) => ({
          label: target,
          bars: [{ value: realAuc }, { value: otherAuc }],
        })),
        {
          title: 'Area under the ROC curve on real records kept back; 0.5 is guessing',
          series: ['trained on real records', 'trained on this file'],
          axis: 'AUC',
          text: (value) => value.toFixed(2),
        },
      ),
      shown(gapTable(gap)),
    ],
  };
}

function overlapSection(overlap: NonNullable<Assessment['overlap']>): ReportSection {
  const of = (kind: string) =>
    overlap.estimates.filter(({ estimate }) => estimate.kind === kind).map((one) => one.overlap);
  const strips = [
    { label: 'shares', values: of('share') },
    { label: 'odds ratios', values: of('odds-ratio') },
  ]
    .filter(({ values }) => values.length > 0)
    .map((strip) => ({ ...strip, values: strip.values.map((value) => Math.max(-1, value)) }));
  const summary = overlap.summary;
  return {
    heading: 'Estimates and their intervals',
    lead: `${overlap.estimates.length} shares and odds ratios with their usual 95 % intervals from both files: 1 where the intervals are the same, 0 where they touch, below where they are apart (shown from −1). The interval of one synthetic file is too narrow by itself; see docs/utility.md on replicates.`,
    content: [
      dotStrips(strips, {
        title: 'Overlap of the intervals of each estimate',
        axis: 'overlap',
        text: (value) => numberText(value),
      }),
      shown({
        caption: 'Overlap',
        headings: ['estimates', 'mean', 'median', 'with anything in common', 'cannot be made from this file'],
        rows: [
          [
            countText(overlap.estimates.length),
            percentText(summary?.mean ?? null),
            percentText(summary?.median ?? null),
            percentText(overlap.overlapping),
            countText(overlap.impossible),
          ],
        ],
      }),
    ],
  };
}

function shown({ caption, headings, rows }: TextTable): Markup {
  return dataTable(
    caption,
    headings.map((heading, at) => ({ heading, isText: at === 0 })),
    rows,
  );
}
