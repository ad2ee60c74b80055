import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine";
import { binnedMean, binnedQuantile, kpis, mergeFlowTimes, summarise } from "../../src/measure";
import { always, counters, lineOf } from "./handMade";

const bins = [
  { from: 10, to: 20, parts: 1 },
  { from: 20, to: 30, parts: 2 },
  { from: 50, to: 60, parts: 1 },
];

describe("flow times", () => {
  it("quantiles go straight through a bin and jump over empty ones", () => {
    expect([0, 0.25, 0.5, 0.75, 0.875, 1].map((share) => binnedQuantile(bins, share))).toEqual([
      10, 20, 25, 30, 55, 60,
    ]);
    expect(binnedQuantile([], 0.5)).toBeNull();
    expect(binnedMean(bins)).toBe((15 + 2 * 25 + 55) / 4);
    expect(binnedMean([])).toBeNull();
  });

  it("replications are added bin by bin, in order of time, and stay as they were", () => {
    const other = [
      { from: 0, to: 10, parts: 3 },
      { from: 20, to: 30, parts: 5 },
    ];
    expect(mergeFlowTimes([bins, other])).toEqual([
      { from: 0, to: 10, parts: 3 },
      { from: 10, to: 20, parts: 1 },
      { from: 20, to: 30, parts: 7 },
      { from: 50, to: 60, parts: 1 },
    ]);
    expect(bins[1]!.parts).toBe(2);
  });

  it("every quantile is an estimate over the replications in which a part left", () => {
    const line = lineOf({ stations: [{ id: "a", process: { time: always(1) } }] });
    const of = (flowTimes: typeof bins) => kpis(line, counters({ flowTimes, stations: [{ id: "a" }] }));
    const later = bins.map((b) => ({ ...b, from: b.from + 2, to: b.to + 2 }));
    const { flowTime, flowTimes } = summarise([of(bins), of([]), of(later)]);
    expect(flowTime.p50).toMatchObject({ mean: 26, replications: 2 });
    expect(flowTime.p50.ci95![0]).toBeCloseTo(26 - 12.7062, 3);
    expect(flowTimes.reduce((n, b) => n + b.parts, 0)).toBe(8);
  });

  it("agree with the mean flow time to the width of a bin, and hold a constant time in one bin", () => {
    const run = { hours: 8, warmUpHours: 1, seed: 3, replications: 1 };
    const line = (time: { dist: "exponential"; mean: number } | { dist: "constant"; value: number }) =>
      lineOf({
        stations: [
          { id: "a", process: { time } },
          { id: "b", process: { time } },
        ],
        flows: [{ from: "a", to: "b", capacity: 4 }],
      });
    const random = line({ dist: "exponential", mean: 40 });
    const result = kpis(random, simulate(random, run, 0, 1)[0]!);
    const mean = result.line.flowTimeSeconds;
    expect(Math.abs(binnedMean(result.flowTimes)! - mean)).toBeLessThan(mean / 16);
    const shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99].map((q) => binnedQuantile(result.flowTimes, q)!);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    const sure = line(always(40));
    const { flowTimes } = kpis(sure, simulate(sure, run, 0, 1)[0]!);
    expect(flowTimes).toHaveLength(1);
    expect(flowTimes[0]!.from).toBeLessThanOrEqual(80);
    expect(flowTimes[0]!.to).toBeGreaterThan(80);
  });
});
