/** Where a series is taken to have settled. */
export interface Truncation {
  /** index of the first value that is kept */
  from: number;
  /** the statistic by number of batches left out; its least value decides */
  statistics: number[];
  /** the least value lies in the second half: the series is too short, `from` is the best of the first half */
  isTooShort: boolean;
}

/** Batches at the end of which the statistic says nothing: the mean of very few values may have any spread. */
const tail = 5;

/**
 * MSER-m: the number d of batches to leave out is the one with the least marginal standard error of what is left,
 * `MSER(d) = Σ_{j>d} (z_j − z̄_d)² / (n − d)²`, z_j the means of batches of m values. K. P. White, "An effective truncation
 * heuristic for bias reduction in simulation output", Simulation 69 (1997); batches of five: K. P. White, M. J. Cobb &
 * S. C. Spratt, "A comparison of five steady-state truncation heuristics", Winter Simulation Conference 2000. A least
 * value beyond the half means too few data; the last five batches are not looked at (Hoad, Robinson & Davies 2010).
 * Example: 0, 8, 10, 10, 10, … in batches of one → 2.
 */
export function mser(values: readonly number[], batch = 5): Truncation {
  const n = Math.floor(values.length / batch);
  const means = Array.from({ length: n }, (_, j) => {
    const part = values.slice(j * batch, (j + 1) * batch);
    return part.reduce((a, b) => a + b, 0) / batch;
  });
  // from the end, by Welford's update: one pass, and no cancellation
  const statistics = new Array<number>(n).fill(0);
  let mean = 0;
  let squares = 0;
  for (let j = n - 1; j >= 0; j--) {
    const count = n - j;
    const gap = (means[j] ?? 0) - mean;
    mean += gap / count;
    squares += gap * ((means[j] ?? 0) - mean);
    statistics[j] = squares / count ** 2;
  }
  const half = Math.floor(n / 2);
  const end = Math.max(half + 1, n - Math.min(tail, Math.floor(n / 4)));
  const least = (below: number): number => {
    let at = 0;
    for (let d = 1; d < below; d++) if (statistics[d]! < statistics[at]!) at = d;
    return at;
  };
  return { from: least(half + 1) * batch, statistics, isTooShort: n < 4 || least(end) > half };
}

/** MSER with batches of five values. */
export function mser5(values: readonly number[]): Truncation {
  return mser(values, 5);
}
