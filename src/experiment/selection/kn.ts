/** What the fully sequential procedure is asked to guarantee. More is better. */
export interface Screening {
  /** candidates at the start: the error is shared among them */
  candidates: number;
  /** a difference this small is not worth finding */
  delta: number;
  /** probability that the chosen one is the best, or within `delta` of it */
  pcs: number;
}

/** One candidate found out: worse than `by`, or the same as `by` in every replication. */
export interface Elimination {
  index: number;
  by: number;
  /** replications of both when it fell */
  replications: number;
  /** mean of `by` minus mean of it, and half of that difference's own 95 % interval */
  behind: number;
  isSame: boolean;
}

/**
 * η of the procedures of Kim & Nelson with c = 1: the root of ½ (1 + 2η)^(−df/2) = β, so η = ½ [(2β)^(−2/df) − 1], with
 * β = (1 − pcs)/(k − 1) (S.-H. Kim & B. L. Nelson, "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM TOMACS 11, 2001). Example: k = 5, 95 %, df = 9 → 0.635.
 */
export function etaOf({ candidates, pcs }: Pick<Screening, "candidates" | "pcs">, df: number): number {
  const beta = (1 - pcs) / Math.max(1, candidates - 1);
  return 0.5 * (Math.pow(2 * beta, -2 / df) - 1);
}

/** h² = 2 c η · df with c = 1. Example: k = 5, 95 %, df = 9 → 11.43. */
export function hSquaredOf(screening: Pick<Screening, "candidates" | "pcs">, df: number): number {
  return 2 * etaOf(screening, df) * df;
}

/** Mean of a − b over the first `n` replications, and its variance between them. */
export function pairOf(a: readonly number[], b: readonly number[], n: number): { mean: number; variance: number } {
  const first = (a[0] ?? NaN) - (b[0] ?? NaN);
  let sum = 0;
  let squares = 0;
  for (let r = 0; r < n; r++) {
    // shifted by the first: equal candidates, and constant differences, are met to the bit
    const d = (a[r] ?? NaN) - (b[r] ?? NaN) - first;
    sum += d;
    squares += d * d;
  }
  const mean = sum / n;
  return { mean: first + mean, variance: n < 2 ? Infinity : Math.max(0, (squares - n * mean * mean) / (n - 1)) };
}

/**
 * How far a candidate may lie behind another after n replications and stay: W(n) = max{0, (δ/2n)(h² S²/δ² − n)}, S² the
 * variance of their differences. It shrinks to 0 at n = h² S²/δ².
 */
export function allowance(variance: number, n: number, delta: number, hSquared: number): number {
  return Math.max(0, (delta / (2 * n)) * ((hSquared * variance) / delta ** 2 - n));
}

/**
 * One look of KN++: of the candidates in play, each with the same n replications of common random numbers, those fall
 * that lie further behind another than chance allows. The variances of the differences are those of all replications so
 * far, and h² goes with their degrees of freedom (S.-H. Kim & B. L. Nelson, "On the asymptotic validity of fully
 * sequential selection procedures for steady-state simulation", Operations Research 54, 2006): common random numbers and
 * unequal, unknown variances are allowed for; they only shorten the way. Two that are the same to the bit: the later falls.
 */
export function screen(
  values: readonly (readonly number[])[],
  inPlay: readonly number[],
  n: number,
  screening: Screening,
): Elimination[] {
  const h2 = hSquaredOf(screening, n - 1);
  const fallen: Elimination[] = [];
  for (const index of inPlay) {
    let worst: Elimination | null = null;
    let excess = -Infinity;
    for (const by of inPlay) {
      if (by === index) continue;
      const { mean: behind, variance } = pairOf(values[by] ?? [], values[index] ?? [], n);
      const beyond = behind - allowance(variance, n, screening.delta, h2);
      const isSame = behind === 0 && variance === 0 && by < index;
      if ((beyond > 0 || isSame) && beyond > excess) {
        excess = beyond;
        worst = { index, by, replications: n, behind, isSame };
      }
    }
    if (worst !== null) fallen.push(worst);
  }
  return fallen;
}

/**
 * About how many more replications until one is left, if the means stay: for each rival of the best the n at which its
 * gap d reaches W(n), n = (h² S²/2δ)/(d + δ/2). At most h² S²/δ² for the widest.
 */
export function moreToSelect(
  values: readonly (readonly number[])[],
  inPlay: readonly number[],
  best: number,
  n: number,
  screening: Screening,
): number {
  const h2 = hSquaredOf(screening, n - 1);
  const { delta } = screening;
  const needed = inPlay
    .filter((i) => i !== best)
    .map((i) => {
      const { mean, variance } = pairOf(values[best] ?? [], values[i] ?? [], n);
      return (h2 * variance) / (2 * delta) / (Math.max(0, mean) + delta / 2);
    });
  return Math.max(0, Math.ceil(Math.max(0, ...needed) - n));
}
