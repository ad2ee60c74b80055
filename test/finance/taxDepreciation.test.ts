import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, multiply, toNumber } from "../../src/finance/exact";
import { depreciation } from "../../src/finance/depreciation";
import {
  taxDepreciation,
  type TaxDepreciationInputs,
  type TaxDepreciationMethod,
} from "../../src/finance/taxDepreciation";

const machine: TaxDepreciationInputs = {
  cost: 120_000,
  residualRate: 0.05,
  years: 10,
  method: "straightLine",
  unitCost: 120_000,
  inUseMonth: 3,
  endMonth: Infinity,
  horizon: 180,
};
const total = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
const methods: TaxDepreciationMethod[] = [
  "straightLine",
  "oneOff",
  "sixtyPercentLife",
  "doubleDeclining",
  "sumOfDigits",
];

describe("tax depreciation by hand", () => {
  it("begins the month after it is put into use and ends with its life", () => {
    // 120 000 · 0.95 / 120 = 950, months 4 … 123
    const { byMonth, bookAtEnd } = taxDepreciation(machine);
    expect([byMonth[3], byMonth[4], byMonth[123], byMonth[124]]).toEqual([0, 950, 950, 0]);
    expect(bookAtEnd).toBeCloseTo(6000, 6);
  });

  it("counts the month in which it leaves, and leaves the rest on the books", () => {
    const { byMonth, bookAtEnd } = taxDepreciation({ ...machine, endMonth: 15 });
    expect([byMonth[15], byMonth[16]]).toEqual([950, 0]);
    expect(bookAtEnd).toBeCloseTo(120_000 - 12 * 950, 6);
    // never in use within the horizon: nothing is deducted
    expect(taxDepreciation({ ...machine, horizon: 3 }).bookAtEnd).toBe(120_000);
  });

  it("takes all at once up to 5 million yuan a unit, whatever the whole purchase costs", () => {
    const many = taxDepreciation({ ...machine, method: "oneOff", cost: 12e6, unitCost: 5e6 });
    expect(many.byMonth[4]).toBe(12e6);
    expect(many.bookAtEnd).toBe(0);
    expect(many.isOneOffRefused).toBe(false);
    const refused = taxDepreciation({ ...machine, method: "oneOff", cost: 6e6, unitCost: 5_000_000.01 });
    expect(refused.isOneOffRefused).toBe(true);
    expect(refused.byMonth[4]).toBeCloseTo((6e6 * 0.95) / 120, 6);
  });

  it("shortens the life to 60 %, never by a part of a month more", () => {
    // 10 years → 72 months; 3 years → 21.6 → 22; 5 years → 36 and not 37
    const lasting = (years: number): number =>
      taxDepreciation({ ...machine, method: "sixtyPercentLife", years }).byMonth.filter((v) => v > 0).length;
    expect([10, 3, 5].map(lasting)).toEqual([72, 22, 36]);
  });

  it("follows the declining methods by years of the asset, not of the calendar", () => {
    // 100 000 over 5 years, 5 % left: 40 000, 24 000, 14 400, then (21 600 − 5000) / 2 = 8300 twice
    const declining = taxDepreciation({ ...machine, cost: 100_000, years: 5, method: "doubleDeclining" }).byMonth;
    const yearly = (list: Float64Array): number[] =>
      [0, 1, 2, 3, 4].map((k) => total(list.slice(4 + 12 * k, 16 + 12 * k)));
    [40_000, 24_000, 14_400, 8300, 8300].forEach((yuan, k) => expect(yearly(declining)[k]).toBeCloseTo(yuan, 6));
    expect(declining[4]).toBeCloseTo(40_000 / 12, 6);
    // 95 000 · 5/15, 4/15, 3/15, 2/15, 1/15
    const digits = taxDepreciation({ ...machine, cost: 100_000, years: 5, method: "sumOfDigits" }).byMonth;
    [5, 4, 3, 2, 1].forEach((k, i) => expect(yearly(digits)[i]).toBeCloseTo((95_000 * k) / 15, 6));
  });
});

describe("laws of tax depreciation", () => {
  const cost = fc.integer({ min: 1, max: 1e8 });
  it("deductions and what is left on the books add up to the cost", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods),
        cost,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 2, max: 40 }),
        fc.nat(60),
        fc.nat(200),
        fc.nat(200),
        (method, yuan, percent, halves, inUseMonth, endMonth, horizon) => {
          const { byMonth, bookAtEnd } = taxDepreciation({
            cost: yuan,
            residualRate: percent / 100,
            years: halves / 2,
            method,
            unitCost: yuan,
            inUseMonth,
            endMonth,
            horizon,
          });
          expect(total(byMonth) + bookAtEnd).toBeCloseTo(yuan, 4);
          expect(Math.min(...byMonth)).toBeGreaterThanOrEqual(0);
          byMonth.forEach((v, m) => expect(v === 0 || (m > inUseMonth && m <= endMonth)).toBe(true));
        },
      ),
    );
  });

  it("over a whole life the deductions are cost less residual value, as the yearly plan has them", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...methods.filter((m) => m !== "oneOff")),
        cost,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 12 }),
        (method, yuan, percent, years) => {
          const { byMonth, bookAtEnd } = taxDepreciation({
            ...machine,
            cost: yuan,
            residualRate: percent / 100,
            years,
            method,
          });
          expect(bookAtEnd).toBeCloseTo((yuan * percent) / 100, 3);
          if (method === "sixtyPercentLife") return;
          const residual = multiply(exact(yuan), exact(percent / 100));
          depreciation(method, exact(yuan), residual, years).forEach((d, k) =>
            expect(total(byMonth.slice(4 + 12 * k, 16 + 12 * k))).toBeCloseTo(toNumber(d), 3),
          );
        },
      ),
    );
  });
});
