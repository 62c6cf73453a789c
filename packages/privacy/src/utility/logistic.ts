/**
 * Logistic regression on a sparse 0/1 design, by iteratively reweighted least squares: exact, without a seed or a step size.
 * Equal rows come once, with the numbers of times they are of class 1 and in all. Columns that are sums of earlier ones
 * are found in the first decomposition and left out.
 */
export interface SparseDesign {
  /** Number of columns; column 0 is the constant and is not listed in the rows. */
  readonly features: number;
  /** Row r has the columns `indices[starts[r]] … indices[starts[r + 1] − 1]`. */
  readonly starts: Uint32Array;
  readonly indices: Uint16Array;
  /** Per row: records, and those of class 1. */
  readonly totals: Float64Array;
  readonly ones: Float64Array;
}

export interface LogisticFit {
  /** Probability of class 1 per row. */
  readonly probabilities: Float64Array;
  /** Columns that are not sums of others, the constant among them. */
  readonly rank: number;
  readonly iterations: number;
}

const mostIterations = 40;

/** Fits by maximum likelihood; where classes can be told apart for certain it stops once the likelihood stands still. */
export function fitLogistic(design: SparseDesign): LogisticFit {
  const { features, totals } = design;
  const rows = totals.length;
  const beta = new Float64Array(features);
  let probabilities = new Float64Array(rows);
  let deviance = predict(design, beta, probabilities);
  let used: Uint8Array | undefined;
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations++;
    const { gram, gradient } = normalEquations(design, probabilities);
    used ??= independentColumns(gram, features);
    const step = solve(gram, gradient, features, used);
    let scale = 1;
    let next = Infinity;
    const trial = new Float64Array(features);
    const at = new Float64Array(rows);
    for (; scale > 1e-4; scale /= 2) {
      for (let column = 0; column < features; column++) {
        trial[column] = (beta[column] as number) + scale * (step[column] as number);
      }
      next = predict(design, trial, at);
      if (next <= deviance) break;
    }
    if (!(next <= deviance)) break;
    beta.set(trial);
    probabilities = at;
    const gain = deviance - next;
    deviance = next;
    if (gain <= 1e-9 * (Math.abs(deviance) + 1)) break;
  }
  const rank = (used ?? new Uint8Array(features)).reduce((sum, kept) => sum + kept, 0);
  return { probabilities, rank, iterations };
}

/** Fills the probabilities and returns minus twice the log likelihood. */
function predict({ starts, indices, totals, ones }: SparseDesign, beta: Float64Array, into: Float64Array): number {
  let deviance = 0;
  for (let row = 0; row < totals.length; row++) {
    let eta = beta[0] as number;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++)
      eta += beta[indices[at] as number] as number;
    const bounded = Math.min(Math.max(eta, -30), 30);
    const p = 1 / (1 + Math.exp(-bounded));
    into[row] = p;
    const y = ones[row] as number;
    deviance -= 2 * (y * Math.log(p) + ((totals[row] as number) - y) * Math.log1p(-p));
  }
  return deviance;
}

function normalEquations({ features, starts, indices, totals, ones }: SparseDesign, probabilities: Float64Array) {
  const gram = new Float64Array(features * features);
  const gradient = new Float64Array(features);
  for (let row = 0; row < totals.length; row++) {
    const p = probabilities[row] as number;
    const weight = (totals[row] as number) * p * (1 - p);
    const rest = (ones[row] as number) - (totals[row] as number) * p;
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    gradient[0] = (gradient[0] as number) + rest;
    gram[0] = (gram[0] as number) + weight;
    for (let at = from; at < to; at++) {
      const column = indices[at] as number;
      gradient[column] = (gradient[column] as number) + rest;
      const line = column * features;
      gram[line] = (gram[line] as number) + weight;
      for (let other = from; other <= at; other++) {
        const cell = line + (indices[other] as number);
        gram[cell] = (gram[cell] as number) + weight;
      }
    }
  }
  return { gram, gradient };
}

/** Columns whose part that earlier columns do not explain is more than rounding: a Cholesky decomposition that skips the rest. */
function independentColumns(gram: Float64Array, features: number): Uint8Array {
  const used = new Uint8Array(features).fill(1);
  decompose(gram.slice(), features, used, true);
  return used;
}

function decompose(lower: Float64Array, features: number, used: Uint8Array, decide: boolean): void {
  for (let i = 0; i < features; i++) {
    if (!used[i]) continue;
    const own = lower[i * features + i] as number;
    for (let j = 0; j <= i; j++) {
      if (!used[j]) continue;
      let sum = lower[i * features + j] as number;
      for (let k = 0; k < j; k++) {
        if (used[k]) sum -= (lower[i * features + k] as number) * (lower[j * features + k] as number);
      }
      if (j < i) lower[i * features + j] = sum / (lower[j * features + j] as number);
      else if (decide && sum <= 1e-7 * own) used[i] = 0;
      else lower[i * features + i] = Math.sqrt(Math.max(sum, 1e-12 * own + 1e-300));
    }
  }
}

function solve(gram: Float64Array, right: Float64Array, features: number, used: Uint8Array): Float64Array {
  const lower = gram.slice();
  for (let i = 0; i < features; i++) {
    lower[i * features + i] = (lower[i * features + i] as number) * (1 + 1e-10) + 1e-10;
  }
  decompose(lower, features, used, false);
  const x = new Float64Array(features);
  for (let i = 0; i < features; i++) {
    if (!used[i]) continue;
    let sum = right[i] as number;
    for (let k = 0; k < i; k++) if (used[k]) sum -= (lower[i * features + k] as number) * (x[k] as number);
    x[i] = sum / (lower[i * features + i] as number);
  }
  for (let i = features - 1; i >= 0; i--) {
    if (!used[i]) continue;
    let sum = x[i] as number;
    for (let k = i + 1; k < features; k++) if (used[k]) sum -= (lower[k * features + i] as number) * (x[k] as number);
    x[i] = sum / (lower[i * features + i] as number);
  }
  return x;
}
