import { createReadStream } from 'node:fs';
import {
  type ClaimedConstraint,
  type CombinationsReport,
  type GroupsReport,
  type PopulationReport,
  type PublishedFile,
  readPublished,
  verifyCombinations,
  verifyGroups,
  verifyPopulation,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { AnonymiseMethod } from './anonymise-options.ts';

/** What is claimed of a written file. */
export interface Claim {
  readonly method: AnonymiseMethod;
  readonly k: number;
  readonly m: number;
  readonly quasi: readonly string[];
  readonly sensitive: readonly string[];
  readonly missing: readonly string[];
  readonly claims: readonly ClaimedConstraint[];
  /** Rows the file must have. */
  readonly rows: number;
  /** For k-map: lines of each quasi-identifier's hierarchy, and the persons' values, column by column. */
  readonly population?: {
    readonly hierarchies: readonly (readonly (readonly string[])[])[];
    readonly persons: readonly (readonly string[])[];
  };
}

/** What the verifier found in a written file. */
export type Verified =
  | ({ readonly by: 'groups' } & GroupsReport)
  | ({ readonly by: 'combinations' } & CombinationsReport)
  | ({ readonly by: 'population' } & PopulationReport);

/**
 * Reads a file back from disk, by code that shares nothing with what made it, and holds it against the claim.
 *
 * @throws Refusal `not-verified`, exit 3, where the claim does not hold
 */
export async function verifyWritten(path: string, claim: Claim, signal?: AbortSignal): Promise<Verified> {
  const file = await readPublished(createReadStream(path), 'the written file', signal);
  const found = verify(file, claim, signal);
  if (file.rows !== claim.rows || !found.holds) {
    throw new Refusal(
      'not-verified',
      'The written file does not keep what was claimed of it, so it was taken away; please report this, without case data.',
      { exit: 3 },
    );
  }
  return found;
}

function verify(file: PublishedFile, claim: Claim, signal: AbortSignal | undefined): Verified {
  const { quasi, sensitive, k } = claim;
  if (claim.method === 'km') {
    const options = signal ? { signal } : {};
    return { by: 'combinations', ...verifyCombinations(file, quasi, k, claim.m, ['*', ...claim.missing], options) };
  }
  if (claim.population) {
    const { hierarchies, persons } = claim.population;
    return { by: 'population', ...verifyPopulation(file, quasi, hierarchies, persons, k) };
  }
  return { by: 'groups', ...verifyGroups(file, quasi, sensitive, k, claim.claims) };
}
