import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/finance/exact";
import { irrExact } from "../../src/finance/irr";
import { annualRate, equivalentAnnuity, mirr, mirrOfMonths, monthlyRateOf } from "../../src/finance/mirr";
import { monthlyIrr } from "../../src/finance/monthlyIrr";

/** Yearly flows at the ends of months 0, 12, 24, … */
const byMonth = (yearly: readonly number[]): number[] =>
  Array.from({ length: 12 * (yearly.length - 1) + 1 }, (_, m) => (m % 12 === 0 ? (yearly[m / 12] ?? 0) : 0));

describe("internal rates of monthly flows", () => {
  it("are the yearly ones where money moves once a year: one, two, none, and one that touches", () => {
    expect(monthlyIrr(byMonth([-1000, 1100]))).toEqual({ status: "unique", rates: [expect.closeTo(0.1, 12)] });
    // 10 000 (1 − 1.1 u)(1 − 1.2 u), by year
    const two = monthlyIrr(byMonth([-10_000, 23_000, -13_200]));
    expect(two).toEqual({ status: "multiple", rates: [expect.closeTo(0.1, 10), expect.closeTo(0.2, 10)] });
    // (1 − 1.1 u)²
    expect(monthlyIrr(byMonth([-100, 220, -121]))).toEqual({ status: "double root", rates: [expect.closeTo(0.1, 6)] });
    // just missed: −100 + 220 u − 121.000001 u² is below zero everywhere
    expect(monthlyIrr(byMonth([-100, 220, -121.000001]))).toEqual({ status: "none", rates: [] });
    // and just crossed: two rates side by side
    expect(monthlyIrr(byMonth([-100, 220, -120.999999])).status).toBe("multiple");
    // (1 − 1.1 u)³ changes its sign, once
    const triple = monthlyIrr(byMonth([-1000, 3300, -3630, 1331]));
    expect(triple).toEqual({ status: "unique", rates: [expect.closeTo(0.1, 3)] });
  });

  it("that touch are named only within rounding of zero, and rounding makes no crowd of them", () => {
    // (1 − 1.1 u)² less k · 10⁻¹⁵ u²: from a touch to a miss
    for (let k = 0; k < 300; k++) {
      const last = -121 - k * 1e-13;
      const { status, rates } = monthlyIrr(byMonth([-100, 220, last]));
      expect(["double root", "none"]).toContain(status);
      for (const r of rates)
        expect(Math.abs(-100 + 220 / (1 + r) + last / (1 + r) ** 2)).toBeLessThan(440 * 100 * Number.EPSILON);
    }
    expect(monthlyIrr(byMonth([-100, 220, -121 - 3e-11])).status).toBe("none");
    fc.assert(
      fc.property(
        fc.integer({ min: -300, max: 400 }),
        fc.integer({ min: 1, max: 178 }),
        fc.nat(100),
        (bp, gap, more) => {
          const growth = (1 + bp / 1e4) ** gap;
          const square = Array.from({ length: 2 * gap + 1 }, (_, m) =>
            m === 0 ? 1 : m === gap ? -2 * growth : m === 2 * gap ? growth ** 2 : 0,
          );
          // times 1 + u + … + u^more, which has no positive root
          const long = Array.from({ length: square.length + more }, (_, m) =>
            square.reduce((sum, c, k) => (m >= k && m - k <= more ? sum + c : sum), 0),
          );
          const found = monthlyIrr(long);
          // doubles are not exactly a square: it may just touch, just miss, or just cross
          expect(found.rates.length).toBeLessThanOrEqual(2);
          for (const r of found.rates) expect((1 + monthlyRateOf(r)) / (1 + bp / 1e4)).toBeCloseTo(1, 5);
        },
      ),
    );
  });

  it("are not named where the worth is as good as zero at a whole range of rates", () => {
    // (1 − 1.01 u)^20 cannot be told from zero from −90 % to some thousand per cent a year; its root, 12.7 %, is no better
    let cf = [1];
    for (let k = 0; k < 20; k++) cf = [...cf, 0].map((c, j) => c - 1.01 * (cf[j - 1] ?? 0));
    expect(monthlyIrr(cf)).toEqual({ status: "multiple", rates: [] });
  });

  it("of 12 equal months: 1000 out, 12 · 88.85 back is 1 % a month", () => {
    // annuity factor (1 − 1.01^−12) / 0.01
    const fee = (1000 * 0.01) / (1 - 1.01 ** -12);
    expect(monthlyIrr([-1000, ...new Array<number>(12).fill(fee)]).rates[0]).toBeCloseTo(1.01 ** 12 - 1, 12);
  });

  it("do not exist without money out and in, nor at losses beyond −91.7 % a year", () => {
    expect(monthlyIrr([0, 0, 0])).toEqual({ status: "none", rates: [] });
    expect(monthlyIrr([5, 0, 3])).toEqual({ status: "none", rates: [] });
    expect(monthlyIrr([])).toEqual({ status: "none", rates: [] });
    // a tenth back after a year is −90 %, a thirteenth −92.3 %
    expect(monthlyIrr(byMonth([-130, 13])).rates).toEqual([expect.closeTo(-0.9, 12)]);
    expect(monthlyIrr(byMonth([-130, 10])).status).toBe("none");
  });

  const flows = (longest: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: longest });

  it("bring the NPV to zero, whatever the flows", () => {
    fc.assert(
      fc.property(flows(361), (cf) => {
        for (const rate of monthlyIrr(cf).rates) {
          const i = monthlyRateOf(rate);
          let [npv, weight] = [0, 0];
          cf.forEach((f, m) => {
            npv += f / (1 + i) ** m;
            weight += Math.abs(f) / (1 + i) ** m;
          });
          expect(Math.abs(npv)).toBeLessThan(1e-9 * weight);
        }
      }),
    );
  });

  it("are exactly those Sturm's theorem counts, on short flows", () => {
    fc.assert(
      fc.property(flows(10), (cf) => {
        // the same range: −91.7 % < r < 99 900 % a year
        const all = irrExact(cf.map(exact)).rates.map(annualRate);
        const wanted = all.filter((r) => r > -11 / 12 && r < 999);
        const found = monthlyIrr(cf).rates;
        expect(found).toHaveLength(wanted.length);
        found.forEach((r, k) => expect((1 + r) / (1 + (wanted[k] ?? NaN))).toBeCloseTo(1, 9));
      }),
    );
  });

  it("find every rate a long row of flows was built from", () => {
    const percent = fc.integer({ min: -30, max: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(percent, { minLength: 1, maxLength: 3 }), fc.nat(200), (wanted, spread) => {
        // Π (1 − (1 + i) u), times 1 + u + … which has no positive root
        let cf = [1];
        for (const p of wanted) {
          const growth = 1 + monthlyRateOf(p / 100);
          cf = [...cf, 0].map((c, k) => c - growth * (cf[k - 1] ?? 0));
        }
        const long = Array.from({ length: cf.length + spread }, (_, m) =>
          cf.reduce((sum, c, k) => (m >= k && m - k <= spread ? sum + c : sum), 0),
        );
        const { rates } = monthlyIrr(long);
        const sorted = [...wanted].sort((a, b) => a - b);
        expect(rates).toHaveLength(sorted.length);
        rates.forEach((r, k) => expect(r).toBeCloseTo((sorted[k] ?? NaN) / 100, 5));
      }),
    );
  });
});

describe("one rate where there may be many", () => {
  it("MIRR by hand", () => {
    // 500 · 1.12 + 600 = 1160 at the end for 1000 at the start: √1.16 − 1
    expect(mirr([-1000, 500, 600], 0.1, 0.12)).toBeCloseTo(Math.sqrt(1.16) - 1, 12);
    // a second payment of 110 is worth 100 today at 10 %: 720 for 1100
    expect(mirr([-1000, -110, 1452], 0.1, 0.12)).toBeCloseTo(Math.sqrt(1452 / 1100) - 1, 12);
    expect(mirr([-1000, -5], 0.1, 0.1)).toBeNull();
    expect(mirr([1000, 5], 0.1, 0.1)).toBeNull();
  });

  it("MIRR of yearly flows is the same by month", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 10 }), (cf) => {
        const [yearly, monthly] = [mirr(cf, 0.06, 0.09), mirrOfMonths(byMonth(cf), 0.06, 0.09)];
        if (yearly === null) expect(monthly).toBeNull();
        // a growth factor: one part in 10⁹ of it, however far above 100 % the rate lies
        else expect((1 + (monthly ?? NaN)) / (1 + yearly)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("MIRR at its own rates is the IRR when that is the rate of both", () => {
    // −1000, 1210 after two years: 10 %
    expect(mirr([-1000, 0, 1210], 0.1, 0.1)).toBeCloseTo(0.1, 12);
  });

  it("rates by month and year undo each other", () => {
    expect(annualRate(0.01)).toBeCloseTo(0.12682503013197, 12);
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 900, noNaN: true }), (r) => {
        expect((1 + annualRate(monthlyRateOf(r))) / (1 + r)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("an annuity is worth its NPV", () => {
    // 57.62 / 1.1 + 57.62 / 1.21 = 100
    const yearly = equivalentAnnuity(100, 0.1, 2);
    expect(yearly / 1.1 + yearly / 1.21).toBeCloseTo(100, 10);
    expect(equivalentAnnuity(100, 0, 4)).toBe(25);
    expect(equivalentAnnuity(-100, 0.1, 2)).toBeCloseTo(-yearly, 12);
  });
});
