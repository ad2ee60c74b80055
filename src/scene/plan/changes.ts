import type { LinePlan, Pad } from "./types";

/** What stands there newly: added machines, robots on their rails, things with floor of their own. */
export function newPads(plan: LinePlan): Pad[] {
  return [
    ...plan.units.flatMap((unit): Pad[] => (unit.added ? [grown(unit, 0.5)] : [])),
    ...plan.stations.flatMap((spot, s): Pad[] =>
      spot.changed && spot.robotPool >= 0 ? (plan.rails[s] ?? []).map((rail) => grown(rail, 0.7)) : [],
    ),
    ...plan.things.flatMap((thing): Pad[] => (thing.onFloor ? [grown(thing, 0.3)] : [])),
    ...plan.arms.map(({ x, z }): Pad => ({ x, z, width: 1.4, depth: 1.4 })),
  ];
}

/** Stations that stand where they stood and work in another way. */
export function touchedPads(plan: LinePlan): Pad[] {
  return plan.stations.flatMap((spot, s): Pad[] => {
    const isNew = plan.units.slice(spot.firstUnit, spot.firstUnit + spot.units).every((unit) => unit.added);
    if (!spot.changed || isNew) return [];
    const rails = plan.rails[s] ?? [];
    const left = Math.min(spot.x - spot.width / 2, ...rails.map((rail) => rail.x - 1.2)) - 0.3;
    const right = Math.max(spot.x + spot.width / 2, ...rails.map((rail) => rail.x + 1.2)) + 0.3;
    return [{ x: (left + right) / 2, z: spot.z, width: right - left, depth: spot.depth + 1.1 }];
  });
}

function grown(pad: Pad, by: number): Pad {
  return { x: pad.x, z: pad.z, width: pad.width + by, depth: pad.depth + by };
}
