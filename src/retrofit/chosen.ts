import { nearest, type Plan, type Problem, type Retrofit, type Scenario } from "../model";
import { conflictsAmong } from "./conflicts";

export type Chosen =
  { ok: true; chosen: Retrofit[]; actionRates: Record<string, number> } | { ok: false; problems: Problem[] };

function unknown(path: string, id: string, known: readonly string[]): Problem {
  return {
    path,
    code: "unknownReference",
    params: { kind: "retrofits", id, allowed: known.join(", "), nearest: nearest(id, known) },
  };
}

/**
 * The retrofits of a plan in the scenario's order (so the order inside a plan means nothing), with the action rate of
 * each: the caller's, else the plan's, else the retrofit's own. Problems: unknownReference, duplicateId.
 */
export function chosenOf(scenario: Scenario, plan: Plan, overrides: Readonly<Record<string, number>> = {}): Chosen {
  const ids = scenario.retrofits.map((retrofit) => retrofit.id);
  const problems: Problem[] = [];
  const actionRates = new Map<string, number | undefined>();
  for (const [index, entry] of plan.retrofits.entries()) {
    const id = typeof entry === "string" ? entry : entry.id;
    const path = `plans.${plan.id}.retrofits[${index}]`;
    if (!ids.includes(id)) problems.push(unknown(path, id, ids));
    if (actionRates.has(id)) problems.push({ path, code: "duplicateId", params: { id } });
    actionRates.set(id, typeof entry === "string" ? undefined : entry.actionRate);
  }
  if (problems.length > 0) return { ok: false, problems };
  const chosen = scenario.retrofits.filter((retrofit) => actionRates.has(retrofit.id));
  const rates = chosen.map((r): [string, number] => [r.id, overrides[r.id] ?? actionRates.get(r.id) ?? r.actionRate]);
  return { ok: true, chosen, actionRates: Object.fromEntries(rates) };
}

/** Why these ids of the scenario cannot form one plan; empty when they can (paths of effects are checked by applyPlan). */
export function conflicts(scenario: Scenario, ids: readonly string[]): Problem[] {
  const plan: Plan = { id: "check", retrofits: [...ids], financing: { kind: "ownFunds" } };
  const picked = chosenOf(scenario, plan);
  return picked.ok ? conflictsAmong(picked.chosen) : picked.problems;
}
