import type { Line, Plan, Problem, Retrofit, Scenario } from "../model";
import { applyPlan, conflicts } from "../retrofit";

/** No retrofit, nothing bought: what the line itself would be like. */
export const noPlan: Plan = { id: "line", retrofits: [], financing: { kind: "ownFunds" } };

/** What the user has picked to compare with today: retrofits of the scenario. Empty = the baseline alone. */
export type Choice = readonly string[];

export const idOf = (entry: Plan["retrofits"][number]): string => (typeof entry === "string" ? entry : entry.id);

export function retrofitsOf(plan: Plan): string[] {
  return plan.retrofits.map(idOf);
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** The listed plan that consists of exactly these retrofits, if there is one. */
export function listedPlan(scenario: Scenario, choice: Choice): Plan | null {
  if (choice.length === 0) return null;
  return scenario.plans.find((plan) => same(retrofitsOf(plan), choice)) ?? null;
}

/** The plan that a choice stands for: the listed one (with its financing), else one made for it. Null = baseline. */
export function planOf(scenario: Scenario, choice: Choice): Plan | null {
  if (choice.length === 0) return null;
  const listed = listedPlan(scenario, choice);
  return (
    listed ?? { id: `own-${[...choice].sort().join("-")}`, retrofits: [...choice], financing: { kind: "ownFunds" } }
  );
}

/** The choice with a plan's retrofits added or, if all are in it, taken out. */
export function toggled(choice: Choice, retrofits: readonly string[]): string[] {
  const has = retrofits.every((id) => choice.includes(id));
  if (has) return choice.filter((id) => !retrofits.includes(id));
  return [...choice, ...retrofits.filter((id) => !choice.includes(id))];
}

/** Why a plan's retrofits cannot join the choice; empty when they can. */
export function objections(scenario: Scenario, choice: Choice, retrofits: readonly string[]): Problem[] {
  if (retrofits.every((id) => choice.includes(id))) return [];
  return conflicts(scenario, toggled(choice, retrofits));
}

/** What a plan touched, for the picture: stations and pools by id, machines added by station. */
export interface Changed {
  stations: string[];
  pools: string[];
  addedMachines: Record<string, number>;
}

export type PlannedLine =
  { ok: true; line: Line; chosen: Retrofit[]; changed: Changed } | { ok: false; problems: Problem[] };

/** The line after a choice, and what the choice touched. */
export function plannedLine(scenario: Scenario, choice: Choice): PlannedLine {
  const plan = planOf(scenario, choice);
  if (plan === null)
    return { ok: true, line: scenario.line, chosen: [], changed: { stations: [], pools: [], addedMachines: {} } };
  const applied = applyPlan(scenario, plan);
  if (!applied.ok) return applied;
  return { ok: true, line: applied.line, chosen: applied.chosen, changed: changedBy(scenario.line, applied.line) };
}

/** Why a listed plan cannot be applied; empty when it can, or none is named. */
export function planApplies(scenario: Scenario, planId?: string): Problem[] {
  const plan = scenario.plans.find(({ id }) => id === planId);
  if (plan === undefined) return [];
  const applied = applyPlan(scenario, plan);
  return applied.ok ? [] : applied.problems;
}

function changedBy(before: Line, after: Line): Changed {
  const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const stations = after.stations.filter((station) =>
    differs(
      station,
      before.stations.find((each) => each.id === station.id),
    ),
  );
  const pools = after.operators.filter((pool) =>
    differs(
      pool,
      before.operators.find((each) => each.id === pool.id),
    ),
  );
  const addedMachines: Record<string, number> = {};
  for (const station of stations) {
    const added = station.machines - (before.stations.find((each) => each.id === station.id)?.machines ?? 0);
    if (added > 0) addedMachines[station.id] = added;
  }
  return { stations: stations.map((each) => each.id), pools: pools.map((each) => each.id), addedMachines };
}
