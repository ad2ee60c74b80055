import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/model";
import { nextWord, seedStream } from "../../src/engine/random";
import { drawBatch, quantile, sample, SamplerBuilder, takeSamplers } from "../../src/engine/sampler";

/** Mean and standard deviation by the midpoint rule over the quantile function: no chance in it. */
function moments(d: Distribution, n = 200_000) {
  const builder = new SamplerBuilder();
  const row = builder.add(d);
  const table = builder.build();
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = quantile(table, row, (i + 0.5) / n) / 1e6;
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  return { mean, sd: Math.sqrt(squares / n - mean * mean) };
}

const cases: [Distribution, number, number][] = [
  [60, 60, 0],
  [{ dist: "exponential", mean: 60 }, 60, 60],
  [{ dist: "erlang", mean: 60, k: 4 }, 60, 30],
  [{ dist: "gamma", mean: 60, cv: 0.3 }, 60, 18],
  [{ dist: "gamma", mean: 60, cv: 1.5 }, 60, 90],
  [{ dist: "lognormal", mean: 60, cv: 0.8 }, 60, 48],
  [{ dist: "normal", mean: 60, sd: 6 }, 60, 6],
  // truncated at 0: mean σφ(0)/(1−Φ(0)) for μ = 0
  [{ dist: "normal", mean: 0, sd: 10 }, 7.97885, 6.0281],
  [{ dist: "triangular", low: 10, mode: 20, high: 60 }, 30, 10.801],
  [{ dist: "uniform", low: 10, high: 50 }, 30, 11.547],
  [{ dist: "weibull", shape: 2, scale: 60 }, 53.1736, 27.795],
  [{ dist: "empirical", values: [1, 2, 3, 10] }, 4, 3.5355],
  [
    {
      dist: "mixture",
      parts: [
        { weight: 97, of: 88 },
        { weight: 3, of: 148 },
      ],
    },
    89.8,
    10.235,
  ],
];

describe("samplers", () => {
  it.each(cases)("%j has its mean and spread", (d, mean, sd) => {
    const m = moments(d);
    expect(Math.abs(m.mean - mean)).toBeLessThan(0.002 * mean + 1e-6);
    expect(Math.abs(m.sd - sd)).toBeLessThan(0.012 * sd + 1e-3);
  });

  it("Erlang 2 has the quantiles of its closed distribution function", () => {
    const builder = new SamplerBuilder();
    const row = builder.add({ dist: "erlang", mean: 2, k: 2 });
    const table = builder.build();
    for (const u of [1e-6, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999999]) {
      const x = quantile(table, row, u) / 1e6;
      expect(Math.abs(1 - Math.exp(-x) * (1 + x) - u)).toBeLessThan(2e-6);
    }
  });

  it("one word a variate, and a changed mean keeps the rank", () => {
    const random = new Uint32Array(8);
    const builder = new SamplerBuilder();
    const rows = cases.map(([d]) => builder.add(d)).slice(1);
    const table = builder.build();
    takeSamplers(table);
    for (const row of rows) {
      seedStream(random, 0, "a/process", [1, 2, 3]);
      seedStream(random, 1, "a/process", [1, 2, 3]);
      sample(row, random, 0);
      nextWord(random, 1);
      expect(random.slice(0, 4)).toEqual(random.slice(4, 8));
      let last = -1;
      for (let u = 0.005; u < 1; u += 0.01) {
        const x = quantile(table, row, u);
        expect(x).toBeGreaterThanOrEqual(last);
        last = x;
      }
    }
  });

  it("drawing ahead gives the same variates as drawing one by one", () => {
    const random = new Uint32Array(8);
    const builder = new SamplerBuilder();
    const rows = cases.map(([d]) => builder.add(d));
    takeSamplers(builder.build());
    for (const row of rows) {
      seedStream(random, 0, "a/process", [1, 2, 3]);
      seedStream(random, 1, "a/process", [1, 2, 3]);
      const ahead = new Float64Array(20);
      drawBatch(row, random, 0, ahead, 3, 16);
      const single = Array.from({ length: 16 }, () => sample(row, random, 1));
      expect([...ahead.slice(3, 19)]).toEqual(single);
      expect(ahead[2]).toBe(0);
      expect(ahead[19]).toBe(0);
    }
  });

  it("streams of different keys have nothing to do with each other", () => {
    const random = new Uint32Array(8);
    const n = 4000;
    for (const [a, b] of [
      ["s1/process", "s2/process"],
      ["s1/process", "s1/load"],
    ] as const) {
      seedStream(random, 0, a, [7, 0, 0]);
      seedStream(random, 1, b, [7, 0, 0]);
      let correlation = 0;
      for (let i = 0; i < n; i++)
        correlation += (nextWord(random, 0) / 2 ** 32 - 0.5) * (nextWord(random, 1) / 2 ** 32 - 0.5);
      expect(Math.abs((correlation / n) * 12)).toBeLessThan(4 / Math.sqrt(n));
    }
  });
});
