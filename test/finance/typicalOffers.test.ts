import { describe, expect, it } from "vitest";
import { leaseAnnualRate } from "../../src/finance/leaseRows";
import { typicalOffers } from "../../src/finance/typicalOffers";
import { payPerUseRows } from "../../src/finance/usageRows";
import { Plan, type Financing } from "../../src/model";

const offers = typicalOffers({ price: 1_000_000, lprOneYear: 0.03, usage: { unit: "part", perMonth: 8000 } });
const of = <K extends Financing["kind"]>(kind: K, list = offers): Extract<Financing, { kind: K }> => {
  const found = list.map((o) => o.financing).find((f): f is Extract<Financing, { kind: K }> => f.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

describe("typical offers", () => {
  it("are one of each kind, as a scenario may hold them, every term with its reason", () => {
    expect(offers.map((o) => o.financing.kind)).toEqual(["ownFunds", "loan", "lease", "gainShare", "payPerUse"]);
    for (const { financing, reasons } of offers) {
      expect(Plan.parse({ id: "a", financing }).financing).toEqual(financing);
      expect(reasons.length).toBeGreaterThan(0);
      for (const r of reasons) {
        expect(r.grade).toBe("A");
        expect(r.field === "kind" || r.field in financing).toBe(true);
      }
    }
  });

  it("have the terms they promise", () => {
    expect([of("loan").annualRate, of("loan").months]).toEqual([0.039, 36]);
    // 9 % / 12 a month
    expect(leaseAnnualRate(of("lease"), 1e6)).toBeCloseTo(1.0075 ** 12 - 1, 10);
    expect([of("gainShare").share, of("gainShare").cap]).toEqual([0.5, 1_500_000]);
  });

  it("pay per use returns the provider his price in 48 months with 1 % a month at the expected usage", () => {
    const worth = (terms: ReturnType<typeof of<"payPerUse">>, parts: number): number => {
      const row = new Array<number>(61).fill(parts);
      const { fee } = payPerUseRows(terms, { partsByMonth: row, plannedHoursByMonth: row }, 0, 60);
      return fee.reduce((sum, yuan, m) => sum + yuan / 1.01 ** m, 0);
    };
    expect(worth(of("payPerUse"), 8000)).toBeCloseTo(1_000_000, 3);
    const idle = typicalOffers({ price: 1_000_000, lprOneYear: 0.03, usage: { unit: "part", perMonth: 0 } });
    expect(of("payPerUse", idle).unit).toBe("month");
    expect(worth(of("payPerUse", idle), 0)).toBeCloseTo(1_000_000, 3);
  });
});
