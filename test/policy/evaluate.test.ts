import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatePolicies, lprAt, type PolicyProject, type RuleVerdict } from "../../src/policy";
import { changzhou, equipment, keys as keysOf, level, loan, lpr, own, verdictOf } from "./world";

const { rules } = changzhou;
const evaluate = (project: PolicyProject) => evaluatePolicies(rules, project, lpr);
const verdict = (project: PolicyProject, id: string): RuleVerdict => verdictOf(rules, project, id);
const keys = (v: RuleVerdict): string[] => keysOf(v.reasons);

describe("a share of equipment and software", () => {
  it("pays 103 of 124 万 as the bundle H of the machining line: at most 6.2 万, likely 3.4 万", () => {
    const project = { ...own, costs: { equipment: 853_500, software: 92_000, integration: 294_500, training: 0 } };
    // splits: robot 28 · .70, fixtures 25 · .85, networking 26 · .80, VMC 45 · .92
    const eqSw = 280_000 * 0.7 + 250_000 * 0.85 + 260_000 * 0.8 + 450_000 * 0.92;
    project.costs = { equipment: eqSw - 92_000, software: 92_000, integration: 1_240_000 - eqSw, training: 0 };
    const e6 = verdict(project, "CZ-E6");
    expect(e6.verdict).toBe("applies");
    expect(e6.amount.low).toBe(0);
    expect(e6.amount.high).toBeCloseTo(61_830, 2);
    expect(e6.amount.likely).toBeCloseTo(0.0274 * 1_240_000, 6);
    expect(Math.round(e6.amount.likely / 1000)).toBe(34);
    const sf = verdict(project, "CZ-SF200");
    expect([sf.verdict, sf.distanceToThreshold]).toEqual(["doesNotApply", 8_760_000]);
    expect(evaluate(project).base).toMatchObject({ chosen: ["CZ-E6"], amount: { low: 0, likely: 33_976 } });
  });

  it("is capped at 5 million, from 83.33 million of base on", () => {
    expect(verdict(equipment(83_333_333), "CZ-E6").amount.high).toBeLessThan(5e6);
    const above = verdict(equipment(90_000_000), "CZ-E6");
    expect(above.amount.high).toBe(5e6);
    expect(keys(above)).toContain("policy.reason.capBinds");
  });

  it("never likely pays more than its bound, however little is equipment", () => {
    const e6 = verdict(
      { ...own, costs: { equipment: 10_000, software: 0, integration: 990_000, training: 0 } },
      "CZ-E6",
    );
    expect(e6.amount.likely).toBe(600);
    expect(
      verdict({ ...own, costs: { equipment: 0, software: 0, integration: 9, training: 1 } }, "CZ-E6").verdict,
    ).toBe("doesNotApply");
  });

  it("keeps a user's rate under the bound", () => {
    expect(verdict(equipment(1e6, { rates: { "CZ-E6": 0.05 } }), "CZ-E6").amount.likely).toBe(50_000);
    expect(verdict(equipment(1e6, { rates: { "CZ-E6": 0.5 } }), "CZ-E6").amount.likely).toBe(60_000);
  });
});

describe("a cap without a rate", () => {
  it("asks for more than 10 million: exactly 10 million fails", () => {
    const exactly = verdict(equipment(10_000_000), "CZ-SF200");
    expect([exactly.verdict, exactly.distanceToThreshold, keys(exactly)[0]]).toEqual([
      "doesNotApply",
      0,
      "policy.reason.thresholdExactlyMet",
    ]);
    expect(verdict(equipment(10_000_000.01), "CZ-SF200").verdict).toBe("needsInput");
  });

  it("counts nothing until the user sets a rate, then that rate up to the cap", () => {
    expect(verdict(equipment(12e6), "CZ-SF200").amount).toEqual({ low: 0, likely: 0, high: 2e6 });
    expect(verdict(equipment(12e6, { userRate: 0.05 }), "CZ-SF200").amount.likely).toBeCloseTo(600_000, 6);
    expect(verdict(equipment(12e6, { userRate: 0.5 }), "CZ-SF200").amount.likely).toBe(2e6);
  });

  it("tests the own-funds part, unless read loosely", () => {
    const half = equipment(15e6, { financing: loan(0.5), loanSchedule: level(7.5e6, 0.035, 36) });
    expect(verdict(half, "CZ-SF200").distanceToThreshold).toBe(2.5e6);
    expect(verdict({ ...half, looseThreshold: true }, "CZ-SF200").verdict).toBe("needsInput");
    expect(keys(verdict(equipment(15e6, { financing: loan(1) }), "CZ-SF200"))).toEqual(["policy.reason.noOwnFunds"]);
  });

  it("warns when only the wide reading of investment reaches it", () => {
    const wide = { ...own, costs: { equipment: 7e6, software: 5e5, integration: 4.5e6, training: 0 } };
    expect(keys(verdict(wide, "CZ-SF200"))).toContain("policy.reason.thresholdNarrowBase");
  });
});

describe("interest support", () => {
  it("pays 15.0 万 a year on 1000 万 at LPR 3.00 %, 18.25 万 in 2022", () => {
    const project = equipment(1e7, { financing: loan(1, 12), loanSchedule: level(1e7, 0.05, 12) });
    expect(verdict(project, "CZ-LPR50").amount.likely).toBeCloseTo(150_000, 6);
    expect(verdict({ ...project, year: 2022 }, "CZ-LPR50").amount.likely).toBeCloseTo(182_500, 6);
  });

  it("brings at most 45 万 for a three-year bullet of 1001 万 (and that only with the one-year LPR)", () => {
    const amount = verdict(
      equipment(1.001e7, { financing: loan(1), loanSchedule: level(1.001e7, 0.035, 36) }),
      "CZ-LPR50",
    ).amount;
    expect(amount.likely).toBeCloseTo(450_450, 4);
    expect(amount.low).toBe(0);
  });

  it("never exceeds the interest paid nor 200 万", () => {
    const cheap = verdict(equipment(1e7, { financing: loan(1, 12), loanSchedule: level(1e7, 0.01, 12) }), "CZ-LPR50");
    expect(cheap.amount.likely).toBeCloseTo(100_000, 6);
    expect(keys(cheap)).toContain("policy.reason.interestCapBinds");
    const vast = verdict(equipment(5e8, { financing: loan(1), loanSchedule: level(5e8, 0.05, 36) }), "CZ-LPR50");
    expect(vast.amount.likely).toBe(2e6);
    expect(vast.byYear?.reduce((a, b) => a + b, 0)).toBeCloseTo(2e6, 4);
  });

  it("needs a loan, and its schedule", () => {
    expect(keys(verdict(equipment(1e6), "CZ-LPR50"))).toEqual(["policy.reason.noLoan"]);
    expect(verdict(equipment(1e6, { financing: loan() }), "CZ-LPR50").verdict).toBe("needsInput");
  });

  it("was not there in 2021", () => {
    const project = equipment(1e6, { financing: loan(), loanSchedule: level(1e6, 0.05, 36), year: 2021 });
    expect(keys(verdict(project, "CZ-LPR50"))).toEqual(["policy.reason.notYetValid"]);
    expect(verdict(project, "CZ-E6").verdict).toBe("applies");
  });
});

describe("the loan prime rate", () => {
  it("is the one in force at the end of the year", () => {
    expect(lprAt(lpr, 2022)).toMatchObject({ oneYear: 0.0365, overFiveYears: 0.043 });
    expect(lprAt(lpr, 2020)).toMatchObject({ oneYear: 0.0385, from: null });
    expect(lprAt(lpr)).toMatchObject({ oneYear: 0.03, overFiveYears: 0.035, afterTable: false });
    expect(lprAt(lpr, 2030).afterTable).toBe(true);
  });
});

describe("awards and stacking", () => {
  it("keeps awards out of the base case and counts one text of the same title", () => {
    const result = evaluate(equipment(1e6));
    expect(result.base.chosen).toEqual(["CZ-E6"]);
    expect(result.chance.ruleIds).toContain("CZ-AW-N-2022");
    expect(result.chance.amount.high).toBe(2_500_000);
    expect(result.chance.amount.likely).toBeCloseTo(0.0066 * 500_000, 9);
    expect(keys(verdict(equipment(1e6), "CZ-AW-N-2022"))).toEqual(["policy.reason.awardNoProbability"]);
  });

  it("takes the better of two exclusive rules and names the other", () => {
    const project = equipment(5e6, { financing: loan(1), loanSchedule: level(5e6, 0.035, 36) });
    const { base } = evaluate(project);
    expect(base.chosen).toEqual(["CZ-LPR50"]);
    expect(base.amount.likely).toBeCloseTo(225_000, 4);
    expect(base.left).toEqual([{ ruleId: "CZ-E6", because: "CZ-LPR50" }]);
    const both = evaluate({ ...project, stack: [["CZ-E6", "CZ-LPR50"]] }).base;
    expect(both.amount.likely).toBeCloseTo(225_000 + 137_000, 4);
  });

  it("lets own funds and loan each have their rule, since they are different yuan", () => {
    const project = equipment(24e6, { financing: loan(0.5), loanSchedule: level(12e6, 0.035, 36), userRate: 0.05 });
    expect(evaluate(project).base.chosen).toEqual(["CZ-SF200", "CZ-LPR50"]);
  });

  it("pays nothing for rules not claimed or known to be over", () => {
    expect(evaluate(equipment(1e6, { claimed: [] })).base).toMatchObject({ chosen: [], amount: { likely: 0 } });
    const over = rules.map((r) => ({ ...r, status: "historical" as const }));
    expect(evaluatePolicies(over, equipment(1e6), lpr).base.amount.high).toBe(0);
  });

  it("holds low ≤ likely ≤ high everywhere, and never pays more than the investment", () => {
    const money = fc.integer({ min: 0, max: 4e7 });
    fc.assert(
      fc.property(
        money,
        money,
        money,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (eq, sw, rest, share, userRate) => {
          const costs = { equipment: eq, software: sw, integration: rest, training: 0 };
          const borrowed = (eq + sw + rest) * share;
          const result = evaluate({ costs, financing: loan(share), loanSchedule: level(borrowed, 0.04, 36), userRate });
          for (const { amount } of result.rules) {
            expect(amount.low).toBeLessThanOrEqual(amount.likely);
            expect(amount.likely).toBeLessThanOrEqual(amount.high);
          }
          expect(result.base.amount.likely).toBeLessThanOrEqual(eq + sw + rest);
        },
      ),
    );
  });
});
