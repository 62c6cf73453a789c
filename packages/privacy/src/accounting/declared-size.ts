import { Refusal } from '@casebridge/refusal';

/** Above this a δ is worth a word when the size of the data is not declared. */
const unremarkableDelta = 1e-6;

/**
 * Whether δ suits a file of a declared number of records. With δ above 1/n a mechanism may publish one record of n as it
 * stands and keep its promise. The size is what is publicly said of the data; it is never counted here.
 *
 * @param size declared number of records; undefined where none is declared
 * @returns one line to tell the user, or null
 * @throws Refusal when δ is above one over the declared size
 */
export function checkDelta(delta: number, size: number | undefined): string | null {
  if (!(delta > 0 && delta < 1)) throw new Refusal('delta', 'δ lies strictly between 0 and 1; give --delta 1e-6.');
  if (size === undefined) {
    if (delta <= unremarkableDelta) return null;
    const most = Math.floor(1 / delta);
    return `δ ${delta} suits files of up to ${most} records; declare the size (--size) to have it checked`;
  }
  if (delta * size <= 1) return null;
  throw new Refusal(
    'delta-above-size',
    `δ ${delta} is above one over the declared ${size} records: it would allow publishing one of them whole; ` +
      `give --delta ${1 / size} or less.`,
  );
}
