import { describe, expect, it } from "vitest";
import type { Difference } from "../../src/measure";
import { purchaseOf, runningOf } from "../../src/panels/cost";
import { bottleneckCandidates, judge } from "../../src/panels/judge";
import { readyLines } from "../../src/app/library";

const of = (mean: number, half: number): Difference => ({
  mean,
  ci95: [mean - half, mean + half],
  percent: { mean, ci95: [mean - half, mean + half] },
  proven: Math.abs(mean) > half,
});

describe("what may be said of a difference", () => {
  it("is proven when the interval leaves out zero, however early", () => {
    expect(judge(of(5, 1), false)).toBe("proven");
    expect(judge(of(-5, 1), true)).toBe("proven");
  });
  it("is 'none' only when all is computed and the interval is narrow", () => {
    expect(judge(of(0.2, 0.9), true)).toBe("none");
    expect(judge(of(0.2, 0.9), false)).toBe("uncertain");
    expect(judge(of(0.2, 4), true)).toBe("uncertain");
  });
});

it("the bottleneck is the station that waits least for parts and room", () => {
  const station = (blocked: number, starved: number) => ({ blocked: { mean: blocked }, starved: { mean: starved } });
  const order = bottleneckCandidates({ a: station(0.5, 0), b: station(0.02, 0.01), c: station(0, 0.3) });
  expect(order.map((each) => each.id)).toEqual(["b", "c", "a"]);
  expect(order[0]?.occupied).toBeCloseTo(0.97, 12);
});

it("prices a plan as its catalogue entry does", async () => {
  const robot = (await readyLines[0]?.load())?.retrofits.find((retrofit) => retrofit.id === "A");
  if (robot === undefined) throw new Error("plan A ships with the machining line");
  expect(purchaseOf(robot)).toEqual({ low: 180_000, likely: 280_000, high: 450_000 });
  // 6.5 % upkeep and a quarter of a technician at 112 000 yuan + 33 %
  expect(runningOf(robot)).toBeCloseTo(0.065 * 280_000 + 0.25 * 112_000 * 1.33, 6);
});
