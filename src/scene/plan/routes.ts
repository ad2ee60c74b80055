import type { LinePlan, Pad } from "./types";

/** The painted way of one flow: strips along the floor and an arrow head at its end, pointing `yaw` radians from +x to −z. */
export interface Route {
  strips: Pad[];
  head: { x: number; z: number; yaw: number };
}

const line = 0.12;

/** From each station to the rack of the next: straight on, or round one corner where the rows turn. */
export function routesOf(plan: LinePlan, flows: readonly { from: number; to: number }[]): Route[] {
  return flows.flatMap((flow, f): Route[] => {
    const from = plan.stations[flow.from];
    const to = plan.stations[flow.to];
    const rack = plan.racks[f];
    if (!from || !to || !rack) return [];
    const goal: Pad = rack.slots > 0 ? rack : to;
    const startX = from.x + from.flow * (from.width / 2 + 0.15);
    const startZ = from.room.z;
    // a belt from the one to the other is the way itself
    if (rack.isBelt && Math.abs(goal.z - startZ) < goal.depth) return [];
    const ahead = (goal.x - startX) * from.flow;
    if (Math.abs(goal.z - startZ) < goal.depth / 2 && ahead > goal.width / 2) {
      const endX = goal.x - from.flow * (goal.width / 2 + 0.15);
      if ((endX - startX) * from.flow < 0.5) return [];
      return [
        {
          strips: [strip(startX, startZ, endX - from.flow * 0.2, startZ)],
          head: { x: endX, z: startZ, yaw: from.flow === 1 ? 0 : Math.PI },
        },
      ];
    }
    const down = goal.z > startZ ? 1 : -1;
    const endZ = goal.z - down * (goal.depth / 2 + 0.2);
    return [
      {
        strips: [strip(startX, startZ, goal.x, startZ), strip(goal.x, startZ, goal.x, endZ - down * 0.2)],
        head: { x: goal.x, z: endZ, yaw: down === 1 ? -Math.PI / 2 : Math.PI / 2 },
      },
    ];
  });
}

function strip(x1: number, z1: number, x2: number, z2: number): Pad {
  return { x: (x1 + x2) / 2, z: (z1 + z2) / 2, width: Math.abs(x2 - x1) + line, depth: Math.abs(z2 - z1) + line };
}
