import type { LinePlan } from "./plan/types";
import { machineShapes } from "./shapes/machines";

type Point = readonly [number, number, number];

/** Station hit first by a ray (origin, direction), or −1: boxes round the machines, no meshes needed. */
export function pickStation(plan: LinePlan, origin: Point, direction: Point): number {
  let nearest = Infinity;
  let hit = -1;
  for (const machine of plan.machines) {
    const spot = plan.stations[machine.station];
    if (!spot) continue;
    const height = machineShapes[spot.shape].height;
    const low: Point = [machine.x - spot.machineWidth / 2, 0, machine.z - spot.machineDepth / 2];
    const high: Point = [machine.x + spot.machineWidth / 2, height, machine.z + spot.machineDepth / 2];
    let enter = -Infinity;
    let leave = Infinity;
    for (let axis = 0; axis < 3; axis++) {
      const o = origin[axis] ?? 0;
      const d = direction[axis] ?? 0;
      const a = low[axis] ?? 0;
      const b = high[axis] ?? 0;
      if (Math.abs(d) < 1e-9) {
        if (o < a || o > b) enter = Infinity;
        continue;
      }
      enter = Math.max(enter, Math.min((a - o) / d, (b - o) / d));
      leave = Math.min(leave, Math.max((a - o) / d, (b - o) / d));
    }
    if (enter <= leave && enter < nearest) {
      nearest = enter;
      hit = machine.station;
    }
  }
  return hit;
}
