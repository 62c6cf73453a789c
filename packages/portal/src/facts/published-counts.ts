// Counts of different things that others published: facts in our own words, each with its source. None is of this portal.
import type { PublishedNumber, Source } from './sources.ts';

/** What is counted. */
export const countKinds = ['assisted', 'detected', 'referred', 'estimated'] as const;

export type CountKind = (typeof countKinds)[number];

export interface PublishedCount extends PublishedNumber {
  /** What it is of, when and where, is the message `counts.fact.<id>`. */
  readonly id: string;
  readonly kind: CountKind;
  readonly source: Source;
}

export const publishedCounts: readonly PublishedCount[] = [
  {
    id: 'iom-2015',
    kind: 'assisted',
    value: 7000,
    relation: 'nearly',
    source: {
      name: 'IOM: IOM Assists 7,000 Victims of Human Trafficking Globally in 2015',
      address: 'https://www.iom.int/news/iom-assists-7000-victims-human-trafficking-globally-2015',
      published: '2016-05-20',
    },
  },
  {
    id: 'ctdc-2024',
    kind: 'assisted',
    value: 206_000,
    relation: 'over',
    source: {
      name: 'CTDC: The Global Synthetic Dataset',
      address: 'https://ctdatacollaborative.org/page/global-synthetic-dataset',
      published: '2024',
    },
  },
  {
    id: 'unodc-2024',
    kind: 'detected',
    value: 202_478,
    relation: 'exactly',
    source: {
      name: 'UNODC: Global Report on Trafficking in Persons 2024, as restated by ACRATH',
      address: 'https://acrath.org.au/2024-global-report-on-trafficking-in-persons/',
      published: '2024-12',
    },
  },
  {
    id: 'uk-2023',
    kind: 'referred',
    value: 17_004,
    relation: 'exactly',
    source: {
      name: 'Home Office: National Referral Mechanism and Duty to Notify statistics UK, end of year summary 2023',
      address:
        'https://www.gov.uk/government/statistics/modern-slavery-nrm-and-dtn-statistics-end-of-year-summary-2023/modern-slavery-national-referral-mechanism-and-duty-to-notify-statistics-uk-end-of-year-summary-2023',
      published: '2024-03-07',
    },
  },
  {
    id: 'global-2021',
    kind: 'estimated',
    value: 28_000_000,
    relation: 'about',
    source: {
      name: 'ILO, Walk Free and IOM: Global Estimates of Modern Slavery',
      address: 'https://www.ilo.org/global/topics/forced-labour/publications/WCMS_854733/lang--it/index.htm',
      published: '2022-09-12',
    },
  },
];
