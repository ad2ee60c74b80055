import type { FlowTimeBin } from "./counters";

/** Quantiles of the time a part spends in the line, entry to exit, good and scrapped parts. */
export const flowTimeQuantiles = {
  p05: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
} as const;
export type FlowTimeQuantile = keyof typeof flowTimeQuantiles;

const partsIn = (bins: readonly FlowTimeBin[]) => bins.reduce((n, bin) => n + bin.parts, 0);

/**
 * Quantile of binned times, seconds, as if the parts of a bin were spread evenly over it; null without parts.
 * Ten parts in 20 … 30 s: the median is 25 s. Off by at most the width of the bin, 1/16 of its beginning.
 */
export function binnedQuantile(bins: readonly FlowTimeBin[], share: number): number | null {
  const target = share * partsIn(bins);
  let below = 0;
  for (const bin of bins) {
    if (bin.parts > 0 && below + bin.parts >= target)
      return bin.from + ((target - below) / bin.parts) * (bin.to - bin.from);
    below += bin.parts;
  }
  return bins.at(-1)?.to ?? null;
}

/** Mean of binned times, seconds, from the middles of the bins; null without parts. */
export function binnedMean(bins: readonly FlowTimeBin[]): number | null {
  const parts = partsIn(bins);
  return parts > 0 ? bins.reduce((sum, b) => sum + ((b.from + b.to) / 2) * b.parts, 0) / parts : null;
}

/** All replications in one histogram, in order of time. Bins with one beginning are the same bin. */
export function mergeFlowTimes(replications: readonly (readonly FlowTimeBin[])[]): FlowTimeBin[] {
  const merged = new Map<number, FlowTimeBin>();
  for (const bins of replications)
    for (const bin of bins) {
      const there = merged.get(bin.from);
      if (there === undefined) merged.set(bin.from, { ...bin });
      else there.parts += bin.parts;
    }
  return [...merged.values()].sort((a, b) => a.from - b.from);
}
