import type { Scenario } from "../../model";
import { nameOf } from "../../text";

/** Problems speak of ids; people know names. */
export function withNames<P extends { params: Record<string, string | number> }>(
  language: "zh" | "en",
  scenario: Scenario,
  problem: P,
): P {
  const params = { ...problem.params };
  for (const key of ["a", "b"]) {
    const retrofit = scenario.retrofits.find((each) => each.id === params[key]);
    if (retrofit !== undefined) params[key] = `${retrofit.id} ${nameOf(language, retrofit.name, retrofit.id)}`;
  }
  return { ...problem, params };
}
