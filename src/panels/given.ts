import type { LineKpi } from "../measure";
import type { Line } from "../model";

/** False where the file says nothing that a figure could rest on: a zero would then be a claim nobody made. */
export function isGiven(line: Line, kpi: LineKpi | "people"): boolean {
  if (kpi === "people" || kpi === "labourHoursPerGoodPart") {
    return line.operators.some((pool) => pool.kind === "person") || line.indirect.length > 0;
  }
  if (kpi === "energyKwhPerGoodPart") return line.stations.some((station) => station.power !== undefined);
  return true;
}
