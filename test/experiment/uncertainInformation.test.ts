import fc from "fast-check";
import { probit } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { latinHypercube } from "../../src/finance";
import { surfaceOf } from "../../src/experiment/uncertain/surface";
import { say } from "../../src/experiment/uncertain/texts";
import type { UncertainInput } from "../../src/experiment/uncertain/types";
import { valueOfInformation } from "../../src/experiment/uncertain/valueOfInformation";
import { varianceSplit } from "../../src/experiment/uncertain/varianceSplit";

/** Normal columns by Latin hypercube, each with mean 0 and standard deviation 1. */
function normals(n: number, k: number, seed: number): Float64Array[] {
  const points = latinHypercube(n, k, seed);
  return Array.from({ length: k }, (_, side) => Float64Array.from(points, (point) => probit(point[side] ?? 0.5)));
}
const column = (n: number, of: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => of(i));
const input = (id: string, kind: UncertainInput["kind"]): UncertainInput => ({
  id,
  target: { aspect: "price" },
  kind,
  unit: "factor",
  spread: { dist: "triangular", low: 0, likely: 1, high: 2 },
  origin: "assumed",
  name: say("uncertain.input.price"),
  measure: say("uncertain.measure.contracts"),
});
/** E max(0, N(μ, s²)) − max(0, μ): the unit normal loss integral. */
function lossOfNormal(mean: number, s: number): number {
  const z = Math.abs(mean) / s;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  // Φ(−z) by its continued expansion would do; the trapezoid over the tail is exact enough and independent
  let tail = 0;
  for (let k = 0; k < 20_000; k++) {
    const t = z + (k + 0.5) * 0.0005;
    tail += (Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI)) * 0.0005;
  }
  return s * (density - z * tail);
}

describe("the value of information", () => {
  const n = 400;
  const spreads = fc.tuple(fc.double({ min: 0.3, max: 3, noNaN: true }), fc.double({ min: 0.3, max: 3, noNaN: true }));

  it("is the closed form where the NPV is linear in normal inputs", () => {
    fc.assert(
      fc.property(
        spreads,
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        ([a, b], mean, seed) => {
          const [x, y, luck] = normals(n, 3, seed) as [Float64Array, Float64Array, Float64Array];
          const sure = column(n, (i) => mean + a * x[i]! + b * y[i]!);
          const npv = sure.map((v, i) => v + 0.5 * luck[i]!);
          // x is of the line, y a price: priced likely, only x and luck remain
          const npvAtLikelyPrices = npv.map((v, i) => v - b * y[i]!);
          const table = { columns: [x, y], npv, npvAtLikelyPrices, npvWithoutLuck: sure };
          const answer = valueOfInformation([input("x", "physics"), input("y", "money")], table);
          const found = (id: string) => answer.inputs.find((each) => each.id === id)!.value.mean;
          const near = 0.06 * Math.max(a, b) + 0.02;
          expect(Math.abs(found("x") - lossOfNormal(mean, a))).toBeLessThan(near);
          expect(Math.abs(found("y") - lossOfNormal(mean, b))).toBeLessThan(near);
          expect(Math.abs(answer.everything.mean - lossOfNormal(mean, Math.hypot(a, b)))).toBeLessThan(near);
          expect(answer.decision).toBe(mean > 0.1 ? "do" : mean < -0.1 ? "leave" : answer.decision);
          const first = answer.inputs[0]!.id;
          if (Math.abs(a - b) > 0.3) expect(first).toBe(a > b ? "x" : "y");
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is nothing where no input can turn the decision, and still says what would narrow it", () => {
    const [x, y] = normals(n, 2, 7) as [Float64Array, Float64Array];
    const npv = column(n, (i) => 100 + 3 * x[i]! + y[i]!);
    const table = { columns: [x, y], npv, npvAtLikelyPrices: npv, npvWithoutLuck: npv };
    const answer = valueOfInformation([input("x", "physics"), input("y", "physics")], table);
    expect(answer.inputs.map((each) => each.value.mean)).toEqual([0, 0]);
    expect(answer.measureNext).toBeNull();
    expect(answer.secureNext).toBe("x");
    expect(answer.inputs.find(({ id }) => id === "x")!.secures).toBeCloseTo(0.9, 1);
  });

  it("takes luck for no input: none of twenty that do nothing is worth measuring", () => {
    let blamed = 0;
    for (let seed = 1; seed <= 10; seed++) {
      const columns = normals(150, 21, seed);
      const luck = columns.pop()!;
      const { terms } = surfaceOf(columns, luck);
      if (terms > 0) blamed++;
    }
    // one false alarm in ten draws of twenty inputs is what the criterion allows
    expect(blamed).toBeLessThanOrEqual(2);
  });

  it("finds a value that both ends of a curve share, and that of something that happens or not", () => {
    const [x, u] = [normals(n, 1, 3)[0]!, latinHypercube(n, 1, 4)];
    const happens = column(n, (i) => (u[i]![0]! < 0.2 ? 1 : 0));
    const npv = column(n, (i) => 10 - 4 * x[i]! ** 2 - 30 * happens[i]!);
    const { mains } = surfaceOf([x, happens], npv);
    const variance = (v: Float64Array): number => v.reduce((sum, each) => sum + each * each, 0) / n;
    expect(variance(mains[0]!) / (16 * 2)).toBeCloseTo(1, 0.9);
    expect(variance(mains[1]!) / (900 * 0.2 * 0.8)).toBeCloseTo(1, 1);
  });
});

describe("luck and not knowing", () => {
  const sums = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

  it("are told apart where both are known", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1e6 }),
        (unknown, luck, part, seed) => {
          const n = 600;
          const [f, e, e2] = normals(n, 3, seed) as [Float64Array, Float64Array, Float64Array];
          const split = varianceSplit({
            first: Array.from(f, (v, i) => unknown * v + luck * e[i]!),
            second: Array.from(f, (v, i) => (i % 2 === 0 ? unknown * v + luck * e2[i]! : null)),
            part,
            isDrawn: true,
          })!;
          const wanted = (part * luck ** 2) / (part * luck ** 2 + unknown ** 2);
          const [low, high] = split.luck.ci95;
          const odds = (share: number): number => Math.log(1 / Math.max(share, 1e-12) - 1 + 1e-3);
          // two and a half half-widths of the interval are a chance in a million
          const half = Math.max(odds(low) - odds(split.luck.share), odds(split.luck.share) - odds(high)) + 0.05;
          expect(Math.abs(odds(split.luck.share) - odds(wanted))).toBeLessThan(2.5 * half);
          expect(sums([split.luck.share, split.notKnowing.share])).toBeCloseTo(1, 12);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("are all luck where nothing was drawn and all not knowing where runs repeat", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (first, part) => {
        fc.pre(Math.max(...first) > Math.min(...first) + 1e-3);
        const again = first.map((v) => v);
        expect(varianceSplit({ first, second: again, part, isDrawn: true })!.luck.share).toBe(0);
        expect(varianceSplit({ first, second: again, part, isDrawn: false })!.luck).toEqual({ share: 1, ci95: [1, 1] });
        const flat = first.map(() => 5);
        expect(varianceSplit({ first: flat, second: flat, part, isDrawn: true })).toBeNull();
      }),
    );
  });
});
