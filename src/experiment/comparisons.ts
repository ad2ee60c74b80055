import { chance } from "./chance";
import { factor, maxStudentised } from "./maxStudentised";
import { tCritical, tTwoSided } from "./student";

/** Column `plan` minus column `base`, replication by replication. */
export interface Contrast {
  plan: number;
  base: number;
}

/** One of several differences that are right together: all intervals hold at once with the stated confidence. */
export interface Comparison extends Contrast {
  mean: number;
  half: number;
  interval: [number, number];
  sd: number;
  /** two-sided p of this difference alone, and after Holm's step-down over all of them */
  p: number;
  adjustedP: number;
  /** the simultaneous interval excludes 0 */
  isProven: boolean;
}

export interface Comparisons {
  replications: number;
  confidence: number;
  /** every interval is mean ± critical · sd / √replications */
  critical: number;
  rule: "single" | "maxT" | "sidak";
  of: Comparison[];
}

/** Every further column against column 0 (today's line). */
export function againstFirst(columns: number): Contrast[] {
  return Array.from({ length: Math.max(0, columns - 1) }, (_, i) => ({ plan: i + 1, base: 0 }));
}

/** Every pair of columns once, the later against the earlier. */
export function allPairs(columns: number): Contrast[] {
  return Array.from({ length: columns }, (_, plan) =>
    Array.from({ length: plan }, (_, base) => ({ plan, base })),
  ).flat();
}

/** Plan minus base in every replication that both have. */
export function differences(columns: readonly (readonly number[])[], { plan, base }: Contrast): number[] {
  const a = columns[plan] ?? [];
  const b = columns[base] ?? [];
  return Array.from({ length: Math.min(a.length, b.length) }, (_, i) => (a[i] ?? NaN) - (b[i] ?? NaN));
}

/** Mean and standard deviation (n − 1) in two passes, so that equal values have none. */
export function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const n = values.length;
  const first = values[0] ?? NaN;
  // shifted by the first value: a constant is met to the bit
  const mean = first + values.reduce((sum, v) => sum + (v - first), 0) / n;
  return { mean, sd: Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1)) };
}

/**
 * The level each of m two-sided intervals needs so that all hold together: (confidence)^(1/m). Exact where they are
 * independent, never too narrow for normal data however they hang together (Z. Šidák, JASA 62, 1967; R. L. Dykstra,
 * Annals of Probability 8, 1980, for a standard deviation each). Example: 95 %, 3 → 98.305 %.
 */
export function sidakLevel(confidence: number, m: number): number {
  return confidence ** (1 / m);
}

/** Holm's step-down p values (S. Holm, Scand. J. Statist. 6, 1979): right whatever the dependence. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, i) => i).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = new Array<number>(pValues.length).fill(0);
  let most = 0;
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 1)));
    adjusted[index] = most;
  });
  return adjusted;
}

/** Draws behind a critical value; its own error is then about 0.6 %. */
const usualDraws = 10_000;
/** With fewer replications a column the correlations are known too badly to be used: the bound is taken instead. */
const replicationsPerColumn = 2;

/**
 * The critical value that makes all contrasts hold together. One: Student's t. Several: the `confidence` quantile of
 * max |T| of differences with common replications, each with its own standard deviation, at the correlations seen
 * (C. W. Dunnett, JASA 50, 1955, for many against one; T. Hothorn, F. Bretz & P. Westfall, Biometrical J. 50, 2008, in
 * general), never above Šidák's bound; with few replications that bound.
 */
export function criticalFor(
  columns: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
  confidence: number,
  draws = usualDraws,
): { critical: number; rule: Comparisons["rule"] } {
  const n = Math.min(...columns.map((c) => c.length));
  if (contrasts.length <= 1) return { critical: tCritical(confidence, n - 1), rule: "single" };
  const bound = tCritical(sidakLevel(confidence, contrasts.length), n - 1);
  if (n < 2 || n < replicationsPerColumn * columns.length) return { critical: bound, rule: "sidak" };
  const found = maxStudentised(factor(columns), contrasts, n - 1, draws, chance(1));
  const at = Math.min(found.length - 1, Math.ceil(confidence * found.length) - 1);
  const quantile = found[at] ?? Infinity;
  return quantile < bound ? { critical: quantile, rule: "maxT" } : { critical: bound, rule: "sidak" };
}

/** Several differences at once: intervals that hold together, and what is proven. Columns are replications of one line each. */
export function compareTogether(
  columns: readonly (readonly number[])[],
  contrasts: readonly Contrast[],
  confidence = 0.95,
  draws = usualDraws,
): Comparisons {
  const replications = Math.min(...columns.map((c) => c.length));
  const { critical, rule } = criticalFor(columns, contrasts, confidence, draws);
  const found = contrasts.map((contrast) => {
    const { mean, sd } = momentsOf(differences(columns, contrast));
    const error = sd / Math.sqrt(replications);
    // no spread at all: the difference is what it is in every replication
    const half = replications < 2 ? Infinity : error === 0 ? 0 : critical * error;
    const p = replications < 2 ? 1 : error === 0 ? (mean === 0 ? 1 : 0) : tTwoSided(mean / error, replications - 1);
    return { ...contrast, mean, sd, half, p };
  });
  const adjusted = holm(found.map((f) => f.p));
  const of = found.map((f, i): Comparison => {
    const interval: [number, number] = [f.mean - f.half, f.mean + f.half];
    return { ...f, interval, adjustedP: adjusted[i] ?? 1, isProven: interval[0] > 0 || interval[1] < 0 };
  });
  return { replications, confidence, critical, rule, of };
}

/**
 * What common random numbers bring: (var plan + var base) / var(plan − base) = how many times fewer replications the
 * paired difference needs. 1 = nothing; below 1 they cost. Example: correlation 0.9, equal variances → 10.
 */
export function pairingGain(base: readonly number[], plan: readonly number[]): number {
  const apart = momentsOf(base).sd ** 2 + momentsOf(plan).sd ** 2;
  const together = momentsOf(differences([base, plan], { plan: 1, base: 0 })).sd ** 2;
  return together === 0 ? Infinity : apart / together;
}
