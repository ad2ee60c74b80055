import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LprTable, PolicyFile, PolicyRule } from "../../src/model";
import { evaluatePolicies, type LoanMonth, type PolicyProject, type RuleVerdict } from "../../src/policy";

export const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../scenarios/policies", name), "utf8"));

export const changzhou = PolicyFile.parse(read("changzhou.json"));
export const suzhou = PolicyFile.parse(read("suzhou.json"));
export const lpr = LprTable.parse(read("lpr.json"));

export const own: PolicyProject = {
  costs: { equipment: 0, software: 0, integration: 0, training: 0 },
  financing: { kind: "ownFunds" },
  userRate: null,
};

/** So much equipment, yuan, and nothing else unless `more` says so. */
export const equipment = (yuan: number, more: Partial<PolicyProject> = {}): PolicyProject => ({
  ...own,
  ...more,
  costs: { ...own.costs, equipment: yuan },
});

export const loan = (share = 1, months = 36): PolicyProject["financing"] => ({
  kind: "loan",
  share,
  annualRate: 0.035,
  months,
  repayment: "bullet",
  interestOnlyMonths: 0,
  renewals: 0,
});

/** A bullet loan: the same balance every month, interest at `rate` a year. */
export const level = (balance: number, rate: number, months: number): LoanMonth[] =>
  Array.from({ length: months }, () => ({ balance, interest: (balance * rate) / 12 }));

/** A rule of our own making, in force, so that only the form under test speaks. */
export const rule = (more: object): PolicyRule =>
  PolicyRule.parse({
    id: "T",
    name: { zh: "试", en: "test" },
    city: "other",
    document: "test",
    section: "1",
    phrase: "test",
    kind: "capexShare",
    status: "inForce",
    ...more,
  });

export function verdictOf(rules: readonly PolicyRule[], project: PolicyProject, id = "T"): RuleVerdict {
  const found = evaluatePolicies(rules, project, lpr).rules.find((v) => v.ruleId === id);
  if (found === undefined) throw new Error(id);
  return found;
}

export const keys = (list: readonly { key: string }[]): string[] => list.map((r) => r.key);
export const total = (list: readonly number[] | null): number => (list ?? []).reduce((a, b) => a + b, 0);
