import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { hierarchicalCloseness, orderedCloseness } from './closeness.ts';
import type { GroupConstraint } from './constraint.ts';
import { distinctDiversity, entropyDiversity, recursiveDiversity } from './diversity.ts';
import { type FullDomainOptions, fullDomainOptimum, lossOfLevels } from './full-domain.ts';
import { hierarchyFromCsv } from './hierarchy-csv.ts';
import { discernibility, entropyLoss, shareLoss } from './information-loss.ts';
import { betaLikeness } from './likeness.ts';
import { localRecoding } from './local-recoding.ts';
import type { QuasiTable } from './quasi-table.ts';
import { meanLoss, publishedLabel, type Recoding } from './recoding.ts';
import { verifyGroups } from './verify-groups.ts';
import { readPublished } from './verify-reader.ts';

// The Adult table with ARX's hierarchies: the optima of ../shared/spec and of ARX's own tests, and what local recoding reaches.
const root = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const folder = join(shared, 'data', 'arx-adult');
const present = existsSync(folder);
if (!present) process.stdout.write('k-anonymity on Adult skipped: ../shared/data/arx-adult is absent\n');

const nine = [
  'sex',
  'age',
  'race',
  'marital-status',
  'education',
  'native-country',
  'workclass',
  'occupation',
  'salary-class',
];
const eight = nine.filter((name) => name !== 'occupation');

let records: { readonly header: readonly string[]; readonly rows: readonly string[][] };

function hierarchy(column: string) {
  const file = `adult_hierarchy_${column}.csv`;
  return hierarchyFromCsv(column, readFileSync(join(folder, 'hierarchies', file), 'utf8'), file);
}

function adult(quasi: readonly string[], sensitive: readonly string[] = []): QuasiTable {
  const coded = (name: string, values: readonly string[]) => {
    const at = records.header.indexOf(name);
    const codeOf = new Map(values.map((value, code) => [value, code]));
    return Uint16Array.from(records.rows, (row) => codeOf.get(row[at] as string) as number);
  };
  const hierarchies = quasi.map(hierarchy);
  return {
    hierarchies,
    columns: hierarchies.map(({ column, labels }) => coded(column, labels[0] as readonly string[])),
    sensitive: sensitive.map((name) => {
      const values = [...new Set(records.rows.map((row) => row[records.header.indexOf(name)] as string))].sort();
      return { name, values, codes: coded(name, values) };
    }),
    rows: records.rows.length,
  };
}

async function published(table: QuasiTable, recoding: Recoding) {
  const names = [...table.hierarchies.map(({ column }) => column), ...table.sensitive.map(({ name }) => name)];
  const lines = [names.join(',')];
  for (let row = 0; row < table.rows; row++) {
    const labels = table.hierarchies.map((_, column) => publishedLabel(table, recoding, column, row));
    const values = table.sensitive.map(({ values: all, codes }) => all[codes[row] as number]);
    lines.push([...labels, ...values].join(','));
  }
  return readPublished([`${lines.join('\n')}\n`], 'published');
}

describe.skipIf(!present)('Adult with the hierarchies of ARX', () => {
  beforeAll(() => {
    const text = gunzipSync(readFileSync(join(folder, 'adult.csv.gz'))).toString('utf8');
    const [header = [], ...rows] = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split(';'));
    records = { header, rows };
  });

  it('finds the optimum of the rank aggregate', () => {
    const optimum = fullDomainOptimum(adult(eight), {
      k: 5,
      suppressionLimit: 1,
      measure: (rows, hierarchies) => shareLoss(rows, hierarchies, { aggregate: 'rank' }),
    });
    expect(optimum.levels).toEqual([0, 3, 0, 0, 1, 0, 0, 0]);
    expect(optimum.suppressedRows).toBe(3914);
    const expected = [0.297248193, 0.29678055, ...Array<number>(6).fill(0.1297659306)];
    for (const [at, loss] of expected.entries()) expect(optimum.loss[at]).toBeCloseTo(loss, 8);
  });

  it.each([
    [eight, 5, 1, [0, 3, 0, 0, 1, 1, 0, 0], 0.1690198172],
    [eight, 5, 0.05, [0, 3, 0, 0, 2, 1, 1, 0], 0.1783389956],
    [eight, 5, 0.02, [0, 3, 0, 2, 2, 1, 1, 0], 0.2771678011],
    [eight, 5, 0, [0, 4, 1, 2, 3, 2, 0, 0], 0.625],
    [eight, 11, 1, [0, 3, 0, 0, 2, 1, 1, 0], 0.2084076964],
    [eight, 11, 0.05, [0, 4, 0, 0, 2, 1, 1, 0], 0.2738536407],
    [eight, 11, 0.02, [0, 3, 0, 2, 3, 1, 1, 0], 0.3564360441],
    [eight, 11, 0, [0, 4, 1, 1, 3, 2, 2, 0], 0.6791451164],
    [nine, 5, 1, [0, 3, 0, 0, 2, 1, 1, 1, 0], 0.2277003233],
    [nine, 5, 0.05, [0, 3, 0, 0, 2, 1, 1, 2, 0], 0.2696346628],
    [nine, 5, 0.02, [0, 3, 0, 2, 2, 1, 1, 2, 0], 0.3574824899],
    [nine, 5, 0, [0, 4, 1, 1, 3, 2, 2, 1, 0], 0.6355438467],
    [nine, 11, 1, [0, 3, 0, 0, 2, 1, 1, 1, 0], 0.2744486545],
    [nine, 11, 0.05, [0, 4, 0, 1, 2, 1, 1, 1, 0], 0.3295232144],
    [nine, 11, 0.02, [0, 3, 1, 1, 2, 2, 1, 1, 0], 0.4078627122],
    [nine, 11, 0, [0, 4, 1, 1, 3, 2, 2, 1, 0], 0.6355438467],
  ] as const)('finds the optimum of %o at k %i and limit %d', (quasi, k, suppressionLimit, levels, loss) => {
    const optimum = fullDomainOptimum(adult(quasi), { k, suppressionLimit });
    expect(optimum.levels).toEqual(levels);
    expect(optimum.loss[0]).toBeCloseTo(loss, 9);
    expect(optimum.suppressedRows).toBeLessThanOrEqual(suppressionLimit * 30_162);
    expect(optimum.evaluated).toBeLessThan(optimum.nodes / 5);
  });

  it.each([
    [eight, 5, 0.0605],
    [eight, 11, 0.1008],
    [nine, 5, 0.0875],
    [nine, 11, 0.1351],
  ] as const)('recodes %o locally at k %i with a loss of at most %d, no row lost', async (quasi, k, most) => {
    const table = adult(quasi);
    const recoding = localRecoding(table, { k });
    expect(meanLoss(table, recoding)).toBeLessThanOrEqual(most);
    const report = verifyGroups(await published(table, recoding), quasi, [], k);
    expect(report).toMatchObject({ rows: 30_162, blankRows: 0, holds: true });
  });

  it('recodes with diversity and closeness of the occupation, which the verifier finds kept', async () => {
    const table = adult(eight, ['occupation']);
    const { name, values, codes } = table.sensitive[0] as (typeof table.sensitive)[number];
    const counts = values.map((value, code) => [value, Array.from(codes).filter((one) => one === code).length]);
    const distribution = counts as [string, number][];
    const cases: [GroupConstraint, Parameters<typeof verifyGroups>[4]][] = [
      [distinctDiversity(table.sensitive, 0, 4), [{ kind: 'distinct', column: name, l: 4 }]],
      [entropyDiversity(table.sensitive, 0, 4), [{ kind: 'entropy', column: name, l: 4 }]],
      [recursiveDiversity(table.sensitive, 0, 3, 3), [{ kind: 'recursive', column: name, c: 3, l: 3 }]],
      [orderedCloseness(table.sensitive, 0, 0.2), [{ kind: 'ordered-closeness', column: name, t: 0.2, distribution }]],
    ];
    let freely = meanLoss(table, localRecoding(table, { k: 5 }));
    for (const [constraint, claims] of cases) {
      const recoding = localRecoding(table, { k: 5, constraints: [constraint] });
      const report = verifyGroups(await published(table, recoding), eight, [name], 5, claims);
      expect(report).toMatchObject({ rows: 30_162, groupsBelowK: 0, broken: [0], holds: true });
      const loss = meanLoss(table, recoding);
      expect(loss).toBeGreaterThan(freely);
      freely = Math.min(freely, loss);
    }
  });
});

interface ArxCase {
  readonly configuration: string;
  readonly optimalLevels: readonly number[];
  readonly optimalInformationLoss: number;
}

/** Why a case of ARX's tests is not one of this model's. */
const outside: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/DPresence/, 'needs the subset of Adult that the data folder does not hold'],
  [/Profitability/, 'a cost model of attackers, which is no property of groups'],
  [/DifferentialPrivacy|createDataDependentConfiguration/, 'draws a random sample of the records first'],
  [
    /PopulationUniqueness|AverageReidentificationRisk|SampleUniqueness/,
    'a risk of the whole file, not a test of groups',
  ],
  [/0\.0[45]d, .*GRASSBERGER/, 'stops summing entropy early, which with counts of one depends on the order of values'],
];

const arxCases: [string, ArxCase][] = present
  ? Object.entries(
      (JSON.parse(readFileSync(join(folder, 'expected-optima.json'), 'utf8')) as { cases: Record<string, ArxCase[]> })
        .cases,
    ).flatMap(([group, cases]) => cases.map((one, at): [string, ArxCase] => [`${group} ${at}`, one]))
  : [];
const covered = arxCases.filter(([, { configuration }]) => !outside.some(([pattern]) => pattern.test(configuration)));

describe.skipIf(!present)('the cases of ARX’s own tests', () => {
  it('are covered, or outside for a reason that is told', () => {
    const reasons = new Map<string, number>();
    for (const [, { configuration }] of arxCases) {
      const why = outside.find(([pattern]) => pattern.test(configuration))?.[1] ?? 'covered';
      reasons.set(why, (reasons.get(why) ?? 0) + 1);
    }
    expect([...reasons.values()].sort((a, b) => b - a)).toEqual([49, 23, 15, 6, 6, 2]);
    expect(reasons.get('covered')).toBe(49);
  });

  it.each(covered)('%s: the loss of its levels', (_, { configuration, optimalLevels, optimalInformationLoss }) => {
    const { table, options } = arxRequest(configuration);
    // ARX rounds each column's loss to ten digits.
    const { loss, suppressedRows } = lossOfLevels(table, optimalLevels, options);
    expect(Math.abs((loss[0] as number) / (optimalInformationLoss || 1) - 1)).toBeLessThan(1e-9);
    expect(suppressedRows).toBeLessThanOrEqual(options.suppressionLimit * 30_162);
  });

  // The other searches take a quarter of an hour on a slow machine: `npm run bench kanonymity` makes them all.
  const searched = covered.filter(([name]) =>
    /^(KAnonymity [0-3]|Combinations [34689]|BLikeness 1|Heuristic 4|Genetic [12]|OrderedDistanceTCloseness [23])$/.test(
      name,
    ),
  );
  it.each(searched)('%s: its levels are the optimum', (_, { configuration, optimalLevels }) => {
    const { table, options } = arxRequest(configuration);
    expect(fullDomainOptimum(table, options).levels).toEqual(optimalLevels);
  });
});

/** What a configuration of ARX's tests asks, in our terms. Values are in the order of their texts, as ARX has them. */
function arxRequest(configuration: string): { table: QuasiTable; options: FullDomainOptions } {
  const find = (pattern: RegExp) => pattern.exec(configuration);
  const isSensitive = /"occupation"$/.test(configuration);
  const table = adult(isSensitive ? eight : nine, isSensitive ? ['occupation'] : []);
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
    constraints.push(hierarchicalCloseness(sensitive, 0, Number(hierarchical[1]), hierarchy('occupation')));
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
