import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leaseAnnualRate, leaseFee, leaseRows, type LeaseFinancing } from "../../src/finance/leaseRows";

const lease: LeaseFinancing = {
  kind: "lease",
  form: "finance",
  covers: ["equipment"],
  months: 2,
  annualRate: 0.12,
  inAdvance: false,
  depositShare: 0,
  buyOutShare: 0,
};
const total = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);

describe("the fee of a lease", () => {
  it("by hand: in arrears, in advance, with a buy-out", () => {
    // 100 000 · 1.01² · 0.01 / (1.01² − 1) = 102 010 / 2.01
    expect(leaseFee(lease, 100_000)).toBeCloseTo(102_010 / 2.01, 8);
    // a month earlier: / 1.01
    expect(leaseFee({ ...lease, inAdvance: true }, 100_000)).toBeCloseTo(101_000 / 2.01, 8);
    // 10 000 at the end: (102 010 − 10 000) / 2.01
    expect(leaseFee({ ...lease, buyOutShare: 0.1 }, 100_000)).toBeCloseTo(92_010 / 2.01, 8);
    // without interest the price less the buy-out, in equal parts
    expect(leaseFee({ ...lease, annualRate: 0, buyOutShare: 0.1 }, 100_000)).toBeCloseTo(45_000, 8);
    expect(leaseFee({ ...lease, monthlyFee: 7 }, 100_000)).toBe(7);
  });

  it("in advance is paid at the start and a month earlier at the end", () => {
    const months = (terms: LeaseFinancing): number[] =>
      [...leaseRows(terms, 1000, 3, 10).fee].flatMap((v, m) => (v > 0 ? [m] : []));
    expect(months({ ...lease, months: 3 })).toEqual([4, 5, 6]);
    expect(months({ ...lease, months: 3, inAdvance: true })).toEqual([3, 4, 5]);
  });

  it("has the rate it was made with, and a deposit makes it dearer", () => {
    // 1 % a month = 1.01^12 − 1 = 12.6825 % a year
    const advance: LeaseFinancing = { ...lease, months: 36, inAdvance: true, buyOutShare: 0.05 };
    const agreed: LeaseFinancing = { ...advance, monthlyFee: leaseFee(advance, 80_000) };
    expect(leaseAnnualRate(agreed, 80_000)).toBeCloseTo(1.01 ** 12 - 1, 10);
    // after one month: 90 000 out (100 000 less 10 % deposit), 111 000 back less 10 000: 11/90… a month
    const short: LeaseFinancing = { ...lease, months: 1, monthlyFee: 101_000, depositShare: 0.1 };
    expect(leaseAnnualRate(short, 100_000)).toBeCloseTo((91 / 90) ** 12 - 1, 10);
    // fees that never return the price hide no interest
    expect(leaseAnnualRate({ ...lease, monthlyFee: 0 }, 100_000)).toBeNull();
  });
});

describe("the rows of a lease", () => {
  it("deduct the fees of an operating lease when paid, and depreciate all payments of a finance lease", () => {
    const terms: LeaseFinancing = { ...lease, months: 24, monthlyFee: 500, buyOutShare: 0.1, depositShare: 0.2 };
    const finance = leaseRows(terms, 10_000, 1, 40);
    expect(finance.depreciableBase).toBe(24 * 500 + 1000);
    expect(finance.baseMonth).toBe(1);
    expect(total(finance.deductible)).toBe(0);
    const operating = leaseRows({ ...terms, form: "operating" }, 10_000, 1, 40);
    expect(operating.deductible).toEqual(operating.fee);
    expect(total(operating.fee)).toBe(12_000);
    // only what it is bought for at the end is the firm's asset
    expect([operating.depreciableBase, operating.baseMonth]).toEqual([1000, 25]);
    for (const { depositPaid, depositBack, buyOut } of [finance, operating])
      expect([depositPaid[1], depositBack[25], buyOut[25]]).toEqual([2000, 2000, 1000]);
  });

  it("cut by the horizon: an operating lease ends, a finance lease is paid off, the deposit comes back", () => {
    // no interest: 10 fees of 100, 4 of them after the horizon
    const terms: LeaseFinancing = { ...lease, months: 10, annualRate: 0, depositShare: 0.5 };
    const finance = leaseRows(terms, 1000, 0, 6);
    expect(finance.settlement[6]).toBeCloseTo(400, 9);
    expect(finance.dueAfterHorizon).toBeCloseTo(400, 9);
    const operating = leaseRows({ ...terms, form: "operating" }, 1000, 0, 6);
    expect(total(operating.settlement)).toBe(0);
    expect(operating.dueAfterHorizon).toBeCloseTo(400, 9);
    expect([finance.depositBack[6], operating.depositBack[6]]).toEqual([500, 500]);
    expect(total(leaseRows(terms, 1000, 7, 6).fee)).toBe(0);
  });

  it("of a finance lease are worth the price at its own rate, wherever the horizon cuts them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 1e7 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 50 }),
        fc.nat(12),
        fc.nat(80),
        fc.boolean(),
        (price, months, points, inAdvance, percent, start, more, isAgreed) => {
          const made: LeaseFinancing = {
            ...lease,
            months,
            annualRate: points / 1e4,
            inAdvance,
            buyOutShare: percent / 100,
          };
          const terms = isAgreed ? { ...made, annualRate: 0, monthlyFee: leaseFee(made, price) } : made;
          const rows = leaseRows(terms, price, start, start + more);
          // one fee in advance and no buy-out: the loan has no length, so nothing says its rate
          if (isAgreed && inAdvance && months === 1 && percent === 0) return;
          const worth = [rows.fee, rows.buyOut, rows.settlement].reduce(
            (sum, row) => row.reduce((s, v, m) => s + v / (1 + points / 12e4) ** (m - start), sum),
            0,
          );
          expect(worth / price).toBeCloseTo(1, 8);
        },
      ),
    );
  });
});
