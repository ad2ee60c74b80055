import { describe, expect, it } from "vitest";
import type { Difference } from "../../src/measure";
import { Retrofit } from "../../src/model";
import { whyNot } from "../../src/panels/planner/whyNot";
import type { Advice, PlannerLimits, Portfolio } from "../../src/store";

const change = (percent: number, half: number): Difference => {
  const ci95: [number, number] = [percent - half, percent + half];
  return { mean: percent, ci95, percent: { mean: percent, ci95 }, proven: Math.abs(percent) > half };
};
const set = (
  ids: string[],
  npv: number,
  half: number,
  output: Difference,
  more: Partial<Portfolio> = {},
): Portfolio => ({
  ids,
  investment: 100_000 * ids.length,
  investmentHigh: 150_000 * ids.length,
  npv: { mean: npv, ci95: [npv - half, npv + half], sd: half },
  paybackYears: npv > 0 ? 1 : null,
  output,
  heads: 0,
  defects: change(0, 1),
  labour: change(0, 1),
  replications: 4,
  ...more,
});
const advice = (list: Portfolio[], best: Portfolio | null): Advice => ({
  best,
  retained: [],
  selection: null,
  order: null,
  fronts: { npv: [], output: [], labour: [], defects: [] },
  list,
  tooDear: 0,
  pruned: 0,
});
const none: PlannerLimits = { budget: null, paybackYears: null, heads: null, cash: null };
const keys = (alone: Portfolio | null, of: Advice, limits: PlannerLimits = none, excludes: string[] = []): string[] =>
  whyNot({
    advice: of,
    alone,
    limits,
    price: 100_000,
    retrofit: Retrofit.parse({ id: "x", name: { zh: "x", en: "x" }, kind: "control", excludes, effects: [] }),
    retrofits: [],
  }).map((why) => why.key);

describe("why not to buy a step yet", () => {
  const best = set(["b"], 900_000, 50_000, change(10, 1));

  it("says nothing against a step of the best set", () => {
    const both = set(["b", "x"], 990_000, 50_000, change(12, 1));
    expect(keys(set(["x"], 10, 5, change(1, 0.5)), advice([both], both))).toEqual([]);
  });

  it("names the effect on the line first, the money second", () => {
    const losing = set(["x"], -500_000, 100_000, change(-17, 6));
    expect(keys(losing, advice([losing, best], best))).toEqual(["losesOutput", "neverPays"]);
    const idle = set(["x"], -60_000, 1000, change(0.1, 0.3));
    expect(keys(idle, advice([idle, best], best))).toEqual(["noDifference", "neverPays"]);
    const wide = set(["x"], -60_000, 90_000, change(1, 4));
    expect(keys(wide, advice([wide, best], best))).toEqual(["unsureOutput", "unsurePays"]);
  });

  it("tells a step that pays only together with another", () => {
    const alone = set(["x"], -60_000, 20_000, change(0.1, 0.3));
    const partner = set(["c"], 100_000, 20_000, change(2, 1));
    const both = set(["c", "x"], 400_000, 20_000, change(6, 1));
    expect(keys(alone, advice([alone, partner, both, best], best))).toEqual(["noDifference", "onlyTogether"]);
  });

  it("tells limits and exclusions from bad investments", () => {
    const paying = set(["x"], 300_000, 20_000, change(5, 1));
    const found = advice([paying, best], best);
    expect(keys(null, found, { ...none, budget: 50_000 })).toEqual(["tooDear"]);
    expect(keys({ ...paying, heads: 2 }, found, { ...none, heads: 1 })).toEqual(["overPeople"]);
    expect(keys(paying, found, { ...none, paybackYears: 0.5 })).toEqual(["overPayback"]);
    expect(keys(paying, found, none, ["b"])).toEqual(["excludedByBest"]);
    expect(keys(paying, found, { ...none, budget: 150_000 })).toEqual(["beyondWithBest"]);
    expect(keys(paying, found)).toEqual(["bestIsBetter"]);
  });
});
