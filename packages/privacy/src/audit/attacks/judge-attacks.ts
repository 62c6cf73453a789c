import { normalQuantile } from '../../results/normal.ts';
import { type Finding, finding } from '../verdicts.ts';
import { type AttackGate, type AttackName, attackGates } from './gates.ts';
import { type Comparison, z95Exact } from './rates.ts';
import type { AttackResults } from './run-attacks.ts';

/** An attack that has no verdict, and why. */
export interface NotJudged {
  readonly name: AttackName;
  readonly reason: string;
}

export interface JudgedAttacks {
  readonly findings: readonly (Finding & { readonly name: AttackName })[];
  readonly notJudged: readonly NotJudged[];
}

const withoutControl = 'no control group: nothing tells what was learned of persons from what holds for everybody';
/** A rate over fewer trials says too little to be judged. */
const fewestTrials = 30;

/** Sets every result against its limit. */
export function judgeAttacks(results: AttackResults): JudgedAttacks {
  const findings: (Finding & { name: AttackName })[] = [];
  const notJudged: NotJudged[] = [];
  const judge = (name: AttackName, value: number, numbers: Readonly<Record<string, number>>, limit?: number) => {
    const gate: AttackGate = attackGates[name];
    findings.push({ ...finding(name, value, limit ?? gate.limit, gate.falseAlarm, numbers), name });
  };
  const skip = (name: AttackName, reason: string) => notJudged.push({ name, reason });
  const compare = (
    name: AttackName,
    compared: Comparison,
    judged: (residual: NonNullable<Comparison['residual']>) => number,
    none: string,
  ) => {
    const { attack, control, residual } = compared;
    if (residual === null || control === null) skip(name, withoutControl);
    else if (attack.trials < fewestTrials || control.trials < fewestTrials) skip(name, none);
    else judge(name, judged(residual), numbersOf(compared));
  };

  if (results.kAnonymous !== null) {
    const { prosecutor, smallestClass } = results.reidentification.published;
    judge('k-anonymity', prosecutor.highest, { smallestClass }, 1 / results.kAnonymous);
  }
  const few = `fewer than ${fewestTrials} records to compare`;
  compare('exact-copies', results.exactCopies, ({ lower }) => lower, few);
  const [alone] = results.rareEcho.levels;
  if (alone) compare('rare-echo', alone, ({ lower }) => lower, few);
  for (const kind of ['univariate', 'multivariate'] as const) {
    compare(
      `singling-out-${kind}`,
      results.singlingOut[kind],
      ({ upper }) => upper,
      `fewer than ${fewestTrials} predicates match one synthetic record alone: too few to attack with`,
    );
  }
  const linked = results.linkability.byNeighbours;
  const worst = linked.reduce((a, b) => ((b.residual?.value ?? 0) > (a.residual?.value ?? 0) ? b : a));
  compare('linkability', worst, ({ value }) => value, few);
  compare('attribute-inference', results.attributeInference.pooled, ({ value }) => value, few);
  judgeWorstSecret(results, judge, skip);
  judgeAttribution(results, judge, skip);
  if (results.densityRatio === null) skip('density-ratio', withoutControl);
  else judge('density-ratio', results.densityRatio.upper, { auc: results.densityRatio.auc });
  if (results.shadowMembership === null) skip('shadow-membership', 'not asked for');
  else {
    const { truePositives, bound, falsePositives, ranking } = results.shadowMembership;
    judge('shadow-membership', truePositives.lower - bound, {
      truePositives: truePositives.rate,
      falsePositives: falsePositives.rate,
      bound,
      auc: ranking.auc,
    });
  }
  return { findings, notJudged };
}

type Judge = (name: AttackName, value: number, numbers: Readonly<Record<string, number>>) => void;
type Skip = (name: AttackName, reason: string) => void;

function judgeWorstSecret({ attributeInference }: AttackResults, judge: Judge, skip: Skip): void {
  const tested = attributeInference.secrets.filter(
    ({ attack, control }) => attack.trials >= fewestTrials && (control?.trials ?? 0) >= fewestTrials,
  );
  if (tested.length === 0) {
    const controlled = attributeInference.secrets.some(({ control }) => control !== null);
    skip('attribute-inference-worst', controlled ? 'too few records with a known secret' : withoutControl);
    return;
  }
  const z = normalQuantile(1 - 0.05 / tested.length);
  const lowers = tested.map(({ residual }) =>
    residual === null ? 0 : residual.value - (residual.error * z) / z95Exact,
  );
  judge('attribute-inference-worst', Math.max(...lowers), { secrets: tested.length });
}

function judgeAttribution({ correctAttribution }: AttackResults, judge: Judge, skip: Skip): void {
  const tested = correctAttribution.filter(({ training }) => training.dcap.trials >= fewestTrials);
  if (tested.length === 0) {
    skip('attribution-over-baseline', 'too few records whose keys any synthetic record has');
    skip('attribution-over-control', 'too few records whose keys any synthetic record has');
    return;
  }
  const over = tested.map(({ training, baseline }) => training.dcap.rate - baseline);
  judge('attribution-over-baseline', Math.max(...over), { secrets: tested.length });
  const controlled = tested.filter(({ control }) => (control?.dcap.trials ?? 0) >= fewestTrials);
  if (controlled.length === 0) {
    skip('attribution-over-control', withoutControl);
    return;
  }
  const more = controlled.map(({ training, control }) => training.dcap.rate - (control?.dcap.rate ?? 0));
  judge('attribution-over-control', Math.max(...more), { secrets: controlled.length });
}

function numbersOf({ attack, control, residual }: Comparison): Record<string, number> {
  return {
    attack: attack.rate,
    attackError: attack.error,
    ...(control === null ? {} : { control: control.rate, controlError: control.error }),
    ...(residual === null ? {} : { residual: residual.value, residualError: residual.error }),
  };
}
