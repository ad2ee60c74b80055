import { evaluateMoney, type MoneyResult } from "../finance";
import { estimate, type ReplicationResult, yearlyNumbers } from "../measure";
import type { Line, LprTable, Plan, Retrofit, Scenario } from "../model";

export interface PlanMoneyInput {
  scenario: Scenario;
  plan: Plan;
  chosen: readonly Retrofit[];
  baseline: { line: Line; results: readonly ReplicationResult[] };
  changed: { line: Line; results: readonly ReplicationResult[] };
  /** parts a year that can be sold; null = everything that is made */
  sellablePerYear: number | null;
  lpr: LprTable;
}

/** The money of a plan from paired replications of both lines: the figures of the runs, priced by the scenario's economics. */
export function planMoney({
  scenario,
  plan,
  chosen,
  baseline,
  changed,
  sellablePerYear,
  lpr,
}: PlanMoneyInput): MoneyResult {
  const demand = sellablePerYear === null ? null : { perYear: sellablePerYear };
  const pairs = Math.min(baseline.results.length, changed.results.length);
  const entryOf = (id: string) => plan.retrofits.find((entry) => typeof entry !== "string" && entry.id === id);
  return evaluateMoney({
    baseline: { ...baseline.line, demand },
    plan: { ...changed.line, demand },
    replications: Array.from({ length: pairs }, (_, i) => ({
      baseline: yearlyNumbers(baseline.line, baseline.results[i]!),
      plan: yearlyNumbers(changed.line, changed.results[i]!),
    })),
    economics: scenario.economics,
    chosen: chosen.map((retrofit) => {
      const entry = entryOf(retrofit.id);
      if (typeof entry !== "object") return { retrofit, startMonth: 0 };
      return {
        retrofit,
        startMonth: entry.startMonth,
        ...(entry.financing === undefined ? {} : { financing: entry.financing }),
      };
    }),
    financing: plan.financing,
    rules: scenario.policies,
    lpr,
    ...(plan.policies === undefined ? {} : { claimed: plan.policies }),
    estimate: (values) => estimate(values),
  });
}
