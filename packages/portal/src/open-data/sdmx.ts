import { csvLine, exampleNote } from '@casebridge/bundle';
import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';

const columns = [
  'STRUCTURE',
  'STRUCTURE_ID',
  'ACTION',
  'FREQ',
  'SERIES',
  'REF_AREA',
  'SEX',
  'AGE',
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'UNIT_MEASURE',
  'LOWER_BOUND',
  'UPPER_BOUND',
  'BASE',
  'COMMENT_OBS',
] as const;

/** What is reported of each year: a figure, with sex and age in the codes of SDG reporting. */
const series: readonly {
  readonly family: string;
  readonly series: string;
  readonly sex: string;
  readonly age: string;
}[] = [
  { family: 'victims', series: 'CB_ASSISTED_RECORDS', sex: '_T', age: '_T' },
  { family: 'sex.male', series: 'CB_ASSISTED_SHARE', sex: 'M', age: '_T' },
  { family: 'sex.female', series: 'CB_ASSISTED_SHARE', sex: 'F', age: '_T' },
  { family: 'children', series: 'CB_ASSISTED_SHARE', sex: '_T', age: 'Y0T17' },
];

// CL_OBS_STATUS: normal, low reliability, suppressed, not collected.
const statuses: Readonly<Record<string, string>> = {
  base_too_small: 'Q',
  interval_too_wide: 'U',
  not_collected: 'L',
};

/**
 * What stands nearest to SDG indicator 16.2.2, as SDMX-CSV 2.0 with the dimensions and codes of SDG reporting. It is not the
 * indicator itself, which counts victims that states detected per 100,000 inhabitants: the series have names of their own
 * and every row says so.
 */
export function sdmxCsv(view: ReleaseView): string {
  const { manifest } = view.bundle;
  const rows = series.flatMap((entry) =>
    view.citable
      .filter(({ family, group }) => family === entry.family && group === null)
      .map((figure) => rowOf(figure, entry, manifest.example)),
  );
  return [[...columns], ...rows].map((row) => csvLine(row)).join('');
}

function rowOf(figure: Figure, entry: (typeof series)[number], example: boolean): (string | number)[] {
  const comment = 'Identified and assisted victims in contributors’ records; not SDG 16.2.2, not prevalence';
  return [
    'dataflow',
    'CASEBRIDGE:DF_ASSISTED(1.0)',
    'I',
    'A',
    entry.series,
    // Contributors work in many countries; no area is claimed.
    '_X',
    entry.sex,
    entry.age,
    figure.period,
    figure.value ?? '',
    figure.value === null ? (statuses[figure.withheld ?? 'not_collected'] ?? 'M') : 'A',
    figure.unit === 'share' ? 'PT' : 'NUMBER',
    figure.interval?.[0] ?? '',
    figure.interval?.[1] ?? '',
    figure.base ?? '',
    example ? `${exampleNote}. ${comment}` : comment,
  ];
}
