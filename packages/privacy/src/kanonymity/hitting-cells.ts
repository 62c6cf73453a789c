import type { SetTable } from './combination-tables.ts';

/**
 * Chooses the cells of a row whose suppression hits all its rare combinations: again and again the one in most of those not
 * hit yet, divided by its column's importance; of equals the first column.
 *
 * @returns a function from the indices of the rare combinations' tables, which it reorders, to the chosen columns
 */
export function hittingCells(
  tables: readonly SetTable[],
  importance: readonly number[],
): (sets: Uint32Array) => number[] {
  const most = Math.max(...tables.map(({ depth }) => depth));
  const none = importance.length;
  // Columns of each table, filled up with a column that does not exist.
  const members = new Uint16Array(tables.length * most).fill(none);
  for (const { index, columns } of tables) members.set(columns, index * most);
  const hits = new Float64Array(none + 1);
  return (sets) => {
    const chosen: number[] = [];
    let open = sets.length;
    while (open > 0) {
      hits.fill(0);
      for (let at = 0; at < open; at++) {
        const first = (sets[at] as number) * most;
        for (let member = first; member < first + most; member++) {
          const column = members[member] as number;
          hits[column] = (hits[column] as number) + 1;
        }
      }
      const best = worthiest(hits, importance);
      chosen.push(best);
      let left = 0;
      for (let at = 0; at < open; at++) {
        const set = sets[at] as number;
        let isHit = false;
        for (let member = set * most; member < set * most + most; member++) isHit ||= members[member] === best;
        if (!isHit) sets[left++] = set;
      }
      open = left;
    }
    return chosen;
  };
}

function worthiest(hits: Float64Array, importance: readonly number[]): number {
  let best = 0;
  let most = 0;
  for (let column = 0; column < importance.length; column++) {
    const worth = (hits[column] as number) / (importance[column] as number);
    if (worth > most) {
      best = column;
      most = worth;
    }
  }
  return best;
}
