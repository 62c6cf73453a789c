import { type EstimateWords, type PrevalenceEstimate, twoDigits } from '@casebridge/prevalence';

/** One line of the table and of the picture: a number of people, with limits where it has any. */
export interface EstimateRow {
  readonly kind: 'known' | 'bound' | 'estimate';
  readonly label: string;
  readonly value: number;
  readonly interval: readonly [lower: number, upper: number] | null;
  /** Pairs of lists in the model; null where there is no model. */
  readonly pairs: readonly string[] | null;
}

/** Estimates under other linkages of the same lists; null where a table has none. */
export interface LinkageBand {
  readonly cautious: number | null;
  readonly generous: number | null;
}

/** All estimates of a table side by side, in the order they are shown. */
export function estimateRows(
  { known, chao, mainEffects, stepwise, bic, thresholds, withoutOne }: PrevalenceEstimate,
  band: LinkageBand | null,
  words: EstimateWords,
): readonly EstimateRow[] {
  const plain = (label: string, value: number, pairs: readonly string[] | null): EstimateRow => ({
    kind: 'estimate',
    label,
    value,
    interval: null,
    pairs,
  });
  const rows: EstimateRow[] = [
    { kind: 'known', label: words.known, value: known, interval: null, pairs: null },
    { kind: 'bound', label: words.chao, value: chao, interval: null, pairs: null },
  ];
  if (!stepwise) return rows;
  const { lower, upper } = stepwise;
  rows.push({
    kind: 'estimate',
    label: words.stepwise,
    value: stepwise.estimate,
    interval: lower !== null && upper !== null ? [lower, upper] : null,
    pairs: stepwise.model,
  });
  if (stepwise.biased) {
    rows.push({ ...plain(words.percentile, stepwise.estimate, stepwise.model), interval: stepwise.percentile });
  }
  if (mainEffects)
    rows.push({ ...plain(words.mainEffects, mainEffects.estimate, []), interval: mainEffects.conditional });
  if (bic) rows.push({ ...plain(words.bic, bic.estimate, bic.model), interval: bic.conditional });
  for (const { threshold, estimate, model } of thresholds) {
    if (threshold === 0 || threshold === stepwise.threshold) continue;
    rows.push(plain(words.threshold(String(threshold)), estimate, model));
  }
  for (const { list, estimate } of withoutOne) {
    if (estimate !== null) rows.push(plain(words.without(list), estimate, null));
  }
  for (const linkage of ['cautious', 'generous'] as const) {
    const estimate = band?.[linkage];
    if (estimate !== null && estimate !== undefined) rows.push(plain(words.linkage[linkage], estimate, null));
  }
  return rows;
}

/** A number of people as it may be published: two significant digits. */
export function publishable({ value, interval }: Pick<EstimateRow, 'value' | 'interval'>): string {
  const text = String(twoDigits(value));
  return interval ? `${text} (${twoDigits(interval[0])}–${twoDigits(interval[1])})` : text;
}
