import { chance } from "../chance";
import { choleskyOf, factor } from "../maxStudentised";
import { pairOf } from "./kn";

/** How likely each candidate is the best, and the chosen one good enough, by what was seen. */
export interface Chances {
  /** by candidate; they add up to 1 */
  best: number[];
  /** that `chosen` is the best, or less than `delta` below it */
  withinDelta: number;
}

const draws = 4000;

/**
 * Draws of the candidates' true means given the replications seen (flat prior): those in play together, a multivariate t
 * around their means with their own covariance over common replications, S/n and n − 1 degrees of freedom (A. Gelman et
 * al., Bayesian Data Analysis, 3.6); one that fell earlier by its difference from `chosen` over the replications it had,
 * t with its own degrees of freedom. Its share of draws in which a candidate is the highest is its chance.
 */
export function chancesOf(
  values: readonly (readonly number[])[],
  inPlay: readonly number[],
  chosen: number,
  delta: number,
): Chances {
  const k = values.length;
  const n = Math.min(...inPlay.map((i) => values[i]?.length ?? 0));
  const best = new Array<number>(k).fill(0);
  if (n < 2) return { best: best.fill(1 / k), withinDelta: 1 / k };
  const together = inPlay.map((i) => (values[i] ?? []).slice(0, n));
  const means = together.map((column) => column.reduce((a, b) => a + b, 0) / n);
  const l = together.length > 1 ? factor(together) : choleskyOf([[0]]);
  const fallen = values.map((_, i) => i).filter((i) => !inPlay.includes(i));
  const behind = fallen.map((i) => {
    const common = Math.min(values[i]?.length ?? 0, n);
    return { ...pairOf(values[i] ?? [], values[chosen] ?? [], common), common };
  });
  const { normal, chiSquared } = chance(2);
  const at = Math.max(0, inPlay.indexOf(chosen));
  const z = new Float64Array(inPlay.length);
  const drawn = new Float64Array(k);
  let within = 0;
  for (let d = 0; d < draws; d++) {
    const scale = Math.sqrt((n - 1) / chiSquared(n - 1) / n);
    for (let i = 0; i < z.length; i++) z[i] = normal();
    inPlay.forEach((index, i) => {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += (l[i]?.[j] ?? 0) * z[j]!;
      drawn[index] = means[i]! + scale * sum;
    });
    const reference = drawn[inPlay[at]!]!;
    fallen.forEach((index, i) => {
      const { mean, variance, common } = behind[i]!;
      const spread = Math.sqrt((variance / common) * ((common - 1) / chiSquared(common - 1)));
      drawn[index] = reference + mean + spread * normal();
    });
    let top = 0;
    for (let i = 1; i < k; i++) if (drawn[i]! > drawn[top]!) top = i;
    best[top]! += 1 / draws;
    if (reference > drawn[top]! - delta || top === chosen) within++;
  }
  return { best, withinDelta: within / draws };
}
