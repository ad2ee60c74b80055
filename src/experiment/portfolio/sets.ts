import type { Plan, Problem, Retrofit, Scenario } from "../../model";
import { applyPlan, conflicts } from "../../retrofit";

/** A set of retrofits as one plan: ids in the scenario's order, so that a set has one name. */
export function planOfSet(scenario: Scenario, ids: readonly string[]): Plan {
  const retrofits = inOrder(scenario, ids);
  return {
    id: retrofits.length === 0 ? "baseline" : retrofits.join("+"),
    retrofits,
    financing: { kind: "ownFunds" },
  };
}

const inOrder = (scenario: Scenario, ids: readonly string[]): string[] =>
  scenario.retrofits.map((r) => r.id).filter((id) => ids.includes(id));

export const keyOf = (ids: readonly string[]): string => [...ids].sort().join("+");

/**
 * The set with one more retrofit and whatever that one needs: of each unmet any-of group the first that fits. Null where
 * nothing fits (excluded, or a need that nobody in the list can meet).
 */
export function extended(
  scenario: Scenario,
  ids: readonly string[],
  more: string,
  candidates: readonly Retrofit[],
): string[] | null {
  const set = [...ids, more];
  for (let depth = 0; depth < 8; depth++) {
    const problems = conflicts(scenario, set);
    if (problems.length === 0) return applies(scenario, set) ? inOrder(scenario, set) : null;
    if (problems.some((p) => p.code !== "requires")) return null;
    const needy = scenario.retrofits.filter((r) => set.includes(r.id));
    const group = needy.flatMap((r) => r.requires).find((any) => !any.some((id) => set.includes(id)));
    const helper = group?.find((id) => candidates.some((c) => c.id === id) && !set.includes(id));
    if (helper === undefined) return null;
    set.push(helper);
  }
  return null;
}

function applies(scenario: Scenario, ids: readonly string[]): boolean {
  return applyPlan(scenario, planOfSet(scenario, ids)).ok;
}

/** Why two of the candidates cannot be had together, for the explanation. */
export function whyNot(scenario: Scenario, ids: readonly string[]): Problem[] {
  const problems = conflicts(scenario, ids);
  if (problems.length > 0) return problems;
  const applied = applyPlan(scenario, planOfSet(scenario, ids));
  return applied.ok ? [] : applied.problems;
}
