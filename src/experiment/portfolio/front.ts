import type { Portfolio } from "./value";

export const frontGoals = ["npv", "output", "labour", "defects"] as const;
export type FrontGoal = (typeof frontGoals)[number];

/** Worth of a goal as "more is better"; a difference that is not proven counts as none, or noise would crowd the front. */
const worth: Readonly<Record<FrontGoal, (p: Portfolio) => number>> = {
  npv: (p) => p.npv.mean,
  output: (p) => proven(p.output),
  labour: (p) => -proven(p.labour),
  defects: (p) => -proven(p.defects),
};

const proven = (d: { mean: number; proven: boolean }): number => (d.proven ? d.mean : 0);

/**
 * For each goal the sets that no other set beats at the same investment or less, cheapest first: what one more yuan can
 * buy. Doing nothing (0 yuan, no effect) is the point all fronts start from.
 */
export function fronts(list: readonly Portfolio[]): Record<FrontGoal, Portfolio[]> {
  const front = (goal: FrontGoal): Portfolio[] => {
    const of = worth[goal];
    const byCost = [...list].sort((a, b) => a.investment - b.investment || of(b) - of(a));
    let best = 0;
    return byCost.filter((p) => {
      const isBetter = of(p) > best;
      if (isBetter) best = of(p);
      return isBetter;
    });
  };
  return { npv: front("npv"), output: front("output"), labour: front("labour"), defects: front("defects") };
}
