import { type Bundle, readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { compareEveryFigure } from '@casebridge/figures';
import { answersFrom, sameDomains, sharedCohorts } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { type ComparedLine, comparedLine } from './compared-line.ts';
import { comparisonPage } from './comparison-page.ts';
import { type ContributorDifference, contributorDifference } from './contributor-difference.ts';

export interface CompareBundlesOptions {
  /** Folder of the bundle without the contributor, or without its new records. */
  readonly without: string;
  /** Folder of the bundle with it. */
  readonly with: string;
  /** Public id of the contributor that joined; it must be in the one and not in the other. */
  readonly contributor?: string | undefined;
  /** The steward's public key; without it the signer that each bundle names is believed. */
  readonly publicKey?: string | undefined;
  /** File for a page; it must not be there yet. */
  readonly out?: string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

/** What a reader must know of one of the two bundles. */
export interface ComparedBundle {
  readonly release: string;
  readonly sequence: number;
  readonly title: string;
  readonly created: string;
  readonly manifest: string;
  readonly signer: { readonly organisation: string; readonly publicKey: string };
  readonly periods: readonly string[];
  readonly contributors: number;
}

/** Two bundles side by side, every number at public precision. */
export interface BundleComparison {
  readonly example: boolean;
  readonly without: ComparedBundle;
  readonly with: ComparedBundle;
  /** Whether both signatures were checked against a key that was given. */
  readonly pinned: boolean;
  readonly contributor: string | null;
  readonly contributors: ContributorDifference;
  /** Cohorts whose measurements both bundles carry: their noise cancels. */
  readonly sharedCohorts: readonly string[];
  /** How many differences were looked at together. */
  readonly comparisons: number;
  readonly unit: 'record' | 'person';
  /** Those that moved farthest first. */
  readonly figures: readonly ComparedLine[];
}

/**
 * A contributor's “with us / without us”: two verified bundles compared figure by figure at public precision, with the noise of
 * both. It reads what is public or up for approval, opens no record, measures nothing and spends nothing.
 *
 * Refusals: a bundle that does not verify (named), the same bundle twice, bundles that cannot be compared (standard, regions,
 * variables and codes, protected unit, example against real), a contributor in neither or both, a page that is there.
 */
export async function compareBundles(options: CompareBundlesOptions): Promise<BundleComparison> {
  const { contributor, out, signal, onProgress } = options;
  if (out !== undefined) await refuseExisting([out]);
  const read = async (folder: string, phase: string) => {
    onProgress?.(phase, 0);
    const bundle = await verified(folder, options.publicKey);
    signal?.throwIfAborted();
    onProgress?.(phase, 1);
    return bundle;
  };
  const without = await read(options.without, 'verifying the bundle without');
  const withIt = await read(options.with, 'verifying the bundle with');
  requireComparable(without, withIt, options);
  if (contributor !== undefined) requireContributor(contributor, without, withIt, options);
  const shared = sharedCohorts(without.measurements, withIt.measurements);
  const { grouping, setApart } = withIt.manifest;
  const figures = compareEveryFigure(sideOf(without), sideOf(withIt), shared, grouping);
  const comparison: BundleComparison = {
    example: withIt.manifest.example,
    without: describe(without),
    with: describe(withIt),
    pinned: options.publicKey !== undefined,
    contributor: contributor ?? null,
    contributors: contributorDifference(without.coverage, withIt.coverage),
    sharedCohorts: [...shared],
    comparisons: figures.filter(({ difference }) => difference !== null && difference.sd > 0).length,
    unit: withIt.privacy.unit,
    figures: figures.map((figure) => comparedLine(figure, { grouping, group: setApart?.label.en ?? null })),
  };
  if (out !== undefined) {
    const page = comparisonPage(comparison, figures, grouping);
    await writeTogether([{ path: out, pieces: () => [page] }], signal ? { signal } : {});
  }
  return comparison;
}

async function verified(folder: string, publicKey: string | undefined): Promise<Bundle> {
  const options = publicKey === undefined ? {} : { publicKey };
  try {
    await verifyBundle(directorySource(folder), options);
    return await readBundle(directorySource(folder), options);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Refusal(cause.code, `${folder} does not verify: ${cause.message}`, { exit: cause.exit, cause });
  }
}

function requireComparable(without: Bundle, withIt: Bundle, folders: CompareBundlesOptions): void {
  const [a, b] = [without.manifest, withIt.manifest];
  const names = `${folders.without} and ${folders.with}`;
  const refuse = (code: string, what: string): never => {
    throw new Refusal(code, `${names} ${what}`);
  };
  if (without.manifestHash === withIt.manifestHash) {
    refuse('preview-same', 'are the same release; name the one without and the one with');
  }
  if (a.example !== b.example)
    refuse('preview-example', 'are one of example data and one of real data; compare two alike');
  if (a.standard !== b.standard) {
    refuse('preview-standard', `are of the standards ${a.standard} and ${b.standard}; build both with one standard`);
  }
  if (a.grouping !== b.grouping || !sameDomains(without.measurements, withIt.measurements)) {
    refuse('preview-domain', 'publish other variables, codes or regions; build both from recipes with the same ones');
  }
  if (without.privacy.unit !== withIt.privacy.unit) {
    refuse('preview-unit', 'count records in one and persons in the other; build both with one unit');
  }
}

function requireContributor(id: string, without: Bundle, withIt: Bundle, folders: CompareBundlesOptions): void {
  const [had, has] = [without, withIt].map(({ coverage }) => coverage.contributors.some((one) => one.id === id));
  if (has && !had) return;
  const refuse = (what: string): never => {
    throw new Refusal('preview-contributor', what);
  };
  if (had && has) {
    refuse(
      `${id} is in both ${folders.without} and ${folders.with}; leave --contributor out to see what its new records change`,
    );
  }
  if (had) refuse(`${id} is in ${folders.without} and not in ${folders.with}; give the two the other way round`);
  const ids = withIt.coverage.contributors.map((one) => one.id);
  refuse(
    `${id} is in neither bundle; ${folders.with} has ${ids.length > 12 ? `${ids.length} contributors` : ids.join(', ')}`,
  );
}

function sideOf({ figures, measurements }: Bundle) {
  return { figures, answers: answersFrom(measurements) };
}

function describe({ manifest, manifestHash, coverage }: Bundle): ComparedBundle {
  const { release, sequence, title, created, signer, periods } = manifest;
  return {
    release,
    sequence,
    title,
    created,
    manifest: manifestHash,
    signer,
    periods,
    contributors: coverage.contributors.length,
  };
}
