/** The tables of an assessment as texts, for the terminal and for the page. */
import type { Assessment, CombinationAssessment, LengthError } from '@casebridge/privacy/utility';
import { countText, numberText, percentText } from '../report-page/numbers.ts';

/** A caption, headings and rows; the first column is text, the others numbers. */
export interface TextTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A distance with three decimals. */
export function distanceText(distance: number | null): string {
  return distance === null ? '–' : distance.toFixed(distance > 0 && distance < 0.01 ? 4 : 3);
}

/** Everything that was asked for, one table a measure. */
export function assessmentTables(assessment: Assessment): TextTable[] {
  const { tables, groups, combinations, trainTest } = assessment;
  return [
    ...(tables ? [distanceTable(tables), countTable(tables)] : []),
    ...(groups && groups.groups.length > 0 ? [groupTable(groups)] : []),
    ...(combinations ? [sdsTable(combinations), ownTable(combinations)] : []),
    ...modelTable(assessment),
    ...(trainTest ? [gapTable(trainTest)] : []),
  ];
}

export function distanceTable({ ways, leftOut, weighted }: NonNullable<Assessment['tables']>): TextTable {
  const left = leftOut > 0 ? `; ${countText(leftOut)} tables have too many cells to compare` : '';
  return {
    caption: `Total-variation distance of tables, 0 equal to 1 nothing in common${left}`,
    headings: ['columns in a table', 'tables', 'mean', 'median', '95th percentile', 'largest'],
    rows: [
      ...ways.map(({ ways: size, tables, mean, median, p95, max }) => [
        String(size),
        countText(tables),
        ...[mean, median, p95, max].map(distanceText),
      ]),
      ...(weighted === null ? [] : [['declared workload, weighted', '', distanceText(weighted), '', '', '']]),
    ],
  };
}

export function bandText({ from, to }: { readonly from: number; readonly to: number | null }): string {
  return to === null ? `above ${from - 1}` : from === to ? String(from) : `${countText(from)}–${countText(to)}`;
}

export function countTable({ counts }: NonNullable<Assessment['tables']>): TextTable {
  return {
    caption: 'Error of counts, in records, by the true count of a cell',
    headings: ['true count', 'cells', 'mean error', 'mean difference', 'largest error'],
    rows: counts.bands.map((band) => [
      bandText(band),
      countText(band.cells),
      numberText(band.meanError),
      numberText(band.meanDifference),
      numberText(band.maxError),
    ]),
  };
}

/** Most groups listed: the largest ones are kept, in the order of their distance. */
const mostGroups = 20;

export function groupTable({ groups, worst, leastRows }: NonNullable<Assessment['groups']>): TextTable {
  const isWorst = (group: (typeof groups)[number]) => worst.includes(group);
  const bySize = [...groups].sort((a, b) => b.realRows - a.realRows);
  const kept = new Set([...worst, ...bySize.slice(0, mostGroups)]);
  const listed = groups.filter((group) => kept.has(group));
  const more = groups.length > listed.length ? `; the ${listed.length} largest of ${groups.length}` : '';
  return {
    caption: `Distance within groups of people, worst first; * the worst of its column with ${leastRows} real records or more${more}`,
    headings: ['group', 'real records', 'other records', 'mean distance', 'largest distance'],
    rows: listed.map((group) => [
      `${group.column} ${group.value === '' ? '(empty)' : group.value}${isWorst(group) ? ' *' : ''}`,
      countText(group.realRows),
      countText(group.otherRows),
      distanceText(group.mean),
      distanceText(group.max),
    ]),
  };
}

const lengthText = ({ length }: LengthError) => (length === 'all' ? 'all' : String(length));

export function sdsTable({ lengths, resolution }: CombinationAssessment): TextTable {
  return {
    caption: `As Synthetic Data Showcase (SDS) and the Intelligence Toolkit (ITK) count, k = ${resolution}`,
    headings: [
      'length',
      'real combinations',
      'mean count',
      'error, shared only',
      'suppressed by number (SDS)',
      'suppressed by count (ITK)',
      'fabricated (SDS notebook)',
      'fabricated (SDS web app)',
      'fabricated by count (ITK)',
      'preservation',
      'leakage',
      'rare',
      'unique',
    ],
    rows: lengths.map((line) => [
      lengthText(line),
      countText(line.real),
      numberText(line.meanCount),
      numberText(line.sds.meanErrorSharedOnly),
      percentText(line.sds.suppressedByNumber),
      percentText(line.sds.suppressedByCount),
      percentText(line.sds.fabricatedNotebook),
      percentText(line.sds.fabricatedWebApp),
      percentText(line.sds.fabricatedByCount),
      percentText(line.sds.preservation),
      percentText(line.sds.leakageShare),
      percentText(line.sds.rare),
      percentText(line.sds.unique),
    ]),
  };
}

export function ownTable({ lengths }: CombinationAssessment): TextTable {
  return {
    caption: 'With no case left out',
    headings: [
      'length',
      'error over the union',
      'error over all real, missing as 0',
      'relative error from 10 up',
      'found',
      'found from 10 up',
    ],
    rows: lengths.map((line) => [
      lengthText(line),
      numberText(line.ours.errorOverUnion),
      numberText(line.ours.errorOverReal),
      percentText(line.ours.relativeErrorFromTen),
      percentText(line.ours.coverage),
      percentText(line.ours.coverageFromTen),
    ]),
  };
}

function modelTable({ kMarginal, propensity, overlap, combinations }: Assessment): TextTable[] {
  const rows = [
    ...(kMarginal ? [['NIST k-marginal score, of 1000', kMarginal.score.toFixed(0)]] : []),
    ...(propensity
      ? [
          ['pMSE over what chance gives (1 is best)', numberText(propensity.ratio)],
          ['pMSE in standard deviations of chance', numberText(propensity.standardised)],
        ]
      : []),
    ...(overlap
      ? [
          [
            `overlap of intervals, mean of ${overlap.estimates.length} estimates`,
            percentText(overlap.summary?.mean ?? null),
          ],
          ['intervals with anything in common', percentText(overlap.overlapping)],
        ]
      : []),
    ...(combinations
      ? [
          ['SDS mean proportional error', numberText(combinations.meanProportionalError)],
          [
            `records with a combination of fewer than ${combinations.resolution}`,
            percentText(combinations.records.rare),
          ],
          ['records with a combination of their own', percentText(combinations.records.unique)],
          ['record expansion', percentText(combinations.expansion)],
        ]
      : []),
  ];
  return rows.length === 0 ? [] : [{ caption: 'Whole files', headings: ['measure', 'value'], rows }];
}

export function gapTable({ targets, trainRows, testRows }: NonNullable<Assessment['trainTest']>): TextTable {
  return {
    caption: `Trained on ${countText(trainRows)} real records or on the other file, tested on ${countText(testRows)} real records kept back`,
    headings: ['predicted column', 'classes', 'AUC, real', 'AUC, other', 'gap', 'F1, real', 'F1, other', 'gap'],
    rows: targets.map((gap) => [
      gap.target,
      String(gap.classes),
      ...[gap.realAuc, gap.otherAuc, gap.aucGap, gap.realF1, gap.otherF1, gap.f1Gap].map((value) =>
        value.toFixed(3).replace('-', '−'),
      ),
    ]),
  };
}
