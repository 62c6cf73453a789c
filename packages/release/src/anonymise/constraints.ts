import { safeText } from '@casebridge/bundle';
import {
  type ClaimedConstraint,
  distinctDiversity,
  entropyDiversity,
  equalCloseness,
  type GroupConstraint,
  orderedCloseness,
  type QuasiTable,
  recursiveDiversity,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { AnonymiseOptions } from './anonymise-options.ts';

/** What is asked of every group, for the methods and, in its own words, for the verifier. */
export interface AskedConstraints {
  readonly constraints: readonly GroupConstraint[];
  readonly claims: readonly ClaimedConstraint[];
}

/** Each asked condition on each sensitive column. Refusal for a condition without a sensitive column. */
export function askedConstraints(
  table: QuasiTable,
  { diversity, closeness }: Pick<AnonymiseOptions, 'diversity' | 'closeness'>,
): AskedConstraints {
  const { sensitive } = table;
  if ((diversity || closeness) && sensitive.length === 0) {
    throw new Refusal(
      'sensitive-none',
      'Diversity and closeness are about sensitive columns; name one by --sensitive.',
    );
  }
  const constraints: GroupConstraint[] = [];
  const claims: ClaimedConstraint[] = [];
  for (const [at, { name: column, values, codes }] of sensitive.entries()) {
    if (diversity) {
      const { kind, l, c } = diversity;
      if (kind === 'recursive') {
        constraints.push(recursiveDiversity(sensitive, at, c, l));
        claims.push({ kind, column, l, c });
      } else {
        constraints.push((kind === 'distinct' ? distinctDiversity : entropyDiversity)(sensitive, at, l));
        claims.push({ kind, column, l });
      }
    }
    if (closeness) {
      const { distance, t } = closeness;
      const counts = values.map(() => 0);
      for (const code of codes) counts[code] = (counts[code] as number) + 1;
      constraints.push((distance === 'equal' ? equalCloseness : orderedCloseness)(sensitive, at, t));
      // The verifier sees the values as they are written.
      const distribution = values.map((value, code) => [safeText(value), counts[code] as number] as const);
      claims.push({ kind: `${distance}-closeness`, column, t, distribution });
    }
  }
  return { constraints, claims };
}
