import {
  betaLikeness,
  discernibility,
  entropyDiversity,
  entropyLoss,
  type FullDomainOptions,
  type GroupConstraint,
  hierarchicalCloseness,
  orderedCloseness,
  type QuasiTable,
  recursiveDiversity,
  shareLoss,
} from '@casebridge/privacy';
import { type Adult, type ArxCase, eight, nine } from './adult.ts';

/** What of ARX's tests is no property of groups, or cannot be redone; the unit test says why of each. */
const outside =
  /DPresence|Profitability|DifferentialPrivacy|createDataDependent|PopulationUniqueness|AverageReidentificationRisk|SampleUniqueness|0\.0[45]d, .*GRASSBERGER/;

/** The cases of ARX's tests that this model covers, each different one once. */
export function coveredCases(adult: Adult): { readonly name: string; readonly one: ArxCase }[] {
  const seen = new Set<string>();
  return Object.entries(adult.cases).flatMap(([group, cases]) =>
    cases.flatMap((one, at) => {
      const key = `${/Heuristic|Genetic/.test(group)} ${one.configuration} ${one.optimalLevels}`;
      if (outside.test(one.configuration) || seen.has(key)) return [];
      seen.add(key);
      return [{ name: `${group} ${at}`, one }];
    }),
  );
}

/** A configuration of ARX's tests in our terms. */
export function requestOf(adult: Adult, { configuration }: ArxCase): { table: QuasiTable; options: FullDomainOptions } {
  const find = (pattern: RegExp) => pattern.exec(configuration);
  const isSensitive = /"occupation"$/.test(configuration);
  const table = adult.table(isSensitive ? eight : nine, isSensitive ? ['occupation'] : []);
  const { sensitive } = table;
  const constraints: GroupConstraint[] = [];
  const entropy = find(/EntropyLDiversity\("occupation", (\d+), EntropyEstimator\.(SHANNON|GRASSBERGER)\)/);
  if (entropy) {
    const estimator = entropy[2] === 'SHANNON' ? 'shannon' : 'grassberger';
    constraints.push(entropyDiversity(sensitive, 0, Number(entropy[1]), estimator));
  }
  const recursive = find(/RecursiveCLDiversity\("occupation", ([\d.]+), (\d+)\)/);
  if (recursive) constraints.push(recursiveDiversity(sensitive, 0, Number(recursive[1]), Number(recursive[2])));
  const hierarchical = find(/HierarchicalDistanceTCloseness\("occupation", ([\d.]+)/);
  if (hierarchical) {
    constraints.push(hierarchicalCloseness(sensitive, 0, Number(hierarchical[1]), adult.hierarchy('occupation')));
  }
  const ordered = find(/OrderedDistanceTCloseness\("occupation", ([\d.]+)/);
  if (ordered) constraints.push(orderedCloseness(sensitive, 0, Number(ordered[1])));
  const likeness = find(/(Basic|Enhanced)BLikeness\("occupation", (\d+)/);
  if (likeness) constraints.push(betaLikeness(sensitive, 0, Number(likeness[2]), likeness[1] === 'Enhanced'));
  const balance = find(/createLossMetric\(([\d.]+)d\)/);
  const bits = find(/createPrecomputedEntropyMetric\(0\.1d(?:, (true|false))?\)/);
  const measure: NonNullable<FullDomainOptions['measure']> = (rows, hierarchies) => {
    if (bits) return entropyLoss(rows, hierarchies, { monotone: bits[1] === 'true' });
    if (/createDiscernabilityMetric\(true\)/.test(configuration)) return discernibility(rows, { monotone: true });
    return shareLoss(rows, hierarchies, balance ? { balance: Number(balance[1]) } : {});
  };
  const k = Number(find(/KAnonymity\((\d+)\)/)?.[1] ?? 1);
  const suppressionLimit = Number(find(/create\(([\d.]+)d/)?.[1]);
  return { table, options: { k, suppressionLimit, constraints, measure } };
}
