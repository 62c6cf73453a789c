import { Refusal } from '@casebridge/refusal';
import type { CaseTable } from '../../columns/case-table.ts';
import { type AttackInput, columnsNamed, sizesOfTable } from './attack-input.ts';
import { type AttributeInference, attributeInference } from './attribute-inference.ts';
import { type ClassSizeTable, classSizeTable } from './class-size-table.ts';
import { type CorrectAttribution, correctAttribution } from './correct-attribution.ts';
import { type DensityRatio, densityRatio } from './density-ratio.ts';
import { type ExactCopies, exactCopies } from './exact-copies.ts';
import { type Linkability, linkability } from './linkability.ts';
import { type RareEcho, rareEcho } from './rare-echo.ts';
import { type ReidentificationRisk, reidentificationRisk } from './reidentification.ts';
import { runShadowAttack, type ShadowAttack } from './run-shadow-attack.ts';
import type { ShadowMembership } from './shadow-membership.ts';
import { type SinglingOut, singleOutMultivariate, singleOutUnivariate } from './singling-out.ts';
import { type SpecialUniques, specialUniques } from './special-uniques.ts';

/**
 * What every attack found. Read from real records and without protection: internal, "nothing found" among it. It is not
 * `Protected`, so no bundle takes it; on real records it is run inside an inspection.
 */
export interface AttackResults {
  readonly format: 'casebridge-attack-1';
  readonly internal: 'reads real records; do not publish';
  readonly seed: string;
  readonly rows: { readonly real: number; readonly control: number | null; readonly synthetic: number };
  readonly columns: readonly string[];
  readonly keys: readonly string[];
  readonly secrets: readonly string[];
  /** Of the real records, without any synthetic ones. */
  readonly classSizes: ClassSizeTable;
  readonly reidentification: {
    /** The real records by their keys, once per way of knowing the population. */
    readonly real: readonly ReidentificationRisk[];
    /** The published records by their keys, as if they were real ones. */
    readonly published: ReidentificationRisk;
  };
  readonly specialUniques: Omit<SpecialUniques, 'scores'>;
  readonly exactCopies: ExactCopies;
  readonly rareEcho: RareEcho;
  readonly singlingOut: { readonly univariate: SinglingOut; readonly multivariate: SinglingOut };
  readonly linkability: Linkability;
  readonly attributeInference: AttributeInference;
  readonly correctAttribution: readonly CorrectAttribution[];
  readonly densityRatio: DensityRatio | null;
  readonly shadowMembership: ShadowMembership | null;
  /** Set where the published records are k-anonymised real ones. */
  readonly kAnonymous: number | null;
}

export interface AttackOptions {
  /** Columns an attacker knows; the three of most codes where absent. */
  readonly keys?: readonly string[];
  /** Columns an attacker is after; all that are no key where absent. */
  readonly secrets?: readonly string[];
  /** Records of each file that the attacks by nearest neighbour go for. */
  readonly targets?: number;
  readonly predicates?: number;
  readonly k?: number;
  /** Persons of the population, coded over the same domains. */
  readonly population?: CaseTable;
  /** Share of the population in the real file. */
  readonly samplingFraction?: number;
  /** The published records are real ones, k-anonymised with this k. */
  readonly kAnonymous?: number;
  readonly shadow?: ShadowAttack;
  readonly seed: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (attack: string, done: number) => void | Promise<void>;
}

/**
 * Runs every attack, one after the other. The same seed gives the same numbers, except for shadow runs, whose noise is
 * fresh. Refusal: fewer than two columns, an unknown column, or a secret that is a key.
 */
export async function runAttacks(input: AttackInput, options: AttackOptions): Promise<AttackResults> {
  const { train, control, synthetic } = input;
  const { targets = 1000, k = 11, seed, onProgress } = options;
  if (train.columns.length < 2) {
    throw new Refusal('attack-one-column', 'The domain has one column; an attack needs a known and a secret one.');
  }
  const keys = keyColumns(train, options.keys);
  const secrets = secretColumns(train, keys, options.secrets);
  const some = { seed, ...(options.signal === undefined ? {} : { signal: options.signal }) };
  const phases = 11;
  let phase = 0;
  const next = async (name: string) => {
    options.signal?.throwIfAborted();
    await onProgress?.(name, phase++ / phases);
  };
  await next('class sizes');
  const classSizes = await classSizeTable(train, { k, ...some });
  await next('re-identification');
  const real = populations(train, options).map((population) => reidentificationRisk(train, keys, population, k));
  const published = reidentificationRisk(synthetic, keys, { kind: 'table', table: synthetic }, options.kAnonymous ?? k);
  await next('special uniques');
  const { scores: _, ...uniques } = specialUniques(train, some);
  await next('copies');
  const copies = exactCopies(input);
  await next('rare combinations');
  const echo = await rareEcho(input, { k, ...some });
  await next('singling out');
  const predicates = options.predicates ?? 20_000;
  const univariate = singleOutUnivariate(input, { predicates, ...some });
  const multivariate = singleOutMultivariate(input, { predicates, ...some });
  await next('linkability');
  const linked = linkability(input, { targets, ...some });
  await next('attribute inference');
  const inferred = attributeInference(input, { targets, secrets, ...some });
  await next('attribution by keys');
  const attributed = correctAttribution(
    input,
    keys,
    secrets.filter((column) => !keys.includes(column)),
  );
  await next('density ratio');
  const ratio = await densityRatio(input, some);
  await next('shadow runs');
  const from = phase / phases;
  const shadowMembership = options.shadow
    ? await runShadowAttack(input, options.shadow, {
        ...some,
        onProgress: (done) => onProgress?.('shadow runs', from + done * (1 - from)),
      })
    : null;
  const names = (columns: readonly number[]) => columns.map((column) => train.variables[column] as string);
  return {
    format: 'casebridge-attack-1',
    internal: 'reads real records; do not publish',
    seed,
    rows: { real: train.rows, control: control?.rows ?? null, synthetic: synthetic.rows },
    columns: train.variables,
    keys: names(keys),
    secrets: names(secrets),
    classSizes,
    reidentification: { real, published },
    specialUniques: uniques,
    exactCopies: copies,
    rareEcho: echo,
    singlingOut: { univariate, multivariate },
    linkability: linked,
    attributeInference: inferred,
    correctAttribution: attributed,
    densityRatio: ratio,
    shadowMembership,
    kAnonymous: options.kAnonymous ?? null,
  };
}

function keyColumns(table: CaseTable, names: readonly string[] | undefined): readonly number[] {
  if (names !== undefined && names.length > 0) return columnsNamed(table, [...new Set(names)]);
  const sizes = sizesOfTable(table);
  return sizes
    .map((_, column) => column)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
    .slice(0, Math.min(3, sizes.length - 1));
}

function secretColumns(
  table: CaseTable,
  keys: readonly number[],
  names: readonly string[] | undefined,
): readonly number[] {
  if (names === undefined || names.length === 0) {
    return table.columns.map((_, column) => column).filter((column) => !keys.includes(column));
  }
  const secrets = columnsNamed(table, [...new Set(names)]);
  const both = secrets.find((column) => keys.includes(column));
  if (both !== undefined) {
    throw new Refusal(
      'attack-secret-key',
      `The column '${table.variables[both]}' is named as key and as secret; an attacker knows it or is after it.`,
    );
  }
  return secrets;
}

function populations(train: CaseTable, { population, samplingFraction }: AttackOptions) {
  if (population !== undefined) return [{ kind: 'table', table: population }] as const;
  if (samplingFraction === undefined) return [{ kind: 'table', table: train }] as const;
  return [
    { kind: 'negative-binomial', samplingFraction },
    { kind: 'zero-truncated-poisson', samplingFraction },
  ] as const;
}
