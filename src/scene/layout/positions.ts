import type { Line } from "../../model";
import { planLine, type PlanOptions } from "../plan/planLine";
import type { LinePlan } from "../plan/types";

/** Station → middle of its machines in metres, as the scenario file keeps it. */
export type Positions = Record<string, { x: number; y: number }>;

const centimetres = (metres: number): number => Math.round(metres * 100) / 100 + 0;

/** Where the stations stand now, whether the file says so or the rows have been laid by themselves. */
export function positionsOf(plan: LinePlan): Positions {
  return Object.fromEntries(
    plan.stations.map(({ id, room }) => [id, { x: centimetres(room.x), y: centimetres(room.z) }]),
  );
}

/** The plan of the line with its stations at these positions. */
export function planAt(line: Line, options: PlanOptions, positions: Positions): LinePlan {
  const stations = line.stations.map((station) => ({ ...station, position: positions[station.id] }));
  return planLine({ ...line, stations } as Line, options);
}
