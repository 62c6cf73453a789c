// Shares in files are whole millionths. Pages round them once more, to whole per cent and tenths of one, and must come to what
// the unrounded share comes to: a share is never moved onto a point where either rounding turns.

/** Millionths a tenth of a per cent is rounded at: 0.05 %. */
const turningPoints = 500;
const unit = 1_000_000;

/** The nearest whole millionths on the same side of every turning point of a rounded per cent. */
export function toMillionths(share: number): number {
  const exact = share * unit;
  const nearest = Math.round(exact);
  if (nearest % turningPoints !== 0 || Math.abs(exact - nearest) < noise) return nearest;
  return nearest + Math.sign(exact - nearest);
}

// Figures have nine decimals: a share that theirs cannot tell from a whole number of millionths is one.
const noise = 5e-4;

/** The share that millionths stand for. */
export function fromMillionths(millionths: number): number {
  return millionths / unit;
}

/** Ends of a possible range in millionths, outwards. */
export function endsInMillionths({ low, high }: { readonly low: number; readonly high: number }) {
  return { low: Math.floor(low * unit), high: Math.ceil(high * unit) };
}
