import { t975 } from "../../measure";
import type { Share } from "./types";

/** How much of the spread of an outcome is chance and how much is not knowing. */
export interface Split {
  /** standard deviation of both together, in the outcome's unit */
  sd: number;
  luck: Share;
  notKnowing: Share;
}

export interface SplitInput {
  /** the outcome of each draw, and of a second replication under the same draw where there is one */
  first: readonly number[];
  second: readonly (number | null)[];
  /** variance of the luck that counts / variance of the luck of one run (shorter than what is lived through: below 1) */
  part: number;
  /** false: nothing was drawn, all spread is luck */
  isDrawn: boolean;
}

/**
 * Analysis of variance of one replication a draw and a second one for some: luck σ² = Σ (a − b)² / 2k, not knowing
 * τ² = V(first) − σ² (V over draws holds both); shares of `part · σ² + τ²`. Two replications a draw at most: for a given
 * number of runs the variance of the mean given the draw is known best by many draws (Y. Sun, D. W. Apley and J. Staum,
 * Operations Research 59, 2011). Intervals from ln(V / σ²), jackknifed over draws, Student's t: on that scale they do not
 * break down where τ² is found to be nothing. Null: no spread.
 */
export function varianceSplit(input: SplitInput): Split | null {
  const n = input.first.length;
  if (n < 3) return null;
  const { total, luck } = variancesOf(input, null);
  if (!(total > 0)) return null;
  if (!input.isDrawn) return splitOf(input.part * total, [1, 1, 1]);
  if (!(luck > 0)) return splitOf(total, [0, 0, 0]);
  const ratios = input.first.map((_, i) => {
    const without = variancesOf(input, i);
    return Math.log(without.total / without.luck);
  });
  const mean = ratios.reduce((a, b) => a + b, 0) / n;
  const variance = (ratios.reduce((sum, each) => sum + (each - mean) ** 2, 0) * (n - 1)) / n;
  // of one draw with two runs nothing is known of how far off its luck is
  const half = Number.isFinite(variance) ? t975(n - 1) * Math.sqrt(variance) : Infinity;
  const shareAt = (logRatio: number): number =>
    input.part / (input.part + Math.max(0, Math.min(Number.MAX_VALUE, Math.exp(logRatio)) - 1));
  const found = Math.log(total / luck);
  const kept = input.part * Math.min(luck, total) + Math.max(0, total - luck);
  return splitOf(kept, [shareAt(found + half), shareAt(found), shareAt(found - half)]);
}

function splitOf(variance: number, [low, luck, high]: readonly [number, number, number]): Split {
  return {
    sd: Math.sqrt(variance),
    luck: { share: luck, ci95: [low, high] },
    notKnowing: { share: 1 - luck, ci95: [1 - high, 1 - low] },
  };
}

/** Variance over the draws, and of the luck of one run, without draw `left`. */
function variancesOf({ first, second }: SplitInput, left: number | null): { total: number; luck: number } {
  let n = 0;
  let mean = 0;
  let squares = 0;
  let twice = 0;
  let within = 0;
  first.forEach((value, i) => {
    if (i === left) return;
    n++;
    const step = value - mean;
    mean += step / n;
    squares += step * (value - mean);
    const other = second[i] ?? null;
    if (other === null) return;
    twice++;
    within += (value - other) ** 2 / 2;
  });
  return { total: squares / (n - 1), luck: twice > 0 ? within / twice : 0 };
}
