/** Area under the ROC curve by ranks, ties counted half (Mann and Whitney); null where only one class is there. */
export function areaUnderCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const order = Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[a] as number) - (scores[b] as number),
  );
  let ones = 0;
  let rankSum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let tied = 0;
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) {
      tied += labels[order[to] as number] as number;
      to++;
    }
    ones += tied;
    rankSum += (tied * (from + 1 + to)) / 2;
    from = to;
  }
  const zeros = scores.length - ones;
  return ones === 0 || zeros === 0 ? null : (rankSum - (ones * (ones + 1)) / 2) / (ones * zeros);
}

/** Mean over classes of 2TP / (2TP + FP + FN); a class that neither occurs nor is predicted is left out. */
export function macroF1(predicted: ArrayLike<number>, actual: ArrayLike<number>, classes: number): number {
  const hits = new Float64Array(classes);
  const misses = new Float64Array(classes);
  for (let row = 0; row < actual.length; row++) {
    const [p, a] = [predicted[row] as number, actual[row] as number];
    if (p === a) hits[a] = (hits[a] as number) + 1;
    else {
      misses[p] = (misses[p] as number) + 1;
      misses[a] = (misses[a] as number) + 1;
    }
  }
  const scores = [...hits.keys()].flatMap((code) => {
    const [hit, miss] = [hits[code] as number, misses[code] as number];
    return hit + miss === 0 ? [] : [(2 * hit) / (2 * hit + miss)];
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}
