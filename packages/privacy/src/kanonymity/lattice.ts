import { Refusal } from '@casebridge/refusal';

/** Most combinations of levels that are searched. */
const mostNodes = 2 ** 22;

/** All combinations of one level per column, numbered in mixed radix, the first column running fastest. */
export interface Lattice {
  readonly nodes: number;
  levels(node: number): number[];
  /** Sum of the levels. */
  height(node: number): number;
  /** Nodes with one level of one column one higher. */
  above(node: number): number[];
  below(node: number): number[];
}

/**
 * @param heights levels of each column
 * @throws Refusal for more than `mostNodes` combinations
 */
export function lattice(heights: readonly number[]): Lattice {
  const nodes = heights.reduce((product, height) => product * height, 1);
  if (nodes > mostNodes) {
    throw new Refusal(
      'lattice-large',
      `${nodes} combinations of levels are too many to search; name fewer columns or use --method local.`,
    );
  }
  const steps = heights.map((_, column) => heights.slice(0, column).reduce((product, height) => product * height, 1));
  const levelOf = (node: number, column: number) =>
    Math.floor(node / (steps[column] as number)) % (heights[column] as number);
  return {
    nodes,
    levels: (node) => heights.map((_, column) => levelOf(node, column)),
    height: (node) => heights.reduce((sum, _, column) => sum + levelOf(node, column), 0),
    above: (node) =>
      heights.flatMap((height, column) =>
        levelOf(node, column) + 1 < height ? [node + (steps[column] as number)] : [],
      ),
    below: (node) =>
      heights.flatMap((_, column) => (levelOf(node, column) > 0 ? [node - (steps[column] as number)] : [])),
  };
}
