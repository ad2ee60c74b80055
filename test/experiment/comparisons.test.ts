import { describe, expect, it } from "vitest";
import { chance } from "../../src/experiment/chance";
import {
  againstFirst,
  allPairs,
  compareTogether,
  holm,
  pairingGain,
  sidakLevel,
} from "../../src/experiment/comparisons";
import { choleskyOf, factor, maxStudentised } from "../../src/experiment/maxStudentised";
import { normalCdf, tCritical, tTwoSided } from "../../src/experiment/student";

const independent = (k: number) =>
  choleskyOf(Array.from({ length: k }, (_, i) => Array.from({ length: k }, (_, j) => (i === j ? 1 : 0))));
const quantile = (sorted: Float64Array, p: number) => sorted[Math.ceil(p * sorted.length) - 1]!;

/** Replications of lines that share luck: equal means, so that every interval should hold 0. */
function columnsOf(k: number, n: number, correlation: number, one: () => number): number[][] {
  const columns: number[][] = Array.from({ length: k }, () => []);
  for (let r = 0; r < n; r++) {
    const shared = Math.sqrt(correlation) * one();
    columns.forEach((column, i) => column.push((1 + i / 5) * (shared + Math.sqrt(1 - correlation) * one())));
  }
  return columns;
}

describe("quantiles", () => {
  it("Student's t of the tables, at every level", () => {
    // Fisher & Yates, Statistical Tables, table III
    const table: [number, number, number][] = [
      [0.95, 1, 12.706],
      [0.95, 9, 2.262],
      [0.99, 9, 3.25],
      [0.999, 9, 4.781],
      [0.95, 29, 2.045],
      [0.99, 120, 2.617],
      [0.9, 4, 2.132],
    ];
    for (const [confidence, df, t] of table) expect(tCritical(confidence, df)).toBeCloseTo(t, 2.9);
    expect(tTwoSided(tCritical(0.98, 7), 7)).toBeCloseTo(0.02, 12);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalCdf(-8) / 6.220960574271786e-16).toBeCloseTo(1, 6);
    expect(tCritical(0.95, 2e6)).toBeCloseTo(1.959964, 5);
  });
});

describe("several comparisons at once", () => {
  it("many against one: Dunnett's critical values (JASA 50, 1955, table 2b; df ∞, 95 %)", () => {
    for (const [k, published] of [
      [2, 2.21],
      [3, 2.35],
      [4, 2.44],
      [5, 2.51],
    ] as const) {
      const found = maxStudentised(independent(k + 1), againstFirst(k + 1), 1e6, 30_000, chance(1));
      expect(Math.abs(quantile(found, 0.95) - published)).toBeLessThan(0.03);
    }
  });

  it("all pairs: Tukey's studentised range over √2 (df ∞, 95 %)", () => {
    for (const [k, range] of [
      [3, 3.314],
      [4, 3.633],
      [6, 4.03],
    ] as const) {
      const found = maxStudentised(independent(k), allPairs(k), 1e6, 30_000, chance(1));
      expect(Math.abs(quantile(found, 0.95) - range / Math.SQRT2)).toBeLessThan(0.03);
    }
  });

  it("one difference is Student's t, and so is a thing compared with its copies", () => {
    const found = maxStudentised(independent(2), againstFirst(2), 9, 60_000, chance(1));
    expect(Math.abs(quantile(found, 0.95) - tCritical(0.95, 9))).toBeLessThan(0.04);
    const { normal } = chance(4);
    const one = Array.from({ length: 12 }, normal);
    const other = Array.from({ length: 12 }, normal);
    const copies = compareTogether([one, other, other, other], againstFirst(4));
    expect(Math.abs(copies.critical - tCritical(0.95, 11))).toBeLessThan(0.06);
  });

  it("Šidák's level and Holm's steps, worked", () => {
    expect(sidakLevel(0.95, 3)).toBeCloseTo(0.98305, 5);
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.9, 0.5])).toEqual([1, 1]);
  });

  it("all intervals hold together in 95 of 100 cases, normal and skewed luck", () => {
    const trials = 400;
    for (const luck of ["normal", "skewed"] as const) {
      const { normal } = chance(17);
      const one = luck === "normal" ? normal : () => Math.exp(0.5 * normal()) - Math.exp(0.125);
      let right = 0;
      for (let t = 0; t < trials; t++) {
        const found = compareTogether(columnsOf(4, 15, 0.6, one), againstFirst(4), 0.95, 1000);
        if (found.of.every(({ isProven }) => !isProven)) right++;
      }
      // three standard errors of 400 trials; 2 000 seeds are the bench's
      expect(right / trials).toBeGreaterThan(0.95 - 0.033);
      expect(right / trials).toBeLessThan(0.95 + 0.033);
    }
  });

  it("is never wider than Šidák's bound, and falls back on it with few replications", () => {
    const { normal } = chance(23);
    const columns = columnsOf(5, 30, 0.5, normal);
    const { critical, rule } = compareTogether(columns, againstFirst(5));
    expect(rule).toBe("maxT");
    expect(critical).toBeLessThan(tCritical(sidakLevel(0.95, 4), 29));
    const few = compareTogether(columnsOf(6, 10, 0.5, normal), againstFirst(6));
    expect(few).toMatchObject({ rule: "sidak", critical: tCritical(sidakLevel(0.95, 5), 9) });
  });

  it("a constant gain is proven, an equal line is not, one replication proves nothing", () => {
    const base = [5, 7, 6, 9];
    const of = compareTogether([base, base.map((x) => x + 1), base], againstFirst(3)).of;
    expect(of[0]).toMatchObject({ mean: 1, half: 0, isProven: true, p: 0 });
    expect(of[1]).toMatchObject({ mean: 0, half: 0, isProven: false, p: 1 });
    expect(compareTogether([[1], [2]], againstFirst(2)).of[0]).toMatchObject({ half: Infinity, isProven: false });
  });
});

describe("common random numbers", () => {
  it("what pairing brings: 1/(1 − ρ) of replications with equal spread", () => {
    const { normal } = chance(9);
    const [a, b] = columnsOf(2, 4000, 0.9, normal) as [number[], number[]];
    const same = b.map((x) => x / 1.2);
    expect(pairingGain(a, same)).toBeGreaterThan(8.5);
    expect(pairingGain(a, same)).toBeLessThan(11.5);
    expect(pairingGain(a, a)).toBe(Infinity);
    expect(
      pairingGain(
        a,
        a.map((x) => -x),
      ),
    ).toBeCloseTo(0.5, 9);
  });

  it("the factor gives back the covariance", () => {
    const l = factor([
      [1, 2, 3, 6],
      [2, 1, 4, 5],
      [3, 3, 7, 11],
    ]);
    // the third column is the sum of the others: nothing of its own is left
    expect(l[2]![2]).toBe(0);
    expect(l[1]!.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(10 / 3, 12);
    expect(l[0]![0]! * l[1]![0]!).toBeCloseTo(10 / 3, 12);
  });
});
