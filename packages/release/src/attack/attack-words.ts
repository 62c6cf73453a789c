import { type AttackName, attackGates, type Comparison, type Finding, type NotJudged } from '@casebridge/privacy';
import { numberText, percentText } from '../report-page/numbers.ts';

/** Names of the attacks as readers know them. */
export const attackTitles: Readonly<Record<AttackName, string>> = {
  'k-anonymity': 'Smallest group',
  'exact-copies': 'Exact copies',
  'rare-echo': 'Echo of rare combinations',
  'singling-out-univariate': 'Singling out, one column',
  'singling-out-multivariate': 'Singling out, several columns',
  linkability: 'Linking two parts of a record',
  'attribute-inference': 'Guessing secrets, all together',
  'attribute-inference-worst': 'Guessing secrets, the worst one',
  'attribution-over-baseline': 'Keys give the secret away',
  'attribution-over-control': 'Keys, beyond the control group',
  'density-ratio': 'Density ratio (DOMIAS)',
  'shadow-membership': 'Membership by shadow runs',
};

/** A finding's name, where it is an attack's. */
export function attackNameOf({ name }: Finding): AttackName {
  if (!Object.hasOwn(attackGates, name)) throw new RangeError(`'${name}' is no attack`);
  return name as AttackName;
}

/** One line a finding: attack, what was found, the limit, and whether it lies within. */
export function verdictRows(findings: readonly Finding[], notJudged: readonly NotJudged[]): string[][] {
  return [
    ...findings.map((found) => {
      const name = attackNameOf(found);
      return [
        attackTitles[name],
        attackGates[name].judged,
        numberText(found.value),
        numberText(found.limit),
        found.passed ? 'within' : 'OVER',
      ];
    }),
    ...notJudged.map(({ name, reason }) => [attackTitles[name], reason, '–', '–', 'not judged']),
  ];
}

/** `12.3 % ± 1.0`, or a dash where nothing was tried. */
export function rateText(rate: Comparison['attack'] | null): string {
  return rate === null || rate.trials === 0 ? '–' : `${percentText(rate.rate)} ± ${(100 * rate.error).toFixed(1)}`;
}

/** A residual in percentage points, or a dash. */
export function residualText({ attack, residual }: Comparison): string {
  if (residual === null || attack.trials === 0) return '–';
  return `${percentText(residual.value)} ± ${(100 * residual.error).toFixed(1)}`;
}
