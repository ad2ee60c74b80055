import { describe, expect, it } from "vitest";
import { incompleteGamma, logGamma, normalCdf } from "../../src/engine/gamma";
import { exp, inverseNormal, log, negativeLogOfWord, normalOfWord } from "../../src/engine/mathematics";

/** The machine's own functions are within 1 ulp; ours may differ from them in the last bits only. */
describe("own elementary functions", () => {
  it("log agrees with the machine's to 1e-15", () => {
    for (let i = -300; i <= 300; i++) {
      const x = 1.0371 ** i;
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThanOrEqual(2e-15 * Math.max(1, Math.abs(Math.log(x))));
    }
    expect(log(1)).toBe(0);
  });

  it("exp agrees with the machine's to 1e-14", () => {
    for (let x = -600; x <= 600; x += 0.731) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(2e-14);
    expect(exp(0)).toBe(1);
  });

  it("the exponential of a word is −ln of the middle of its cell", () => {
    for (const n of [0, 1, 2, 1000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff])
      expect(Math.abs(negativeLogOfWord(n) + Math.log((n + 0.5) / 2 ** 32))).toBeLessThan(1e-14);
  });

  it("the normal quantile inverts the distribution function", () => {
    expect(inverseNormal(0.5)).toBe(0);
    expect(inverseNormal(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(inverseNormal(1e-9)).toBeCloseTo(-5.997807015007686, 12);
    for (let z = -6; z <= 6; z += 0.37) expect(inverseNormal(normalCdf(z))).toBeCloseTo(z, z > 4 ? 6 : 9);
  });

  it("the normal variate of a word is the quantile of the middle of its cell, to 1e-11, and rises with the word", () => {
    const quantileOf = (word: number) => inverseNormal(((word >>> 0) + 0.5) / 2 ** 32);
    const words = [0, 1, 2, 3, 0x7ffffffe, 0x7fffffff, 0x80000000, 0x80000001, 0xfffffffd, 0xfffffffe, 0xffffffff];
    for (let power = 2; power < 32; power++)
      for (let part = 0; part < 64; part++) words.push(Math.floor(2 ** power * (1 + part / 64)));
    for (let i = 0; i < 20_000; i++) words.push(Math.imul(i, 0x9e3779b9) >>> 0);
    words.sort((a, b) => a - b);
    let before = -Infinity;
    for (const word of words) {
      const z = normalOfWord(word | 0);
      expect(Math.abs(z - quantileOf(word))).toBeLessThan(1e-11);
      expect(z).toBeGreaterThanOrEqual(before);
      expect(z).toBe(-normalOfWord(~word));
      before = z;
    }
  });

  it("gamma functions have their known values", () => {
    expect(exp(logGamma(5))).toBeCloseTo(24, 10);
    expect(exp(logGamma(0.5))).toBeCloseTo(Math.sqrt(Math.PI), 12);
    // P(1, x) = 1 − e^−x
    expect(incompleteGamma(1, 0.3).p).toBeCloseTo(1 - Math.exp(-0.3), 14);
    expect(incompleteGamma(1, 9).q / Math.exp(-9)).toBeCloseTo(1, 12);
  });
});
