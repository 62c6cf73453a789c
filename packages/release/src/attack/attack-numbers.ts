import type { AttackResults, Comparison, Finding } from '@casebridge/privacy';

/** The figures of an attack under names of their own, for scripts; null where nothing could be tested. */
export type AttackNumbers = Readonly<Record<string, number | null>>;

export function attackNumbers(results: AttackResults, findings: readonly Finding[]): AttackNumbers {
  const { real, control, synthetic } = results.rows;
  return {
    realRows: real,
    controlRows: control,
    syntheticRows: synthetic,
    judged: findings.length,
    overLimit: findings.filter(({ passed }) => !passed).length,
    ...riskNumbers(results),
    ...comparison('exactCopies', results.exactCopies),
    ...(results.rareEcho.levels[0] ? comparison('rareEcho', results.rareEcho.levels[0]) : {}),
    ...comparison('singlingOutUnivariate', results.singlingOut.univariate),
    ...comparison('singlingOutMultivariate', results.singlingOut.multivariate),
    ...Object.assign(
      {},
      ...results.linkability.byNeighbours.map((one) => comparison(`linkability${one.neighbours}`, one)),
    ),
    ...comparison('attributeInference', results.attributeInference.pooled),
    ...Object.assign(
      {},
      ...results.attributeInference.secrets.map((one) => comparison(`attributeInference.${one.secret}`, one)),
    ),
    ...Object.assign({}, ...results.correctAttribution.map(attributionNumbers)),
    domiasAuc: results.densityRatio?.auc ?? null,
    domiasAucError: results.densityRatio?.error ?? null,
    shadowTruePositives: results.shadowMembership?.truePositives.rate ?? null,
    shadowTruePositivesLower: results.shadowMembership?.truePositives.lower ?? null,
    shadowBound: results.shadowMembership?.bound ?? null,
    closestFromTraining: results.attributeInference.closest.meanFromTraining,
    closestFromControl: results.attributeInference.closest.meanFromControl,
  };
}

function riskNumbers({ reidentification, classSizes, specialUniques }: AttackResults): AttackNumbers {
  const [first] = reidentification.real;
  return {
    prosecutorHighest: first?.prosecutor.highest ?? null,
    prosecutorMean: first?.prosecutor.mean ?? null,
    journalistMean: first?.journalist.mean ?? null,
    marketer: first?.marketer ?? null,
    publishedSmallestClass: reidentification.published.smallestClass,
    ...Object.fromEntries(classSizes.levels.map(({ columns, meanUnique }) => [`meanUnique${columns}`, meanUnique])),
    recordsWithSpecialUnique: specialUniques.recordsWithAny,
  };
}

function attributionNumbers(one: AttackResults['correctAttribution'][number]): AttackNumbers {
  return {
    [`dcap.${one.secret}`]: one.training.dcap.rate,
    [`dcapControl.${one.secret}`]: one.control?.dcap.rate ?? null,
    [`dcapBaseline.${one.secret}`]: one.baseline,
    [`tcap.${one.secret}`]: one.training.unanimous === 0 ? null : one.training.tcap.rate,
    [`capUndefined.${one.secret}`]: one.training.undefined,
  };
}

function comparison(name: string, { attack, control, residual }: Comparison): AttackNumbers {
  return {
    [name]: attack.trials === 0 ? null : attack.rate,
    [`${name}Control`]: control === null || control.trials === 0 ? null : control.rate,
    [`${name}Residual`]: attack.trials === 0 ? null : (residual?.value ?? null),
    [`${name}ResidualError`]: attack.trials === 0 ? null : (residual?.error ?? null),
  };
}
