import { aisle, palletSize, rowGap } from "./measures";
import type { Rack, StationSpot } from "./types";

/** Rows to and fro, as many as bring the hall nearest to the shape of a screen. */
export function layRows(
  stations: StationSpot[],
  entries: Rack[][],
  exitAisle: (s: number) => number,
  hasPallet: boolean[],
): void {
  const widths = stations.map((spot, s) => {
    const rack = Math.max(0, ...(entries[s] ?? []).map((entry) => entry.width));
    return rack + (rack > 0 ? aisle : 0) + spot.width + exitAisle(s) + (hasPallet[s] ? palletSize + 0.4 : 0);
  });
  const depths = stations.map((spot, s) =>
    Math.max(
      spot.depth,
      (entries[s] ?? []).reduce((sum, rack) => sum + rack.depth + 0.3, -0.3),
    ),
  );
  let best: { cost: number; rows: number[][] } | null = null;
  for (let count = 1; count <= Math.min(6, stations.length); count++) {
    const rows = split(widths, count);
    const width = Math.max(...rows.map((row) => row.reduce((sum, s) => sum + (widths[s] ?? 0), 0)));
    const depth = rows.reduce((sum, row) => sum + Math.max(...row.map((s) => depths[s] ?? 0)) + 3 + rowGap, 0);
    const cost = Math.abs(Math.log(width / depth / 1.35));
    if (!best || cost < best.cost) best = { cost, rows };
  }
  const rows = best?.rows ?? [];
  const widest = Math.max(0, ...rows.map((row) => row.reduce((sum, s) => sum + (widths[s] ?? 0), 0)));
  let front = 0;
  rows.forEach((row, r) => {
    const flow = r % 2 === 0 ? 1 : -1;
    const depth = Math.max(...row.map((s) => depths[s] ?? 0));
    let x = flow === 1 ? 0 : widest;
    for (const s of row) {
      const spot = stations[s] as StationSpot;
      const rack = Math.max(0, ...(entries[s] ?? []).map((entry) => entry.width));
      spot.flow = flow;
      spot.x = x + flow * (rack + (rack > 0 ? aisle : 0) + spot.width / 2);
      spot.z = front + depth / 2;
      x += flow * (widths[s] ?? 0);
    }
    front += depth + 3 + rowGap;
  });
}

/** Splits stations, in order, into `count` rows of about equal width. */
function split(widths: number[], count: number): number[][] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const rows: number[][] = Array.from({ length: count }, () => []);
  let sum = 0;
  widths.forEach((width, s) => {
    const row = Math.min(count - 1, Math.floor(((sum + width / 2) / total) * count));
    rows[row]?.push(s);
    sum += width;
  });
  return rows.filter((row) => row.length > 0);
}
