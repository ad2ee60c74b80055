import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pertQuantile, triangularQuantile } from "../../src/finance/rangeQuantile";
import { latinHypercube, quantilesOf, quantilesWithNone, wilson } from "../../src/finance/spread";

describe("percentiles", () => {
  it("by hand, in any order of the sample", () => {
    expect(quantilesOf([11, 2, 9, 4, 5, 7, 6, 8, 3, 10, 1])).toEqual({ p10: 2, p50: 6, p90: 10 });
    expect(quantilesOf(Float64Array.of(0, 10))).toEqual({ p10: 1, p50: 5, p90: 9 });
    expect(quantilesOf([-10, -9, 100])).toMatchObject({ p50: -9 });
  });

  it("have no value where that many of the sample have none", () => {
    expect(quantilesWithNone([null, 2, 1])).toMatchObject({ p50: 2, p90: null });
    expect(quantilesWithNone([null, null, null])).toEqual({ p10: null, p50: null, p90: null });
    expect(quantilesWithNone([1, null, null])).toMatchObject({ p50: null });
    expect(quantilesWithNone([4, 4, 4])).toEqual({ p10: 4, p50: 4, p90: 4 });
  });
});

describe("Wilson's interval", () => {
  it("by hand at the ends, and mirrored", () => {
    // z² / (n + z²) = 3.8415 / 13.8415
    expect(wilson(0, 10)).toEqual([0, expect.closeTo(3.841458820694124 / 13.841458820694124, 12)]);
    expect(wilson(10, 10)).toEqual([expect.closeTo(10 / 13.841458820694124, 12), 1]);
    expect(wilson(0, 0)).toEqual([0, 1]);
    // its ends are the shares a test of the seen one would just not reject: (p̂ − p)² = z² p (1 − p) / n
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, seen) => {
        const hits = Math.min(of, seen);
        for (const p of wilson(hits, of)) {
          if (p === 0 || p === 1) continue;
          expect((hits / of - p) ** 2).toBeCloseTo((3.841458820694124 * p * (1 - p)) / of, 10);
        }
      }),
    );
  });
});

describe("quantiles of a cost range", () => {
  it("triangular by hand", () => {
    // 0, 1, 4: a quarter lies below 1. √(p · 4 · 1) below it, 4 − √((1−p) · 4 · 3) above
    expect(triangularQuantile(0.25, 0, 1, 4)).toBe(1);
    expect(triangularQuantile(0.0625, 0, 1, 4)).toBe(0.5);
    expect(triangularQuantile(0.75, 0, 1, 4)).toBeCloseTo(4 - Math.sqrt(3), 12);
    expect([triangularQuantile(0, 0, 1, 4), triangularQuantile(1, 0, 1, 4)]).toEqual([0, 4]);
    expect(triangularQuantile(0.5, -1, 0, 1)).toBe(0);
    expect(triangularQuantile(0.3, 7, 7, 7)).toBe(7);
    // mode at an end
    expect(triangularQuantile(0.25, 0, 0, 4)).toBeCloseTo(4 - Math.sqrt(12), 12);
    expect(triangularQuantile(0.25, 0, 4, 4)).toBe(2);
  });

  it("PERT by hand where its distribution has a closed form", () => {
    // mode at the lower end: Beta(1, 5), 1 − (1−x)^5; at the upper end Beta(5, 1), x^5
    expect(pertQuantile(0.3, 0, 0, 1)).toBeCloseTo(1 - 0.7 ** 0.2, 12);
    expect(pertQuantile(0.3, 0, 1, 1)).toBeCloseTo(0.3 ** 0.2, 12);
    // in the middle: Beta(3, 3), 10x³ − 15x⁴ + 6x⁵
    const x = pertQuantile(0.1, 10, 20, 30) / 20 - 0.5;
    expect(10 * x ** 3 - 15 * x ** 4 + 6 * x ** 5).toBeCloseTo(0.1, 12);
    // mode at a quarter: Beta(2, 4), 1 − (1−x)^5 − 5x(1−x)^4
    const y = pertQuantile(0.8, 0, 1, 4) / 4;
    expect(1 - (1 - y) ** 5 - 5 * y * (1 - y) ** 4).toBeCloseTo(0.8, 12);
    expect(pertQuantile(0.3, 7, 7, 7)).toBe(7);
  });

  it("rise with p, stay in the range and have the mean they should", () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        const [low = 0, likely = 0, high = 0] = [a, b, c].sort((x, y) => x - y);
        for (const [quantile, mean] of [
          [triangularQuantile, (low + likely + high) / 3],
          [pertQuantile, (low + 4 * likely + high) / 6],
        ] as const) {
          const points = Array.from({ length: 400 }, (_, k) => quantile((k + 0.5) / 400, low, likely, high));
          expect(points.every((v, k) => v >= (points[k - 1] ?? low) - 1e-9)).toBe(true);
          expect(Math.max(...points)).toBeLessThanOrEqual(high);
          expect(Math.abs(points.reduce((s, v) => s + v, 0) / 400 - mean)).toBeLessThan((high - low) * 1e-3 + 1e-9);
          // "low" may be the greater end
          expect(quantile(0.3, high, likely, low)).toBe(quantile(0.3, low, likely, high));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("Latin hypercube", () => {
  it("has one point in every slice of every side", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 8 }), fc.integer(), (n, k, seed) => {
        const points = latinHypercube(n, k, seed);
        expect(points).toHaveLength(n);
        for (let side = 0; side < k; side++) {
          const slices = points.map((p) => Math.floor((p[side] ?? NaN) * n)).sort((a, b) => a - b);
          expect(slices).toEqual(Array.from({ length: n }, (_, i) => i));
        }
      }),
    );
  });

  it("is the same for the same seed, another for another, and one more side leaves the others alone", () => {
    const points = latinHypercube(50, 3, 7);
    expect(latinHypercube(50, 3, 7)).toEqual(points);
    expect(latinHypercube(50, 3, 8)).not.toEqual(points);
    expect(latinHypercube(50, 4, 7).map((p) => p.slice(0, 3))).toEqual(points);
  });

  it("has even margins and sides that know nothing of each other", () => {
    const n = 2000;
    const sum = (f: (p: Float64Array) => number, seed: number): number =>
      latinHypercube(n, 4, seed).reduce((s, p) => s + f(p), 0) / n;
    const product = (i: number, j: number, seed: number): number =>
      12 * sum((p) => ((p[i] ?? 0) - 0.5) * ((p[j] ?? 0) - 0.5), seed);
    for (const seed of [1, 2, 3, 4, 5]) {
      // one point a slice: the mean is off by less than 1 / 2n at most, the variance nearly exact
      expect(Math.abs(sum((p) => p[0] ?? 0, seed) - 0.5)).toBeLessThan(1 / (2 * n));
      expect(sum((p) => ((p[0] ?? 0) - 0.5) ** 2, seed)).toBeCloseTo(1 / 12, 3);
      // correlation of independent sides: standard deviation 1 / √n = 0.022; four of them
      for (const [i, j] of [
        [0, 1],
        [0, 3],
        [2, 3],
      ] as const)
        expect(Math.abs(product(i, j, seed))).toBeLessThan(0.09);
    }
  });
});
