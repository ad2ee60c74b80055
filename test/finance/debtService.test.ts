import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { debtServiceCover, peakCashNeed } from "../../src/finance/debtService";

describe("peak cash need", () => {
  it("by hand", () => {
    // −100, −70, −120, 80
    expect(peakCashNeed([-100, 30, -50, 200])).toEqual({ yuan: 120, month: 2 });
    expect(peakCashNeed([5, 3])).toEqual({ yuan: 0, month: 0 });
    // the same depth twice: the first time
    expect(peakCashNeed(Float64Array.of(-5, 5, -5)).month).toBe(0);
  });

  it("is the least money at the start with which the account is never overdrawn", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 97 }), (flows) => {
        const { yuan } = peakCashNeed(flows);
        let account = yuan;
        const states = flows.map((f) => (account += f));
        expect(Math.min(...states)).toBeGreaterThanOrEqual(0);
        if (yuan > 0) expect(Math.min(...states)).toBe(0);
      }),
    );
  });
});

describe("debt service cover", () => {
  it("by year, the start with the first, a year without debt without a ratio", () => {
    // year 1: 12 · 10 + 30 at the start = 150 on 100; year 2: 120 on 150; then six months without debt
    const cash = Float64Array.from({ length: 31 }, (_, m) => (m === 0 ? 30 : 10));
    const service = Float64Array.from({ length: 31 }, (_, m) => (m === 0 ? 4 : m <= 12 ? 8 : m <= 24 ? 12.5 : 0));
    expect(debtServiceCover(cash, service)).toEqual({ byYear: [1.5, 0.8, null], minimum: 0.8 });
    expect(debtServiceCover(cash, new Float64Array(31)).minimum).toBeNull();
    expect(debtServiceCover([0, -6, 0], [0, 3, 0])).toEqual({ byYear: [-2], minimum: -2 });
  });
});
