import { describe, expect, it } from "vitest";
import { thresholdView, type PolicyProject } from "../../src/policy";
import { t } from "../../src/text";
import { changzhou, equipment, keys, level, loan, lpr, own, rule } from "./world";

const costs = (yuan: number) => ({ ...own.costs, equipment: yuan });
const view = (project: PolicyProject, id: string, parts: number[] = []) => {
  const found = thresholdView(changzhou.rules, project, lpr, parts.map(costs)).rules.find((r) => r.ruleId === id);
  if (found === undefined) throw new Error(id);
  return found;
};

describe("one more yuan", () => {
  it("at exactly 1000 万 may bring up to 200 万; a yuan earlier it brings nothing", () => {
    const on = view(equipment(1e7), "CZ-SF200");
    expect([on.distance, on.oneMoreYuan.high, on.oneMoreYuan.likely]).toEqual([0, 2e6, 0]);
    const before = view(equipment(9_999_999), "CZ-SF200");
    expect([before.distance, before.oneMoreYuan.high]).toEqual([1, 0]);
    expect([on.jump?.high, before.jump?.high]).toEqual([2e6, 2e6]);
  });
  it("past the line there is nothing to jump for", () => {
    const past = view(equipment(1.2e7), "CZ-SF200");
    expect([past.distance, past.jump, past.threshold?.testedYuan]).toEqual([-2e6, null, 1.2e7]);
  });
  it("with the user's 5 % the jump is likely 50 万: 5 % of 1000 万 and a fen", () => {
    expect(view(equipment(8e6, { userRate: 0.05 }), "CZ-SF200").jump?.likely).toBeCloseTo(500_000, 2);
  });
  it("reaches the own-funds threshold through the whole: half borrowed, 250 万 missing are 500 万 more", () => {
    const half = equipment(1.5e7, { financing: loan(0.5), loanSchedule: level(7.5e6, 0.05, 36) });
    const v = view(half, "CZ-SF200");
    expect([v.distance, v.jump?.high]).toEqual([2.5e6, 2e6]);
  });
  it("earns the rate below the cap and nothing above: 8333.3 万 is where 6 % meets 500 万", () => {
    const below = view(equipment(5e7), "CZ-E6");
    expect(below.oneMoreYuan.high).toBeCloseTo(0.06, 6);
    expect(below.oneMoreYuan.likely).toBeCloseTo(0.0274, 6);
    expect(below.capFrom).toBeCloseTo(83_333_333.33, 2);
    expect(view(equipment(9e7), "CZ-E6").oneMoreYuan.high).toBe(0);
    const far = view(equipment(2.5e8), "CZ-E6");
    expect([far.oneMoreYuan.likely, keys(far.sentences)]).toEqual([0, ["policy.view.noMore"]]);
  });
  it("on a loan earns half the LPR for its three years: ½ · 3 % · 3 = 4.5 %", () => {
    const v = view(equipment(1e7, { financing: loan(1), loanSchedule: level(1e7, 0.05, 36) }), "CZ-LPR50");
    expect(v.oneMoreYuan.likely).toBeCloseTo(0.045, 6);
    expect(v.threshold).toBeNull();
  });
  it("looks to the next tier", () => {
    const tiers = [1e8, 3e8].map((value) => ({
      op: ">" as const,
      value,
      cap: { op: "<=" as const, value: value / 100 },
    }));
    const [v] = thresholdView([rule({ tiers })], equipment(2e8), lpr).rules;
    expect(v).toMatchObject({ distance: 1e8, threshold: { thresholdYuan: 3e8 }, jump: { high: 2e6 } });
  });
});

describe("bundling and phasing", () => {
  it("two phases of 600 万 earn nothing, as one up to 200 万", () => {
    const v = view(equipment(1.2e7), "CZ-SF200", [6e6, 6e6]);
    expect(v.parts?.asOne.high).toBe(2e6);
    expect(v.parts?.asSeveral.high).toBe(0);
    expect(v.parts?.bundlingGain.high).toBe(2e6);
    expect(keys(v.sentences)).toContain("policy.view.bundling");
  });
  it("1100 万 in phases of 700 and 400 loses it", () => {
    expect(view(equipment(1.1e7), "CZ-SF200", [7e6, 4e6]).parts?.phasingGain.high).toBe(-2e6);
  });
  it("changes nothing under a plain share below its cap: 6 % of 600 + 600 万 = 72 万 either way", () => {
    const v = view(equipment(1.2e7), "CZ-E6", [6e6, 6e6]);
    expect(v.parts?.asOne.high).toBeCloseTo(720_000, 6);
    expect(v.parts?.bundlingGain.high).toBeCloseTo(0, 6);
    expect(keys(v.sentences)).toContain("policy.view.sameEitherWay");
  });
  it("two of 6000 万 each have a cap, one of 12 000 万 has one: 720 against 500 万", () => {
    const v = view(equipment(1.2e8), "CZ-E6", [6e7, 6e7]);
    expect(v.parts?.phasingGain.high).toBeCloseTo(2.2e6, 4);
    expect(keys(v.sentences)).toContain("policy.view.phasing");
  });
  it("splits the loan with the costs, and sums the base case", () => {
    const project = equipment(1e7, { financing: loan(1), loanSchedule: level(1e7, 0.05, 12) });
    const whole = thresholdView(changzhou.rules, project, lpr, [costs(7.5e6), costs(2.5e6)]);
    const lpr50 = whole.rules.find((r) => r.ruleId === "CZ-LPR50");
    // ½ · 3 % of 750 and of 250 万
    expect(lpr50?.parts?.each.map((a) => Math.round(a.likely))).toEqual([112_500, 37_500]);
    // a one-year loan earns 15 万 of interest support but 2.74 % of the whole is 27.4 万, as one or as two
    expect(whole.parts?.asOne.likely).toBeCloseTo(274_000, 4);
    expect(whole.parts?.bundlingGain.likely).toBeCloseTo(0, 4);
  });
});

describe("the words", () => {
  it("warn against buying to cross a line wherever one is not crossed, and never otherwise urge it", () => {
    for (const yuan of [5e6, 9_999_999, 1e7]) {
      const said = keys(view(equipment(yuan), "CZ-SF200").sentences);
      expect(said.at(-1)).toBe("policy.view.neverBuy");
    }
    expect(keys(view(equipment(1.2e7), "CZ-SF200").sentences)).toContain("policy.view.above");
    expect(t("zh", "policy.view.neverBuy")).toMatch(/不要为过线去买/);
    expect(t("en", "policy.view.neverBuy")).toMatch(/^Buy nothing useless/);
    for (const key of ["policy.view.below", "policy.view.exactly", "policy.view.jump"] as const)
      expect(t("zh", key, { missingYuan: 1, thresholdYuan: 1, jumpYuan: 1 } as never)).not.toMatch(/建议|应当|值得买/);
  });
});
