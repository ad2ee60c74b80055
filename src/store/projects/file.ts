import type { Scenario } from "../../model";
import type { Project } from "../state";

/** The project as a scenario file: the answer to "can it be sold?" becomes the line's demand. */
export function scenarioFileOf({ scenario, demand }: Project): Scenario {
  const perYear = demand.kind === "upTo" ? { perYear: demand.perYear } : scenario.line.demand;
  const kept = demand.kind === "all" ? null : perYear;
  return { ...scenario, line: { ...scenario.line, demand: kept } };
}
