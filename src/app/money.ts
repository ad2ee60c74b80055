import { asksOf, planMoney, planWay, wayOf } from "../experiment";
import type { MoneyResult } from "../finance";
import type { Plan, Scenario } from "../model";
import { planOf, sellable, type MoneyRequest, type WayQuestion } from "../store";
import { lpr } from "./library";

/** Money of the chosen plan from what the store has evaluated; null while there is nothing to price. */
export function moneyOf({ project, choice, chosen, baseline, plan, way }: MoneyRequest): MoneyResult | null {
  const { scenario, demand } = project;
  const chosenPlan = planOf(scenario, choice);
  if (chosenPlan === null || baseline.results.length === 0) return null;
  return planMoney({
    scenario,
    plan: chosenPlan,
    chosen,
    baseline,
    changed: plan,
    ...(way === null ? {} : { way }),
    sellablePerYear: sellable(demand, baseline),
    lpr,
  });
}

/** What must be simulated to know how the line gets from today to the plan. */
export function wayQuestion(scenario: Scenario, plan: Plan): WayQuestion | null {
  const way = planWay(scenario, plan);
  if (way === null) return null;
  return { asks: asksOf(way), answered: (answers) => wayOf(way, answers) };
}
