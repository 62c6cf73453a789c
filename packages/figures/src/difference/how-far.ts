import type { Figure } from '../types.ts';

/** A figure that two releases give, with different values. */
export interface FigureMove {
  readonly before: Figure;
  readonly after: Figure;
}

/** A move is a large one from here: two points of a share or a change, two per cent of any other number. */
const largeMove = 0.02;

/** Whether a figure moved by over two points, or by over two per cent where it is not a share. */
export function movedFar({ before, after }: FigureMove): boolean {
  if (before.value === null || after.value === null) return false;
  const moved = Math.abs(after.value - before.value);
  const inPoints = after.unit === 'share' || after.unit === 'change';
  return moved > (inPoints ? largeMove : largeMove * Math.abs(before.value)) + 1e-12;
}

/** How far a figure moved, in widths of the newer interval: what moves of different units are put in order by. */
export function distanceMoved({ before, after }: FigureMove): number {
  const width = after.interval ? after.interval[1] - after.interval[0] : 0;
  const moved = Math.abs((after.value ?? 0) - (before.value ?? 0));
  return width > 0 ? moved / width : moved;
}
