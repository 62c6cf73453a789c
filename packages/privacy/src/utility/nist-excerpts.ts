/**
 * The features of NIST's Diverse Community Excerpts (census microdata, public) as SDNist bins them before scoring: weights,
 * age, income and the income-to-poverty ratio by twentieths of their rank in the target file, density by logarithmic bands,
 * everything else as it stands. Written from SDNist's description and code (usnistgov/SDNist, sdnist/report/dataset).
 */
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';

/** A file of text: one list of values per feature. */
export type TextColumns = Readonly<Record<string, readonly string[]>>;

/** Bins of one feature, learnt from the target file and applied to any. */
export interface FeatureBins {
  readonly codes: readonly string[];
  /** The bin of a value; a value without one is −1. */
  binOf(value: string): number;
}

/** The three feature sets of NIST's Collaborative Research Cycle, as its label files list them, and the column whose areas are scored apart. */
export const nistFeatureSets = {
  demographic: {
    features: ['AGEP', 'SEX', 'MSP', 'RAC1P', 'HOUSING_TYPE', 'OWN_RENT', 'EDU', 'PINCP_DECILE', 'DVET'],
    group: null,
  },
  industry: {
    features: ['PUMA', 'SEX', 'MSP', 'HISP', 'RAC1P', 'OWN_RENT', 'INDP_CAT', 'EDU', 'PINCP_DECILE'],
    group: 'PUMA',
  },
  family: {
    features: [
      ...(['PUMA', 'AGEP', 'SEX', 'MSP', 'HISP', 'RAC1P'] as const),
      ...(['NOC', 'NPF', 'OWN_RENT', 'PINCP_DECILE', 'POVPIP', 'DEYE'] as const),
    ],
    group: 'PUMA',
  },
} as const;

const ranked = ['AGEP', 'POVPIP', 'PINCP', 'PWGTP', 'WGTP'];

/** Learns the bins of a feature from the target file's values. */
export function nistBins(feature: string, target: readonly string[]): FeatureBins {
  if (ranked.includes(feature)) return rankBins(target, feature === 'POVPIP' ? '501' : null);
  if (feature === 'DENSITY') return densityBins();
  const codes = [...new Set(target)].sort();
  const codeOf = new Map(codes.map((code, at) => [code, at]));
  return { codes, binOf: (value) => codeOf.get(value) ?? -1 };
}

/** A file as a table of bins. RangeError: a value that has no bin, or columns of different lengths. */
export function nistTable(features: readonly string[], target: TextColumns, file: TextColumns = target): CaseTable {
  const bins = features.map((feature) => nistBins(feature, target[feature] ?? []));
  const domains = Object.fromEntries(features.map((feature, at) => [feature, (bins[at] as FeatureBins).codes]));
  const columns = features.map((feature, at) => {
    const { codes, binOf } = bins[at] as FeatureBins;
    const values = file[feature] ?? [];
    const column = emptyColumn(codes.length, values.length);
    for (const [row, value] of values.entries()) {
      const bin = binOf(value);
      if (bin < 0) throw new RangeError(`row ${row + 1}: ${feature} has a value that the target file does not know`);
      column[row] = bin;
    }
    return [feature, column] as const;
  });
  return caseTable(domains, Object.fromEntries(columns));
}

/** Twentieths by average rank; `N` has a bin of its own, and so has the value that stands for all above a ceiling. */
function rankBins(target: readonly string[], ceiling: string | null): FeatureBins {
  const numbers = target
    .filter((value) => value !== 'N' && value !== ceiling)
    .map((value) => Math.trunc(Number(value)))
    .sort((a, b) => a - b);
  const tops = new Map<number, number>();
  for (let from = 0; from < numbers.length; ) {
    const value = numbers[from] as number;
    let to = from;
    while (numbers[to] === value) to++;
    const rank = (from + 1 + to) / 2 / numbers.length;
    tops.set(rank < 1 ? Math.floor(20 * rank) : 19, value);
    from = to;
  }
  const bins = [...tops].sort(([a], [b]) => a - b);
  const codes = [...bins.map(([bin]) => `${bin}`), ...(ceiling === null ? [] : [ceiling]), 'N'];
  return {
    codes,
    binOf(value) {
      if (value === 'N') return codes.length - 1;
      const number = Math.trunc(Number(value));
      if (!Number.isFinite(number)) return -1;
      const at = bins.findIndex(([, top]) => number <= top);
      if (at >= 0) return at;
      return ceiling === null ? bins.length - 1 : codes.indexOf(ceiling);
    },
  };
}

/** (0, 150], (150, …] and from there twelve bands that are equal on a logarithmic scale up to the densest area. */
function densityBins(): FeatureBins {
  const most = 52_864.7 + 500;
  const [low, high] = [Math.log10(10), Math.log10(most)];
  const edges = [0, 150];
  for (let step = 8; step <= 20; step++) edges.push(10 ** (low + ((high - low) * step) / 20));
  return {
    codes: edges.slice(1).map((_, at) => `${at}`),
    binOf(value) {
      const number = Math.min(Math.max(Number(value), 1e-9), most - 100);
      const at = edges.slice(1).findIndex((edge) => number <= edge);
      return Number.isFinite(Number(value)) ? at : -1;
    },
  };
}
