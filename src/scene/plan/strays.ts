import { overlap } from "./pads";
import type { StationSpot } from "./types";

/** clear floor round a station that finds its place by itself, in metres */
const clear = 2.6;

/**
 * Places for stations without one in a line whose others have theirs (a plan has brought them): behind the station they are
 * fed by, or before the one they feed, as near as there is room.
 */
export function placeStrays(
  stations: StationSpot[],
  isPlaced: readonly boolean[],
  neighbour: (station: StationSpot) => StationSpot | undefined,
): void {
  const placed = stations.filter((_, s) => isPlaced[s]);
  stations.forEach((spot, s) => {
    if (isPlaced[s]) return;
    const near = neighbour(spot) ?? placed[placed.length - 1];
    if (!near) return;
    const right = near.x + (near.width + spot.width) / 2 + clear;
    search: for (let ring = 0; ring < 60; ring++) {
      for (const side of [1, -1]) {
        spot.x = right;
        spot.z = near.z + side * ring;
        if (!placed.some((other) => overlap(spot, other, clear))) break search;
      }
    }
    placed.push(spot);
  });
}
