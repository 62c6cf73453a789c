import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Bundle, readBundle, type Signer, signerFromSeed } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { Refusal } from '@casebridge/refusal';
import { loadAgeIdentity, loadRecordKey, loadSigningKey } from '@casebridge/submission/node';
import { type PlannedRecipe, parseRecipe } from '../recipe/parse-recipe.ts';

/** A recipe with its files: paths made absolute, keys loaded, the previous bundle verified. */
export interface ReleaseInputs {
  readonly planned: PlannedRecipe;
  /** SHA-256 (hex) of the recipe file. */
  readonly recipeHash: string;
  readonly paths: {
    readonly store: string;
    readonly ledger: string;
    readonly marks: string;
    /** The file of k-anonymous records; null where the recipe has none. */
    readonly kanonymous: string | null;
    /** The table of persons; null where records are counted. */
    readonly persons: string | null;
    /** Tables of histories; null where the recipe has none, or counts them from its linkage. */
    readonly histories: {
      readonly expected: string;
      readonly cautious: string | null;
      readonly generous: string | null;
      readonly apart: string | null;
    } | null;
  };
  readonly signer: Signer;
  /** The steward's age identity. */
  readonly identity: string;
  readonly marksKey: Uint8Array;
  readonly previous: Bundle | null;
  readonly sequence: number;
  /** Whom the guarantee protects: a person once every record of the series was linked, a record until then. */
  readonly unit: 'record' | 'person';
}

/** Reads a recipe file. Paths in it are relative to its folder. Refusals: `recipe`. */
export async function readRecipe(
  recipePath: string,
): Promise<Pick<ReleaseInputs, 'planned' | 'recipeHash'> & { readonly at: (path: string) => string }> {
  const bytes = await readFile(recipePath).catch((cause: unknown) => {
    throw new Refusal('recipe', `${recipePath} cannot be read; check the path`, { cause });
  });
  return {
    planned: parseRecipe(bytes.toString('utf8'), recipePath),
    recipeHash: createHash('sha256').update(bytes).digest('hex'),
    at: (path) => resolve(dirname(recipePath), path),
  };
}

/**
 * Opens everything a release needs but its records. Refusals: the recipe, a key that others can read or that is another
 * organisation's, a previous bundle that does not hold or that somebody else signed.
 */
export async function openInputs(recipePath: string): Promise<ReleaseInputs> {
  const { planned, recipeHash, at } = await readRecipe(recipePath);
  const { steward, store, ledger, marks, previous, kanonymous, linkage, prevalence } = planned.recipe;
  const key = await loadSigningKey(at(steward.signingKey));
  if (key.organisation !== steward.organisation) {
    throw new Refusal(
      'recipe',
      `${recipePath}: ${steward.signingKey} is a key of ${key.organisation}, not of ${steward.organisation}`,
    );
  }
  const signer = signerFromSeed(key.organisation, key.seed);
  const bundle =
    previous === 'none' ? null : await readBundle(directorySource(at(previous)), { publicKey: signer.publicKey });
  if (bundle && bundle.manifest.example !== planned.recipe.example) {
    throw new Refusal(
      'recipe',
      `${recipePath}: the previous bundle and this release must both be example data, or neither`,
    );
  }
  return {
    planned,
    recipeHash,
    paths: {
      store: at(store),
      ledger: at(ledger),
      marks: at(marks),
      kanonymous: kanonymous ? at(kanonymous.file) : null,
      persons: linkage ? at(linkage.persons) : null,
      histories:
        prevalence?.histories == null
          ? null
          : {
              expected: at(prevalence.histories),
              cautious: prevalence.cautious === null ? null : at(prevalence.cautious),
              generous: prevalence.generous === null ? null : at(prevalence.generous),
              apart: prevalence.apart === null ? null : at(prevalence.apart),
            },
    },
    signer,
    identity: await loadAgeIdentity(at(steward.identity)),
    marksKey: await loadRecordKey(at(steward.marksKey)),
    previous: bundle,
    unit: unitOf(planned, bundle, recipePath),
    sequence: (bundle?.manifest.sequence ?? 0) + 1,
  };
}

function unitOf({ recipe }: PlannedRecipe, previous: Bundle | null, name: string): 'record' | 'person' {
  const earlier = previous?.privacy.unit ?? 'person';
  if (recipe.linkage) return recipe.linkage.unlinked.length > 0 ? 'record' : earlier;
  if (previous && earlier === 'person') {
    throw new Refusal(
      'recipe',
      `${name}: the releases before this one count persons; without linkage a person could be counted again. Give linkage.persons`,
      { exit: 3 },
    );
  }
  return 'record';
}
