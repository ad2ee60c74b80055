import type { Station, StationKind } from "../../model";

/** The silhouettes that are drawn; every kind of station has one of them. */
export const shapeNames = [
  "bandSaw",
  "lathe",
  "vmc",
  "drillTap",
  "deburr",
  "bench",
  "assembly",
  "tunnel",
  "inspection",
  "packing",
  "press",
  "cFrame",
  "heater",
  "blaster",
  "injection",
  "dryer",
  "laser",
  "oven",
  "printer",
  "placer",
  "aoi",
  "tester",
  "sorting",
  "stacking",
  "sewing",
  "ironing",
  "hanger",
  "channel",
  "generic",
] as const;
export type ShapeName = (typeof shapeNames)[number];

const shapes: Partial<Record<StationKind, ShapeName>> = {
  bandSaw: "bandSaw",
  shear: "cFrame",
  lathe: "lathe",
  vmc: "vmc",
  laserWelder: "laser",
  drillTap: "drillTap",
  deburr: "deburr",
  bench: "bench",
  sewing: "sewing",
  hanging: "hanger",
  ironing: "ironing",
  tht: "bench",
  assembly: "assembly",
  stacking: "stacking",
  washer: "tunnel",
  oven: "oven",
  dryer: "dryer",
  waveSolder: "tunnel",
  heater: "heater",
  printer: "printer",
  placer: "placer",
  inspection: "inspection",
  aoi: "aoi",
  tester: "tester",
  sorting: "sorting",
  packing: "packing",
  forgingPress: "press",
  trimPress: "cFrame",
  coining: "press",
  blaster: "blaster",
  ageing: "channel",
  injection: "injection",
};

/** Width and depth in metres where the file gives no floor (typical catalogue sizes). */
const floors: Partial<Record<StationKind, [number, number]>> = {
  bandSaw: [2.2, 1.8],
  lathe: [3, 2],
  vmc: [2.6, 2.8],
  drillTap: [1.8, 2.4],
  deburr: [2, 1.2],
  washer: [3.5, 1.6],
  inspection: [2.2, 1.4],
  packing: [2.2, 1.4],
  heater: [4, 1.5],
  forgingPress: [3.5, 4.5],
  blaster: [3, 3],
  sewing: [1.2, 1.4],
  hanging: [1.5, 2],
  printer: [1.6, 1.6],
  placer: [1.6, 1.6],
  aoi: [1.6, 1.6],
  oven: [6, 1.5],
  laserWelder: [2.5, 2.5],
  // one channel: 24 of them make a rack of 1.2 by 1 m
  ageing: [0.25, 0.2],
  injection: [5.5, 1.8],
};

export function shapeOf(kind: StationKind): ShapeName {
  return shapes[kind] ?? "generic";
}

export function floorOf(station: Pick<Station, "kind" | "floor">): { width: number; depth: number } {
  const [width, depth] = floors[station.kind] ?? [2, 1.6];
  return station.floor ?? { width, depth };
}
