import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, exact, toNumber, zero } from "../../src/finance/exact";
import { loanSchedule, type Repayment } from "../../src/finance/loan";
import { loanRows, type LoanFinancing } from "../../src/finance/loanRows";

const loan: LoanFinancing = {
  kind: "loan",
  share: 1,
  annualRate: 0.048,
  months: 12,
  repayment: "equalInstalment",
  interestOnlyMonths: 0,
  renewals: 0,
};
const fen = (list: Float64Array): number => list.reduce((a, b) => a + Math.round(b * 100), 0);
const repayment = fc.constantFrom<Repayment>("equalInstalment", "equalPrincipal", "bullet");

describe("the rows of a loan", () => {
  it("are those of the exact schedule, to the fen", () => {
    fc.assert(
      fc.property(
        // a few fen, where a rounded instalment overshoots, up to 100 million yuan
        fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 1e10 })),
        fc.integer({ min: 0, max: 2500 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(70),
        repayment,
        fc.nat(12),
        (cents, points, months, grace, kind, start) => {
          const terms = { ...loan, annualRate: points / 1e4, months, repayment: kind, interestOnlyMonths: grace };
          const rows = loanRows(terms, cents / 100, start, start + months + 3);
          expect(rows.drawn[start]).toBe(cents / 100);
          expect(rows.isSettledEarly).toBe(false);
          expect(rows.endMonth).toBe(start + months);
          let owed = cents / 100;
          const plan = loanSchedule({
            principal: exact(cents / 100),
            monthlyRate: divide(exact(points / 1e4), exact(12)),
            months,
            repayment: kind,
            interestOnlyMonths: grace,
            monthlySubsidyRate: zero,
            subsidyMonths: 0,
          });
          for (const r of plan) {
            const m = start + r.month;
            expect(rows.balance[m]).toBe(owed);
            expect(rows.interest[m]).toBe(toNumber(r.interest));
            expect(rows.principal[m]).toBe(toNumber(r.principal));
            owed = toNumber(r.balanceAfter);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("repay what was drawn, wherever the horizon cuts them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 1, max: 240 }),
        repayment,
        fc.nat(3),
        fc.nat(120),
        fc.nat(120),
        (cents, months, kind, renewals, start, N) => {
          const rows = loanRows({ ...loan, months, repayment: kind, renewals }, cents / 100, start, N);
          expect(fen(rows.drawn)).toBe(start <= N ? cents : 0);
          expect(fen(rows.principal)).toBe(fen(rows.drawn));
          expect(Math.min(...rows.principal)).toBeGreaterThanOrEqual(0);
          if (rows.endMonth > N && start <= N && kind === "bullet") expect(rows.isSettledEarly).toBe(true);
          if (rows.endMonth <= N) expect(rows.isSettledEarly).toBe(false);
        },
      ),
    );
  });

  it("of a bullet that is renewed twice: interest for three terms, the principal at the end", () => {
    // 1 200 000 at 4.8 %: 4800 a month; 12 months, renewed twice = 36
    const rows = loanRows({ ...loan, repayment: "bullet", renewals: 2 }, 1_200_000, 2, 60);
    expect(rows.endMonth).toBe(38);
    expect([...rows.interest.slice(2, 40)]).toEqual([0, ...new Array<number>(36).fill(4800), 0]);
    expect(rows.principal.findIndex((v) => v > 0)).toBe(38);
    expect(rows.principal[38]).toBe(1_200_000);
    expect([rows.balance[2], rows.balance[3], rows.balance[38], rows.balance[39]]).toEqual([0, 1.2e6, 1.2e6, 0]);
    // renewals are for bullets: an instalment loan has paid its principal back
    expect(loanRows({ ...loan, renewals: 2 }, 1_200_000, 2, 60).endMonth).toBe(14);
  });

  it("settle at the horizon what is still owed there", () => {
    // equal principal 100 000 a month; after 5 of 12 months 700 000 are left, and go with the fifth payment
    const rows = loanRows({ ...loan, repayment: "equalPrincipal" }, 1_200_000, 0, 5);
    expect(rows.isSettledEarly).toBe(true);
    expect([...rows.principal]).toEqual([0, 1e5, 1e5, 1e5, 1e5, 8e5]);
    // 4.8 % / 12 on 1.2, 1.1, … 0.8 million
    expect([...rows.interest]).toEqual([0, 4800, 4400, 4000, 3600, 3200]);
    // drawn at the horizon itself: out and back, no interest
    const last = loanRows(loan, 500, 5, 5);
    expect([last.drawn[5], last.principal[5], fen(last.interest)]).toEqual([500, 500, 0]);
  });
});
