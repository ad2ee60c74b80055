import { npvOfMonths, paybackOfMonths, projectFlows, type YearlyNumbers } from "../../finance";
import { estimate, yearlyNumbers, type ReplicationResult } from "../../measure";
import type { Case } from "./case";
import type { UncertainQuestion } from "./types";

/** What a replication says about both lines in a year. */
export interface Pair {
  baseline: YearlyNumbers;
  plan: YearlyNumbers;
}

/** What a plan is judged by. */
export interface Outcome {
  /** yuan, of the project without subsidy */
  npv: number;
  /** years, simple; null = not within the horizon */
  payback: number | null;
  /** good parts a year more than today */
  output: number;
}

export const pairOf = (of: Case, baseline: ReplicationResult, plan: ReplicationResult): Pair => ({
  baseline: yearlyNumbers(of.baseline, baseline),
  plan: yearlyNumbers(of.plan, plan),
});

/** Net flows by month of every pair under one case, yuan. */
export function flowsOf(question: UncertainQuestion, of: Case, pairs: readonly Pair[]): number[][] {
  const demand = of.sellablePerYear === null ? null : { perYear: of.sellablePerYear };
  const rows = projectFlows({
    baseline: { ...of.baseline, demand },
    plan: { ...of.plan, demand },
    replications: pairs,
    economics: of.economics,
    chosen: of.chosen,
    financing: { kind: "ownFunds" },
    rules: [],
    lpr: question.lpr,
    seed: question.scenario.run.seed,
    estimate: (values) => estimate(values),
  });
  const { wayFlows } = question;
  return wayFlows === undefined ? rows : rows.map((row) => row.map((yuan, m) => yuan + (wayFlows[m] ?? 0)));
}

export function outcomesOf(question: UncertainQuestion, of: Case, pairs: readonly Pair[]): Outcome[] {
  return flowsOf(question, of, pairs).map((flows, i) => ({
    npv: npvOfMonths(flows, of.economics.discountRate),
    payback: paybackOfMonths(flows).years,
    output: (pairs[i]?.plan.goodPerYear ?? 0) - (pairs[i]?.baseline.goodPerYear ?? 0),
  }));
}
