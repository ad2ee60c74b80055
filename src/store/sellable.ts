import { plannedHoursPerYear } from "../model";
import type { Demand, Evaluated } from "./state";

/** What can be sold, parts a year: "no more than today" is what today's line sells on average. Null = no limit. */
export function sellable(demand: Demand, baseline: Evaluated): number | null {
  if (demand.kind === "all") return null;
  if (demand.kind === "upTo") return demand.perYear;
  return baseline.figures.line.throughputPerHour.mean * plannedHoursPerYear(baseline.line.calendar);
}
