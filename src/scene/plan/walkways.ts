import type { LinePlan, Pad } from "./types";

/** least room between two rows for a walkway of its own, and how wide it is painted, in metres */
const least = 2.4;
const width = 1.5;

/** Walkways along the hall: one in the room between each two rows of stations, and one in front of the last where the hall is deep enough. */
export function walkwaysOf(plan: LinePlan): Pad[] {
  const rooms = [...plan.stations.map(({ room }) => room), ...plan.racks.filter((rack) => rack.slots > 0)]
    .map(({ z, depth }) => ({ from: z - depth / 2, to: z + depth / 2 }))
    .sort((a, b) => a.from - b.from);
  const rows: { from: number; to: number }[] = [];
  for (const room of rooms) {
    const last = rows[rows.length - 1];
    if (last && room.from < last.to + 0.5) last.to = Math.max(last.to, room.to);
    else rows.push({ ...room });
  }
  const left = Math.min(...plan.stations.map((spot) => spot.room.x - spot.room.width / 2)) - 0.8;
  const right = Math.max(...plan.stations.map((spot) => spot.room.x + spot.room.width / 2)) + 0.8;
  return rows.flatMap((row, i): Pad[] => {
    const next = rows[i + 1];
    if (next && next.from - row.to < least) return [];
    const way = { x: (left + right) / 2, z: row.to + 0.42 + width / 2, width: right - left, depth: width };
    return way.z + width / 2 > plan.maxZ - 0.3 ? [] : [way];
  });
}
