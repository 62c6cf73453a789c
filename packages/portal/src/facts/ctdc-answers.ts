// What CTDC published, beside the questions that this portal answers too. Published facts only, in our own words; no row of its
// data was read for this page.
import type { PublishedNumber, Source } from './sources.ts';

const story: Source = {
  name: 'CTDC: Trafficked persons in the Global Synthetic Dataset',
  address: 'https://ctdatacollaborative.org/story/trafficked-persons-global-synthetic-dataset',
  published: '2024',
};

/** A question that both portals are asked. Its words are the messages `ctdc.q.<id>` and those that begin with it. */
export interface CtdcQuestion {
  readonly id: string;
  /** Null where no answer was among the published figures that were read. */
  readonly answer: (PublishedNumber & { readonly unit: 'share' | 'persons' }) | null;
  readonly source: Source;
  /** The family of figures that answers it here, and what of the figure is the answer. */
  readonly ours: { readonly family: string; readonly part: 'value' | 'unknown' | 'protection' };
}

export const ctdcQuestions: readonly CtdcQuestion[] = [
  {
    id: 'people',
    answer: { value: 206_000, relation: 'over', unit: 'persons' },
    source: {
      name: 'CTDC: The Global Synthetic Dataset',
      address: 'https://ctdatacollaborative.org/page/global-synthetic-dataset',
      published: '2024',
    },
    ours: { family: 'victims', part: 'value' },
  },
  {
    id: 'female',
    answer: { value: 0.74, relation: 'about', unit: 'share' },
    source: story,
    ours: { family: 'sex.female', part: 'value' },
  },
  {
    id: 'children',
    answer: { value: 0.24, relation: 'about', unit: 'share' },
    source: story,
    ours: { family: 'children', part: 'value' },
  },
  {
    id: 'europe',
    answer: { value: 0.34, relation: 'about', unit: 'share' },
    source: story,
    ours: { family: 'origin.EUR', part: 'value' },
  },
  {
    id: 'labour',
    answer: null,
    source: story,
    ours: { family: 'purpose.labour', part: 'value' },
  },
  {
    id: 'unknown',
    // 71,246 of 97,750 rows of the k-anonymised file of 15 July 2021 say whether the person was an adult.
    answer: { value: 1 - 71_246 / 97_750, relation: 'about', unit: 'share' },
    source: {
      name: 'Notebook on GitHub that prints the columns of CTDC’s file of 15 July 2021: human-trafficking-population-GNI-per-capita',
      address: 'https://github.com/leonardo-blas/human-trafficking-population-GNI-per-capita',
      published: '2021',
    },
    ours: { family: 'children', part: 'unknown' },
  },
  {
    id: 'protection',
    answer: null,
    source: {
      name: 'CTDC: codebook of the Global Synthetic Dataset, 2024',
      address:
        'https://www.ctdatacollaborative.org/sites/g/files/tmzbdl2011/files/2024-02/Codebook_CTDC_global_synthetic_data_v2024.pdf',
      published: '2024-02',
    },
    ours: { family: 'victims', part: 'protection' },
  },
];
