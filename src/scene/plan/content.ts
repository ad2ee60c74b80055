import { lampTop } from "./heights";
import { pads } from "./pads";
import type { LinePlan, Pad } from "./types";

/** A point of the hall in metres: along, up, across. */
export type Point = readonly [number, number, number];

/**
 * Corners of all that stands in the hall, up to the lamps. What is to be seen is this and not the floor: its empty
 * corners may leave the picture. Metres.
 */
export function contentPoints(plan: LinePlan): Point[] {
  const corners = (pad: Pad, height: number): Point[] =>
    [-0.5, 0.5].flatMap((a) => [-0.5, 0.5].map((b): Point => [pad.x + a * pad.width, height, pad.z + b * pad.depth]));
  return [
    ...pads(plan).flatMap((pad) => corners(pad, 0)),
    ...plan.units.map((unit): Point => {
      const shape = plan.stations[unit.station]?.shape;
      return [unit.x, shape === undefined ? 0 : lampTop(shape), unit.lampZ];
    }),
  ];
}

/** Corners of one station up to its lamps, with a little room around it. */
export function stationPoints(plan: LinePlan, station: number): Point[] {
  const spot = plan.stations[station];
  if (!spot) return [];
  const top = lampTop(spot.shape);
  return [-0.5, 0.5].flatMap((a) =>
    [-0.5, 0.5].flatMap((b) =>
      [0, top].map((y): Point => [spot.x + a * (spot.width + 2.4), y, spot.z + b * (spot.depth + 2.4)]),
    ),
  );
}
