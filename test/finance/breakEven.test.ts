import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossing } from "../../src/finance/breakEven";

describe("the place where it begins to pay", () => {
  it("by hand: a line, a fall, nowhere, everywhere", () => {
    expect(crossing((x) => 2 * x - 3, 0, 10).x).toBeCloseTo(1.5, 8);
    expect(crossing((x) => 2 * x - 3, 0, 10).crossings.map((c) => c.isUpward)).toEqual([true]);
    // paying from the start, up to 4
    const falling = crossing((x) => 4 - x, 0, 10);
    expect(falling.x).toBe(0);
    expect(falling.crossings).toEqual([{ x: expect.closeTo(4, 8) as number, isUpward: false }]);
    expect(crossing(() => -1, 0, 10)).toEqual({ x: null, crossings: [] });
    expect(crossing(() => 0, 3, 10)).toEqual({ x: 3, crossings: [] });
    expect(crossing((x) => x, 5, 5)).toEqual({ x: 5, crossings: [] });
    expect(() => crossing((x) => x, 5, 4)).toThrow();
  });

  it("counts every change of sign: a tax cliff makes two ways in and one out", () => {
    // pays from 2 on, not between 5 and 7
    const { x, crossings } = crossing((v) => (v < 5 ? v - 2 : v - 7), 0, 10);
    expect(x).toBeCloseTo(2, 8);
    expect(crossings.map((c) => [Math.round(c.x * 1e6) / 1e6, c.isUpward])).toEqual([
      [2, true],
      [5, false],
      [7, true],
    ]);
  });

  it("does not take a missing number for a gain", () => {
    expect(crossing((x) => (x < 3 ? NaN : x - 4), 0, 10).x).toBeCloseTo(4, 8);
  });

  it("gives a place that pays, with none that pays below it", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (low, width, where, jump) => {
          const f = (x: number): number => x - where + (x >= where ? jump : 0);
          const { x } = crossing(f, low, low + width);
          for (const falling of crossing((v) => -f(v), low, low + width).crossings)
            expect(f(falling.x)).toBeLessThanOrEqual(0);
          if (x === null) {
            expect(f(low + width)).toBeLessThan(0);
            return;
          }
          expect(f(x)).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(Math.max(low, where) + 1e-6);
        },
      ),
    );
  });
});
