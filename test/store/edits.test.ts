import { describe, expect, it } from "vitest";
import { checkScenario, type Financing, type Scenario } from "../../src/model";
import { listedPlan, paidBy, planOf, withEconomics, withPlan, type Project } from "../../src/store";

const checked = checkScenario(
  {
    schemaVersion: 1,
    line: { stations: [{ id: "m1", process: { time: 60 } }] },
    retrofits: ["A", "B", "C", "longer"].map((id) => ({ id, kind: "robot", name: { zh: id, en: id } })),
    plans: [
      { id: "baseline", retrofits: [] },
      { id: "first", retrofits: ["A"] },
      { id: "P1", retrofits: [{ id: "B", startMonth: 3, financing: { kind: "ownFunds" } }] },
    ],
  },
  { retrofits: [], policies: [] },
);
if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
const scenario: Scenario = checked.value;
const project: Project = { scenario, demand: { kind: "all" } };
const name = { zh: "自选", en: "Own" };
const loan: Financing = {
  kind: "loan",
  share: 0.5,
  annualRate: 0.04,
  months: 24,
  repayment: "equalInstalment",
  interestOnlyMonths: 0,
  renewals: 0,
};

describe("edits of money", () => {
  it("change the listed plan in place and leave the others as they are, to the object", () => {
    const after = withPlan(project, ["A"], name, (plan) => paidBy(plan, loan));
    expect(listedPlan(after.scenario, ["A"])?.financing).toEqual(loan);
    expect(after.scenario.plans).toHaveLength(3);
    expect(after.scenario.plans[2]).toBe(scenario.plans[2]);
    expect(after.scenario.line).toBe(scenario.line);
    expect(project.scenario.plans[1]?.financing.kind).toBe("ownFunds");
  });

  it("make a plan of an own choice, found again by it, under a short mark that nobody has", () => {
    const after = withPlan(project, ["C", "A"], name, (plan) => paidBy(plan, loan));
    expect(after.scenario.plans.at(-1)).toMatchObject({ id: "AC", name, retrofits: ["C", "A"], financing: loan });
    expect(planOf(after.scenario, ["A", "C"])?.financing).toEqual(loan);
    const taken = withPlan(project, ["longer"], name, (plan) => plan);
    expect(taken.scenario.plans.at(-1)?.id).toBe("P2");
  });

  it("do nothing without a choice, and nothing where nothing changed", () => {
    expect(withPlan(project, [], name, (plan) => paidBy(plan, loan))).toBe(project);
    expect(withEconomics(project, (economics) => economics)).toBe(project);
  });

  it("one way to pay holds for the whole plan: what a retrofit said of its own goes, its start stays", () => {
    const after = withPlan(project, ["B"], name, (plan) => paidBy(plan, loan));
    expect(after.scenario.plans[2]?.retrofits).toEqual([{ id: "B", startMonth: 3 }]);
  });
});
