/**
 * The filter of an adaptive mechanism. Costs in zCDP add up even when each query and its cost are chosen after seeing the
 * answers before it, as long as the total stays within a bound fixed in advance (Feldman and Zrnic 2021, the Rényi filter,
 * which for Gaussian-like costs is the plain sum at every order). The whole bound was debited in the ledger; the meter lets
 * queries through while the exact sum of their costs is at most that.
 */
import { Refusal } from '@casebridge/refusal';
import {
  addRational,
  compareRational,
  formatRational,
  type Rational,
  rational,
  subtractRational,
  sumRationals,
  zeroRational,
} from '../rational.ts';
import { type AdaptiveGrantUse, consumeAdaptiveGrant, type SpentGrant } from './grant.ts';
import type { Grant } from './types.ts';

/** What is left of a grant, and the only way to spend it. */
export interface SpendingMeter {
  /** zCDP cost that may still be spent, exactly. */
  remaining(): Rational;
  /**
   * Spends the sum of some costs at once, before the data are touched for them: all of them or none. Nothing is given back.
   * Refusal (exit 3): the sum is above what remains, or the meter is closed. RangeError: a cost that is not above zero.
   */
  spend(costs: readonly Rational[]): void;
  /** Ends the spending and gives the proof that a protected value is made from. Refusal (exit 3) the second time. */
  close(): SpentGrant;
}

/**
 * Opens the meter of an adaptive grant and uses the grant up: whatever is not spent through this meter is lost.
 * Refusal (exit 3): see `consumeAdaptiveGrant`.
 */
export function openMeter(grant: Grant, use: AdaptiveGrantUse): SpendingMeter {
  const proof = consumeAdaptiveGrant(grant, use);
  let spent = zeroRational;
  let isOpen = true;
  const checkOpen = (): void => {
    if (!isOpen) refuse(`the measurement paid for by entry ${proof.entry} is finished; ask the ledger for a new grant`);
  };
  return {
    remaining: () => subtractRational(proof.rho, spent),
    spend(costs) {
      checkOpen();
      const exact = costs.map(({ num, den }) => rational(num, den));
      if (exact.some((cost) => compareRational(cost, zeroRational) <= 0))
        throw new RangeError('every query of the data costs more than nothing');
      const sum = sumRationals(exact);
      const after = addRational(spent, sum);
      if (compareRational(after, proof.rho) > 0) {
        refuse(
          `rho ${formatRational(sum)} is above the ` +
            `${formatRational(subtractRational(proof.rho, spent))} left of entry ${proof.entry}; ask for less`,
        );
      }
      spent = after;
    },
    close() {
      checkOpen();
      isOpen = false;
      return proof;
    },
  };
}

function refuse(reason: string): never {
  throw new Refusal('meter-exhausted', `No noise was drawn: ${reason}.`, { exit: 3 });
}
