import { describe, expect, it } from "vitest";
import { evaluatePolicies } from "../../src/policy";
import { equipment, keys, lpr, own, rule, verdictOf } from "./world";

// Where the firm is, when it invests, and what it buys at all.

const at = (op: "<=" | "=", value: number) => ({ op, value });

describe("regions", () => {
  const city = rule({ id: "C", rate: at("=", 0.05), cap: at("<=", 1e6) });
  it("a district may pay a multiple of the city's award", () => {
    // city 5 % of 400 万 = 20 万; the district doubles it: 20 more
    const doubled = rule({ kind: "addOn", rate: at("=", 1), addOnTo: ["C"], level: "district", district: "昆山" });
    const inDistrict = evaluatePolicies([doubled, city], equipment(4e6, { district: "昆山" }), lpr);
    expect(inDistrict.base.amount.likely).toBeCloseTo(400_000, 6);
    expect(inDistrict.base.chosen.sort()).toEqual(["C", "T"]);
    const elsewhere = evaluatePolicies([doubled, city], equipment(4e6, { district: "太仓" }), lpr);
    expect(elsewhere.base.amount.likely).toBeCloseTo(200_000, 6);
    const unknown = evaluatePolicies([doubled, city], equipment(4e6), lpr);
    expect(unknown.rules[0]).toMatchObject({ verdict: "needsInput", amount: { likely: 0, high: 200_000 } });
  });
  it("an add-on needs the rule it stands on", () => {
    const doubled = rule({ kind: "addOn", rate: at("=", 1), addOnTo: ["C"] });
    expect(keys(verdictOf([doubled], equipment(4e6)).reasons)).toEqual(["policy.reason.noBaseRule"]);
    expect(verdictOf([doubled, city], equipment(4e6, { claimed: ["T"] })).amount.high).toBe(0);
  });
  it("an add-on keeps to its own cap, and goes where its rule goes", () => {
    const doubled = rule({ kind: "addOn", rate: at("=", 1), addOnTo: ["C"], cap: at("<=", 150_000) });
    expect(evaluatePolicies([doubled, city], equipment(4e6), lpr).base.amount.likely).toBeCloseTo(350_000, 6);
    // the province pays 20 % = 80 万 on the same invoice: better than 20 + 15, and without the city's rule no add-on
    const province = rule({ id: "P", rate: at("=", 0.2), level: "province" });
    // (even where the add-on itself is for other cost lines than the province's money)
    for (const added of [doubled, { ...doubled, base: ["software" as const] }]) {
      const rules = [added, city, { ...province, base: ["equipment" as const] }];
      const { base } = evaluatePolicies(rules, equipment(4e6), lpr);
      expect([base.chosen, base.amount.likely]).toEqual([["P"], expect.closeTo(800_000, 6)]);
    }
  });
  it("a rule of another city does not pay, one of the nation does", () => {
    const there = rule({ rate: at("=", 0.05), city: "suzhou" });
    expect(verdictOf([there], equipment(1e6, { city: "changzhou" })).verdict).toBe("doesNotApply");
    const nation = rule({ rate: at("=", 0.05), city: "suzhou", level: "nation" });
    expect(verdictOf([nation], equipment(1e6, { city: "changzhou" })).verdict).toBe("applies");
  });
});

describe("validity", () => {
  const rules = [rule({ rate: at("=", 0.05), validFrom: "2021-03-16", validTo: "2026-12-31" })];
  it.each([
    [{ year: 2021, month: 2 }, "policy.reason.notYetValid"],
    [{ year: 2021, month: 3 }, "policy.reason.fixedRate"],
    [{ year: 2026, month: 12 }, "policy.reason.fixedRate"],
    [{ year: 2027, month: 1 }, "policy.reason.expired"],
  ])("drawn %o", (drawDown, key) => {
    expect(keys(verdictOf(rules, equipment(1e6, { drawDown })).reasons)).toEqual([key]);
  });
  it("is tested by years where only a year is known", () => {
    expect(verdictOf(rules, equipment(1e6, { year: 2021 })).verdict).toBe("applies");
    expect(verdictOf(rules, equipment(1e6, { year: 2020 })).verdict).toBe("doesNotApply");
  });
});

describe("leasing", () => {
  const rules = [rule({ rate: at("=", 0.06), base: ["equipment", "software"] })];
  const costs = { equipment: 1e6, software: 2e5, integration: 0, training: 0 };
  it("keeps leased assets out of the base: 6 % of 40 + 20 of 120 万 = 3.6 万", () => {
    const part = verdictOf(rules, { ...own, costs, leased: { equipment: 600_000 } });
    expect(part.amount.likely).toBeCloseTo(36_000, 6);
    expect(keys(part.assumptions)).toContain("policy.assumption.leasedOut");
    expect(verdictOf(rules, { ...own, costs, leased: { equipment: true } }).amount.likely).toBeCloseTo(12_000, 6);
    const counted = verdictOf(rules, { ...own, costs, leased: { equipment: true }, countLeased: true });
    expect(counted.amount.likely).toBeCloseTo(72_000, 6);
    expect(counted.assumptions.find((a) => a.key === "policy.assumption.leasedCounted")?.author).toBe("user");
  });
  it("takes what a lease covers for leased where nobody says: 6 % of the 20 万 of software", () => {
    const lease = {
      kind: "lease" as const,
      form: "operating" as const,
      covers: ["equipment" as const],
      months: 36,
      annualRate: 0.09,
      inAdvance: false,
      depositShare: 0,
      buyOutShare: 0,
    };
    expect(verdictOf(rules, { ...own, costs, financing: lease }).amount.likely).toBeCloseTo(12_000, 6);
  });
  it("pays nothing where all is leased", () => {
    const all = { ...own, costs, leased: { equipment: true, software: true } };
    expect(verdictOf(rules, all).verdict).toBe("doesNotApply");
  });
});
