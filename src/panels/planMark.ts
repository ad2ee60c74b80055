import type { Scenario } from "../model";
import { retrofitsOf } from "../store";

/** longer names than these are words of a file, not marks to be read at a glance */
const longestMark = 3;

/**
 * The short mark of a plan or retrofit on badges and titles: its id where ids are letters ("D", "DE"), else the letter of
 * its place in the list, because "方案 clamps" is neither Chinese nor short. Ids in no plan keep their own name.
 */
export function planMark(scenario: Pick<Scenario, "plans">, id: string): string {
  const plans = scenario.plans.filter((plan) => plan.retrofits.length > 0);
  if (plans.length > 26 || plans.every((plan) => plan.id.length <= longestMark)) return id;
  const at = plans.findIndex((plan) => plan.id === id || (plan.retrofits.length === 1 && retrofitsOf(plan)[0] === id));
  return at < 0 ? id : String.fromCharCode(65 + at);
}

/** The marks of several retrofits: "A + C". */
export function planMarks(scenario: Pick<Scenario, "plans">, ids: readonly string[], between = " + "): string {
  return ids.map((id) => planMark(scenario, id)).join(between);
}
