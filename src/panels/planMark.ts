import type { Scenario } from "../model";
import { retrofitsOf } from "../store";

/** longer names than these are words of a file, not marks to be read at a glance */
const longestMark = 3;

type Marked = Pick<Scenario, "plans"> & { retrofits?: Scenario["retrofits"] };

/**
 * The short mark of a plan or retrofit on badges and titles: its id where ids are letters ("D", "DE"), else the letter of
 * its place in the list, because "方案 clamps" is neither Chinese nor short. Steps in no plan that need no asset (the
 * planner proposes such) are N1, N2 … in their order; others keep their own name.
 */
export function planMark(scenario: Marked, id: string): string {
  if (id.length <= longestMark) return letterOf(scenario, id) ?? id;
  // one plan of this step alone: its mark says the same in fewer letters
  const alone = scenario.plans.find((plan) => plan.retrofits.length === 1 && retrofitsOf(plan)[0] === id);
  if (alone !== undefined && alone.id.length <= longestMark && letterOf(scenario, alone.id) === null) return alone.id;
  const planned = new Set(scenario.plans.flatMap(retrofitsOf));
  const proposed = (scenario.retrofits ?? []).filter(
    (retrofit) => retrofit.kind === "organisation" && retrofit.id.length > longestMark && !planned.has(retrofit.id),
  );
  const at = proposed.findIndex((retrofit) => retrofit.id === id);
  return at < 0 ? (letterOf(scenario, id) ?? id) : `N${at + 1}`;
}

function letterOf({ plans: all }: Marked, id: string): string | null {
  const plans = all.filter((plan) => plan.retrofits.length > 0);
  if (plans.length > 26 || plans.every((plan) => plan.id.length <= longestMark)) return null;
  const at = plans.findIndex((plan) => plan.id === id || (plan.retrofits.length === 1 && retrofitsOf(plan)[0] === id));
  return at < 0 ? null : String.fromCharCode(65 + at);
}

/** The marks of several retrofits: "A + C". */
export function planMarks(scenario: Marked, ids: readonly string[], between = " + "): string {
  return ids.map((id) => planMark(scenario, id)).join(between);
}
