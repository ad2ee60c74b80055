import { describe, expect, it } from "vitest";
import { compareLines, difference, estimate, t975 } from "../../src/measure";

describe("intervals", () => {
  it("Student's t quantiles are those of the tables", () => {
    const table: [number, number][] = [
      [1, 12.7062],
      [2, 4.30265],
      [3, 3.18245],
      [5, 2.57058],
      [9, 2.26216],
      [23, 2.06866],
      [29, 2.04523],
      [100, 1.98397],
    ];
    for (const [df, t] of table) expect(Math.abs(t975(df) - t)).toBeLessThan(3e-4);
  });

  it("a worked example: 2, 4, 4, 4, 5, 5, 7, 9", () => {
    const e = estimate([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(e.mean).toBe(5);
    expect(e.sd).toBeCloseTo(2.13809, 5);
    expect(e.ci95[1] - e.mean).toBeCloseTo((2.364624 * 2.1380899) / Math.sqrt(8), 4);
  });

  it("one value has no interval", () => {
    expect(estimate([3]).ci95).toEqual([-Infinity, Infinity]);
    expect(difference([3], [4]).proven).toBe(false);
  });

  it("equal runs differ by nothing, to the bit, and nothing is proven", () => {
    expect(difference([1.1, 2.2, 3.3], [1.1, 2.2, 3.3])).toEqual({
      mean: 0,
      ci95: [0, 0],
      percent: { mean: 0, ci95: [0, 0] },
      proven: false,
    });
  });

  it("pairs replication by replication: a constant gain is certain however the runs scatter", () => {
    const d = difference([10, 20, 30], [11, 21, 31]);
    expect(d.mean).toBe(1);
    expect(d.proven).toBe(true);
    expect(d.percent!.mean).toBeCloseTo(5, 12);
  });

  it("comparing nothing is a bug", () => {
    expect(() => compareLines([], [])).toThrow();
  });
});
