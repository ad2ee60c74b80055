import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distributionMean } from "../../src/model";
import { deciles, fitDistribution, ksDistance, type Candidate } from "../../src/calibrate";

const sample = [12.1, 15.4, 9.8, 22.7, 18.3, 14.9, 30.2, 11.5, 16.6, 19.4, 13.2, 25.1];

function fitted(values: readonly number[]): {
  best: Candidate;
  of: (dist: string) => Candidate | undefined;
  all: Candidate[];
} {
  const result = fitDistribution(values);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {
    best: result.best,
    all: result.candidates,
    of: (dist) => result.candidates.find((c) => c.distribution.dist === dist),
  };
}

// References: SciPy 1.17, maximum likelihood with the location fixed at 0.
const references: [string, number[], Record<string, number>, number, number][] = [
  ["exponential", sample, { mean: 17.433333333 }, 94.601217978, 0.430012867],
  ["gamma", sample, { mean: 17.433333333, cv: 0.321808351 }, 78.594358083, 0.106026745],
  ["erlang", sample, { mean: 17.433333333, k: 10 }, 78.602042026, 0.1093142],
  ["lognormal", sample, { mean: 17.417942522, cv: 0.33035467 }, 78.182623844, 0.091570999],
  ["weibull", sample, { shape: 3.179153974, scale: 19.487093342 }, 80.094704653, 0.131799364],
  ["normal", sample.map((x) => x + 10), { mean: 27.433333333, sd: 5.810957083 }, 80.288383532, 0.140349705],
];

describe("fitDistribution", () => {
  it.each(references)(
    "%s: parameters, Akaike and Kolmogorov–Smirnov as the reference",
    (dist, values, parameters, aic, ks) => {
      const candidate = fitted(values).of(dist);
      expect(candidate?.aic).toBeCloseTo(aic, 5);
      expect(candidate?.ks).toBeCloseTo(ks, 5);
      for (const [key, value] of Object.entries(parameters)) {
        expect((candidate?.distribution as unknown as Record<string, number>)[key], key).toBeCloseTo(value, 4);
      }
    },
  );

  it("chooses by Akaike and ranks the rest", () => {
    const { best, all } = fitted(sample);
    expect(best.distribution.dist).toBe("lognormal");
    expect(all.map((c) => c.aic)).toEqual(all.map((c) => c.aic).sort((a, b) => a - b));
    expect(new Set(all.map((c) => c.distribution.dist)).size).toBe(all.length);
  });

  it("leaves the normal out where 0 would cut off more than one in a thousand", () => {
    expect(fitted(sample).of("normal")).toBeUndefined();
  });

  it("means nothing by the unit of time: the same shapes, distances and order of merit in hours and seconds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 100, noNaN: true }), { minLength: 5, maxLength: 40 }),
        (values) => {
          fc.pre(new Set(values).size > 3);
          const hours = fitted(values);
          const seconds = fitted(values.map((x) => x * 3600));
          for (const candidate of hours.all) {
            const same = seconds.of(candidate.distribution.dist);
            expect(same?.ks).toBeCloseTo(candidate.ks, 6);
            const shift = 2 * values.length * Math.log(3600);
            expect((same?.aic ?? NaN) - shift).toBeCloseTo(candidate.aic, 4);
            expect(
              distributionMean(same?.distribution ?? 0) / 3600 / distributionMean(candidate.distribution),
            ).toBeCloseTo(1, 6);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("finds the parameters again from a distribution's own quantiles", () => {
    const quantiles = Array.from({ length: 4000 }, (_, i) => -Math.log(1 - (i + 0.5) / 4000));
    const weibull = quantiles.map((e) => 50 * e ** (1 / 2.5));
    expect(fitted(weibull).best.distribution).toMatchObject({ dist: "weibull" });
    const found = fitted(weibull).best.distribution as { shape: number; scale: number };
    expect(found.shape).toBeCloseTo(2.5, 1);
    expect(found.scale).toBeCloseTo(50, 0);
    expect(fitted(quantiles.map((e) => e * 7)).of("exponential")?.distribution).toMatchObject({
      mean: expect.closeTo(7, 1) as number,
    });
  });

  it("calls equal values a constant", () => {
    expect(fitted([5, 5, 5]).best.distribution).toEqual({ dist: "constant", value: 5 });
  });

  it("refuses too few values and values not above 0", () => {
    expect(fitDistribution([3])).toEqual({
      ok: false,
      problems: [{ path: "values", code: "tooSmall", params: { minimum: "≥ 2", found: 1 } }],
    });
    expect(fitDistribution([3, 0, 4, Number.NaN])).toMatchObject({
      ok: false,
      problems: [{ path: "values.1" }, { path: "values.3" }],
    });
  });
});

describe("ksDistance", () => {
  it("is 1/(2n) for the midpoints of a uniform, and near 1 for the wrong place", () => {
    const uniform = (x: number): number => Math.min(1, Math.max(0, x));
    expect(ksDistance([0.875, 0.125, 0.375, 0.625], uniform)).toBeCloseTo(0.125, 12);
    expect(ksDistance([2, 3], uniform)).toBe(1);
  });
});

describe("deciles", () => {
  it("interpolate as spreadsheets do", () => {
    expect(deciles([10, 0, 1, 9, 2, 8, 3, 7, 4, 6, 5])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const reference = [9.8, 11.56, 12.32, 13.71, 15.1, 16, 17.62, 19.07, 22.04, 24.86, 30.2];
    for (const [i, value] of deciles(sample).entries()) expect(value).toBeCloseTo(reference[i] ?? NaN, 10);
    expect(deciles([4])).toEqual(Array(11).fill(4));
  });
});
