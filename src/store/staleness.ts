import type { Scenario } from "../model";
import { retrofitsOf } from "./plans";
import type { AppState, Demand } from "./state";

/** What the file says can be sold, as the answer a project starts with. */
export function demandOf(scenario: Scenario): Demand {
  return scenario.line.demand === null ? { kind: "all" } : { kind: "upTo", perYear: scenario.line.demand.perYear };
}

/** True when what is on screen no longer belongs to the scenario and plan as they are now. */
export function isStale(state: Pick<AppState, "shown" | "wanted">): boolean {
  const { shown, wanted } = state;
  if (shown === null) return false;
  return shown.baseline.key !== wanted.baseline || (shown.plan !== null && shown.plan.key !== wanted.plan);
}

/** The listed plans of a scenario with the retrofits each consists of. */
export function shelf(scenario: Scenario): { id: string; retrofits: string[] }[] {
  return scenario.plans
    .filter((plan) => plan.retrofits.length > 0)
    .map((plan) => ({ id: plan.id, retrofits: retrofitsOf(plan) }));
}
