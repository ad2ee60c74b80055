import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  depreciationSchedule,
  exact,
  irr,
  irrExact,
  loanSchedule,
  money,
  npv,
  payback,
  paybackExact,
  toNumber,
  type DepreciationMethod,
  type Repayment,
} from "../../src/finance";

const yuan = fc.integer({ min: -1_000_000, max: 1_000_000 });
const flows = fc.array(yuan, { minLength: 2, maxLength: 9 });

describe("laws of money", () => {
  it("NPV at every internal rate is 0", () => {
    fc.assert(
      fc.property(flows, (cf) => {
        for (const rate of irrExact(cf.map(exact)).rates) {
          const weight = cf.reduce((sum, f, k) => sum + Math.abs(f) / (1 + rate) ** k, 0);
          expect(Math.abs(npv(rate, cf))).toBeLessThan(1e-8 * weight + 1e-6);
        }
      }),
    );
  });

  it("finds exactly the rates the flows were built from", () => {
    const rate = fc.integer({ min: -50, max: 300 }).map((p) => p / 100);
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 5 }), (wanted) => {
        // Π (1 − (1 + r) u), in whole hundredths
        const cf = wanted.reduce<bigint[]>(
          (poly, r) => {
            const b = BigInt(Math.round((1 + r) * 100));
            return [...poly, 0n].map((c, i) => c * 100n - (poly[i - 1] ?? 0n) * b);
          },
          [1n],
        );
        const found = irrExact(cf.map((n) => ({ n, d: 1n })));
        const distinct = [...new Set(wanted)].sort((a, b) => a - b);
        expect(found.rates).toHaveLength(distinct.length);
        found.rates.forEach((r, i) => expect(r).toBeCloseTo(distinct[i] ?? NaN, 12));
        const even = distinct.length === 1 && wanted.length % 2 === 0;
        expect(found.status).toBe(distinct.length > 1 ? "multiple" : even ? "double root" : "unique");
      }),
    );
  });

  it("the quick way and the exact way agree", () => {
    fc.assert(
      fc.property(flows, (cf) => {
        const [quick, slow] = [irr(cf), irrExact(cf.map(exact))];
        expect(quick.status).toBe(slow.status);
        // relative to 1 + r, since rates reach 99 900 %
        quick.rates.forEach((r, i) => expect((1 + r) / (1 + (slow.rates[i] ?? NaN))).toBeCloseTo(1, 10));
        const [a, b] = [payback(cf), paybackExact(cf.map(exact))];
        expect(a.status).toBe(b.status);
        if (a.years !== null && b.years !== null) expect(a.years).toBeCloseTo(toNumber(b.years), 9);
      }),
    );
  });

  it("more money earlier never lengthens the payback", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.array(fc.integer({ min: 0, max: 3e5 }), { minLength: 1, maxLength: 8 }),
        fc.nat(1e6),
        (out, back, more) => {
          const plain = payback([-out, ...back]).years ?? Infinity;
          const helped = payback([-out, (back[0] ?? 0) + more, ...back.slice(1)]).years ?? Infinity;
          expect(helped).toBeLessThanOrEqual(plain + 1e-12);
        },
      ),
    );
  });

  const repayment = fc.constantFrom<Repayment>("equalInstalment", "equalPrincipal", "bullet");
  it("the principal of a loan adds up to the loan, its balance ends at 0, and it never grows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 84 }),
        fc.nat(90),
        repayment,
        (fen, points, months, grace, kind) => {
          const rows = loanSchedule({
            principal: { n: BigInt(fen), d: 100n },
            monthlyRate: { n: BigInt(points), d: 120000n },
            months,
            repayment: kind,
            interestOnlyMonths: grace,
            monthlySubsidyRate: { n: 0n, d: 1n },
            subsidyMonths: 0,
          });
          const paid = rows.reduce((sum, r) => sum + Math.round(toNumber(r.principal) * 100), 0);
          expect(paid).toBe(fen);
          expect(money(rows[rows.length - 1]?.balanceAfter ?? exact(1))).toBe("0.00");
          for (const r of rows) expect(toNumber(r.principal)).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  const method = fc.constantFrom<DepreciationMethod>("straightLine", "doubleDeclining", "sumOfDigits", "firstYear");
  it("depreciation adds up to cost less residual value and is never negative", () => {
    fc.assert(
      fc.property(
        method,
        fc.integer({ min: 0, max: 1e7 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 15 }),
        (m, cost, percent, years) => {
          const residual = { n: BigInt(cost * percent), d: 100n };
          const rows = depreciationSchedule(m, exact(cost), residual, years);
          const total = rows.reduce((sum, r) => sum + toNumber(r.depreciation), 0);
          expect(total).toBeCloseTo(m === "firstYear" ? cost : cost - toNumber(residual), 4);
          // to the fen: a last year may give back what rounding took too much
          for (const r of rows) expect(toNumber(r.depreciation)).toBeGreaterThanOrEqual(-0.1);
        },
      ),
    );
  });
});
