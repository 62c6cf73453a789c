import type { Assessment } from '@casebridge/privacy/utility';

/** The figures of an assessment under names of their own, for scripts; null where a measure was not asked for or has nothing to say. */
export type AssessmentNumbers = Readonly<Record<string, number | null>>;

export function assessmentNumbers(assessment: Assessment): AssessmentNumbers {
  return {
    realRows: assessment.realRows,
    syntheticRows: assessment.otherRows,
    columns: assessment.columns,
    ...tableNumbers(assessment),
    ...combinationNumbers(assessment),
    ...modelNumbers(assessment),
  };
}

function tableNumbers({ tables, groups }: Assessment): AssessmentNumbers {
  const numbers: Record<string, number | null> = {};
  if (tables) {
    for (const { ways, mean, median, p95, max } of tables.ways) {
      const name = ways === 'all' ? '' : `${ways}Way`;
      Object.assign(numbers, { [`meanError${name}`]: mean, [`medianError${name}`]: median });
      Object.assign(numbers, { [`p95Error${name}`]: p95, [`maxError${name}`]: max });
    }
    numbers['weightedError'] = tables.weighted;
    numbers['tablesLeftOut'] = tables.leftOut;
    for (const { from, to, meanError } of tables.counts.bands) {
      numbers[`countError${from === to ? from : to === null ? `Above${from - 1}` : `${from}To${to}`}`] = meanError;
    }
  }
  for (const { column, mean } of groups?.worst ?? []) numbers[`worstGroupError.${column}`] = mean;
  return numbers;
}

function combinationNumbers({ combinations }: Assessment): AssessmentNumbers {
  if (!combinations) return {};
  const numbers: Record<string, number | null> = {
    sdsMeanProportionalError: combinations.meanProportionalError,
    rareRecords: combinations.records.rare,
    uniqueRecords: combinations.records.unique,
    expansion: combinations.expansion,
  };
  for (const { length, real, sds, ours } of combinations.lengths) {
    const name = length === 'all' ? 'All' : `Length${length}`;
    numbers[`combinations${name}`] = real;
    for (const [key, value] of Object.entries(sds)) numbers[`sds.${key}${name}`] = value;
    for (const [key, value] of Object.entries(ours)) numbers[`${key}${name}`] = value;
  }
  return numbers;
}

function modelNumbers({ kMarginal, propensity, trainTest, overlap }: Assessment): AssessmentNumbers {
  return {
    ...(kMarginal ? { kMarginal: kMarginal.score, kMarginalAsDrawn: kMarginal.asDrawn } : {}),
    ...(propensity
      ? {
          pMSE: propensity.pMSE,
          pMSENull: propensity.nullMean,
          pMSERatio: propensity.ratio,
          standardisedPMSE: propensity.standardised,
        }
      : {}),
    ...(trainTest ? { meanAucGap: trainTest.meanAucGap, meanF1Gap: trainTest.meanF1Gap } : {}),
    ...(overlap
      ? {
          estimates: overlap.estimates.length,
          meanOverlap: overlap.summary?.mean ?? null,
          medianOverlap: overlap.summary?.median ?? null,
          overlappingIntervals: overlap.overlapping,
        }
      : {}),
  };
}
