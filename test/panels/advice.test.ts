import { describe, expect, it } from "vitest";
import { advise } from "../../src/panels/advice";

const output = (mean: number, half: number) => ({
  mean,
  ci95: [mean - half, mean + half] as [number, number],
  percent: { mean: mean / 1000, ci95: [(mean - half) / 1000, (mean + half) / 1000] as [number, number] },
  proven: mean - half > 0 || mean + half < 0,
});
const money = (npv: readonly [number, number], worst: number, likely: number): Parameters<typeof advise>[2] =>
  ({
    investment: { total: { low: 0, likely, high: likely + 1 } },
    project: { withoutSubsidy: { npv: { mean: (npv[0] + npv[1]) / 2, ci95: npv } } },
    worst: { npv: worst },
    wayIs: "simulated",
  }) as unknown as Parameters<typeof advise>[2];

describe("advise", () => {
  it("never tells anybody to buy for output what shows no difference, whatever the money says", () => {
    for (const m of [null, money([1, 2], 1, 0), money([-2, -1], -3, 5)]) {
      expect(advise(output(300, 800), true, m)).toBe("notForOutput");
      expect(advise(output(-300, 800), true, m)).toBe("notForOutput");
      expect(advise(output(-5000, 800), true, m)).toBe("losesOutput");
      expect(advise(output(-200, 100), true, m)).toBe("notForOutput");
      // under way, or too wide to speak of: no verdict
      expect(advise(output(300, 800), false, m)).toBe("wait");
      expect(advise(output(300, 9000), true, m)).toBe("wait");
    }
  });
  it("weighs proven output by the money without subsidy and by the worst case", () => {
    const more = output(20_000, 800);
    expect(advise(more, true, null)).toBe("more");
    const early = { ...money([10, 20], 5, 9)!, wayIs: "estimated" as const };
    expect(advise(more, true, early)).toBe("more");
    expect(advise(more, true, money([10, 20], 5, 0))).toBe("first");
    expect(advise(more, true, money([10, 20], 5, 9))).toBe("worth");
    expect(advise(more, true, money([10, 20], -5, 9))).toBe("likely");
    expect(advise(more, true, money([-10, 20], -15, 9))).toBe("unsure");
    expect(advise(more, true, money([-20, -10], -30, 9))).toBe("notWorth");
    expect(advise(more, true, money([-20, -10], -30, 0))).toBe("notWorth");
  });
});
