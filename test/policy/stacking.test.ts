import { describe, expect, it } from "vitest";
import { areExclusive, defaultAuthor, evaluatePolicies } from "../../src/policy";
import { changzhou, equipment, keys, level, loan, lpr, own, rule, suzhou, total, verdictOf } from "./world";

const share = (value: number) => ({ op: "=" as const, value });
const chosen = (...args: Parameters<typeof evaluatePolicies>) => [...evaluatePolicies(...args).base.chosen].sort();

describe("the same yuan", () => {
  const city = rule({ id: "city", rate: share(0.05) });
  const province = rule({ id: "province", level: "province", rate: share(0.03) });
  const nation = rule({ id: "nation", level: "nation", rate: share(0.02) });
  it("is supported once, whatever the level, though no rule names the other", () => {
    const result = evaluatePolicies([province, nation, city], equipment(1e6), lpr);
    expect(result.base.chosen).toEqual(["city"]);
    expect(result.base.amount.likely).toBeCloseTo(50_000, 6);
    expect(result.alternatives).toHaveLength(3);
    const told = result.rules.find((v) => v.ruleId === "city")?.assumptions ?? [];
    expect(told.filter((a) => a.key === "policy.assumption.sameInvoice").map((a) => a.params.other)).toEqual([
      "province",
      "nation",
    ]);
  });
  it("may be supported twice where a document says so, or the user", () => {
    const stated = { ...province, stacksWith: ["city"] };
    expect(chosen([city, stated], equipment(1e6), lpr)).toEqual(["city", "province"]);
    const byUser = evaluatePolicies([city, province], equipment(1e6, { stack: [["province", "city"]] }), lpr);
    expect(byUser.base.amount.likely).toBeCloseTo(80_000, 6);
    expect(byUser.assumptions.find((a) => a.key === "policy.assumption.stackedByUser")?.author).toBe("user");
  });
  it("is another yuan where the bases share no cost line", () => {
    const hard = rule({ id: "hard", rate: share(0.05), base: ["equipment"] });
    const soft = rule({ id: "soft", rate: share(0.1), base: ["software", "cloud"] });
    expect(areExclusive(hard, soft)).toBe(false);
    const costs = { equipment: 1e6, software: 1e5, integration: 0, training: 0, cloud: 1e5 };
    // 5 % of 100 万 + 10 % of 20 万 = 7 万
    expect(evaluatePolicies([hard, soft], { ...own, costs }, lpr).base.amount.likely).toBeCloseTo(70_000, 6);
  });
});

describe("own funds and loan", () => {
  // 3000 万, half borrowed: 1500 万 own funds at the user's 5 % = 75 万; 1500 万 · ½ · 3 % · 3 years = 67.5 万
  const project = equipment(3e7, { financing: loan(0.5), loanSchedule: level(1.5e7, 0.05, 36), userRate: 0.05 });
  it("are different yuan: each part has its rule", () => {
    const { base, rules } = evaluatePolicies(changzhou.rules, project, lpr);
    expect(base.chosen).toEqual(["CZ-SF200", "CZ-LPR50"]);
    expect(base.amount.likely).toBeCloseTo(750_000 + 675_000, 4);
    const sf = rules.find((v) => v.ruleId === "CZ-SF200");
    expect(keys(sf?.assumptions ?? [])).toEqual(
      expect.arrayContaining(["policy.assumption.ownFundsPart", "policy.assumption.partsByFunding"]),
    );
  });
  it("re-test the threshold on the part (strict) or on the whole (loose)", () => {
    const half = equipment(1.6e7, { financing: loan(0.5), loanSchedule: level(8e6, 0.05, 36), userRate: 0.05 });
    const strict = verdictOf(changzhou.rules, half, "CZ-SF200");
    expect([strict.verdict, strict.distanceToThreshold]).toEqual(["doesNotApply", 2e6]);
    // the loose reading tests 1600 万 but still pays on the 800 万 of own funds: 5 % = 40 万
    const loose = verdictOf(changzhou.rules, { ...half, looseThreshold: true }, "CZ-SF200");
    expect(loose.amount.likely).toBeCloseTo(400_000, 6);
    expect(loose.assumptions.find((a) => a.key === "policy.assumption.looseThreshold")?.author).toBe("user");
  });
});

describe("titles", () => {
  const award = (id: string, rank: number, cap: number, subject = "workshop") =>
    rule({
      id,
      kind: "award",
      event: { zh: "新认定", en: "newly recognised" },
      title: { id, subject, rank },
      probability: 0.5,
      cap: { op: "<=", value: cap },
    });
  const ladder = [award("city", 1, 2e5), award("province", 2, 5e5), award("plant", 1, 1e6, "factory")];
  it("count one level of one workshop, beside another subject, and never in the base case", () => {
    const result = evaluatePolicies(ladder, equipment(1e6), lpr);
    expect(result.base.amount.high).toBe(0);
    // the better of 20 and 50, and 100 of the factory
    expect(result.chance.amount).toEqual({ low: 0, likely: 750_000, high: 1_500_000 });
  });
  it("pay only for a newly gained level", () => {
    const held = equipment(1e6, { heldTitles: [{ subject: "workshop", rank: 1 }] });
    const result = evaluatePolicies(ladder, held, lpr);
    expect(result.rules.map((v) => v.verdict)).toEqual(["doesNotApply", "chance", "chance"]);
    expect(keys(result.rules[0]?.reasons ?? [])).toEqual(["policy.reason.titleHeld"]);
  });
  it("take the user's chance, and sign it", () => {
    const v = verdictOf(ladder, equipment(1e6, { probabilities: { province: 0.02 } }), "province");
    expect(v.amount.likely).toBe(10_000);
    expect(v.assumptions.find((a) => a.key === "policy.assumption.probabilitySet")?.author).toBe("user");
  });
});

describe("Suzhou", () => {
  const project = equipment(1e7, { financing: loan(1), loanSchedule: level(1e7, 0.05, 36), city: "suzhou" });
  it("names measures without amounts: 0, and it says why", () => {
    for (const v of evaluatePolicies(suzhou.rules, project, lpr).rules.filter((r) => r.ruleId.startsWith("SZ-17"))) {
      expect([v.verdict, v.amount]).toEqual(["needsInput", { low: 0, likely: 0, high: 0 }]);
      expect(keys(v.reasons)).toEqual(["policy.reason.amountNotStated"]);
    }
    expect(
      verdictOf(suzhou.rules, { ...project, amounts: { "SZ-17-EFFECT": 1e5 } }, "SZ-17-EFFECT").amount.likely,
    ).toBe(1e5);
  });
  it("counts nothing from second hand until a person has checked it", () => {
    const open = verdictOf(suzhou.rules, project, "SZ-120-INT");
    expect([open.isSecondHand, open.verdict, open.amount.likely, total(open.byMonth)]).toEqual([
      true,
      "needsInput",
      0,
      0,
    ]);
    // checked: 1 % of 1000 万 a year for three years = 30 万
    const checked = verdictOf(suzhou.rules, { ...project, confirmed: ["SZ-120-INT"] }, "SZ-120-INT");
    expect(checked.amount.likely).toBeCloseTo(300_000, 6);
    expect(keys(checked.assumptions)).toContain("policy.assumption.eachYear");
    expect(evaluatePolicies(suzhou.rules, project, lpr).base.amount.likely).toBe(0);
  });
  it("adds the district's one per cent on top, together never more than the interest", () => {
    const confirmed = ["SZ-120-INT", "SZ-120-DIST"];
    const both = evaluatePolicies(suzhou.rules, { ...project, confirmed }, lpr).base;
    expect(both.chosen).toEqual(confirmed);
    expect(both.amount.likely).toBeCloseTo(600_000, 4);
    // a bank rate of 1.5 %: 15 万 a year of interest, 45 in all; the city pays 30, the district what is left
    const cheap = { ...project, confirmed, loanSchedule: level(1e7, 0.015, 36) };
    const joint = evaluatePolicies(suzhou.rules, cheap, lpr);
    expect(joint.base.amount.likely).toBeCloseTo(450_000, 4);
    const district = joint.rules.find((v) => v.ruleId === "SZ-120-DIST");
    expect(district?.amount.likely).toBeCloseTo(150_000, 4);
    expect(total(district?.byYear ?? [])).toBeCloseTo(150_000, 4);
    expect(joint.base.amount.high).toBeLessThanOrEqual(450_000 + 1e-6);
  });
});

describe("filled gaps", () => {
  it("are listed once with author, date and the rules they touch", () => {
    const filledBy = { author: "李会计", date: "2026-10-01" };
    const project = equipment(2e7, { userRate: 0.05, filledBy });
    const { assumptions } = evaluatePolicies(changzhou.rules, project, lpr);
    const force = assumptions.filter((a) => a.key === "policy.assumption.inForce");
    expect(force).toHaveLength(1);
    expect(force[0]?.author).toBe(defaultAuthor);
    expect(force[0]?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(force[0]?.ruleIds).toEqual(expect.arrayContaining(["CZ-E6", "CZ-SF200"]));
    expect(assumptions.find((a) => a.key === "policy.assumption.userRate")).toMatchObject({
      ...filledBy,
      ruleIds: ["CZ-SF200"],
    });
  });
  it("keep the three cases of a cap without a rate in sight", () => {
    const cases = (userRate: number | null) =>
      verdictOf(changzhou.rules, equipment(2e7, { userRate }), "CZ-SF200").cases;
    expect(cases(null)).toEqual({ zero: 0, userRate: null, cap: 2e6 });
    // 5 % of 2000 万 = 100 万; 20 % would be 400 万 and is cut at 200
    expect(cases(0.05)).toEqual({ zero: 0, userRate: 1e6, cap: 2e6 });
    expect(cases(0.2)).toEqual({ zero: 0, userRate: 2e6, cap: 2e6 });
  });
});
