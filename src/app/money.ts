import { asksOf, planMoney, planWay, wayOf, type PlanMoneyInput } from "../experiment";
import type { MoneyResult } from "../finance";
import type { Plan, Scenario } from "../model";
import { noPlan, planOf, sellable, type MoneyRequest, type WayQuestion } from "../store";
import { lpr } from "./library";

/** What is asked of the money room about what the store has evaluated; null while there is nothing to price. */
export function moneyQuestion({ project, choice, chosen, baseline, plan, way }: MoneyRequest): PlanMoneyInput | null {
  const { scenario, demand } = project;
  if (baseline.results.length === 0) return null;
  return {
    scenario,
    plan: planOf(scenario, choice) ?? noPlan,
    chosen,
    baseline: { line: baseline.line, results: baseline.results },
    changed: { line: plan.line, results: plan.results },
    ...(way === null ? {} : { way }),
    sellablePerYear: sellable(demand, baseline),
    lpr,
  };
}

/** Money of the chosen plan from what the store has evaluated; null while there is nothing to price. */
export function moneyOf(request: MoneyRequest): MoneyResult | null {
  const question = moneyQuestion(request);
  return question === null ? null : planMoney(question);
}

/** What must be simulated to know how the line gets from today to the plan. */
export function wayQuestion(scenario: Scenario, plan: Plan): WayQuestion | null {
  const way = planWay(scenario, plan);
  if (way === null) return null;
  return { asks: asksOf(way), answered: (answers) => wayOf(way, answers) };
}
