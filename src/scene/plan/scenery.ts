import { machineShapes } from "../shapes/machines";
import { frameStrips } from "./frames";
import { rackEdge } from "./measures";
import type { LinePlan, Pad, Rack } from "./types";

export type SceneryTone = "belt" | "trim" | "pale" | "bin" | "wood" | "fence" | "rail";

/** An upright box of the hall: middle of its underside, size, tone. */
export interface SceneryBox {
  x: number;
  y: number;
  z: number;
  width: number;
  height: number;
  depth: number;
  tone: SceneryTone;
}

/** Racks, bins, pallets, rails, fences: everything in the hall that stands still and is a box. */
export function sceneryOf(plan: LinePlan): SceneryBox[] {
  const boxes: SceneryBox[] = [];
  const box = (
    x: number,
    y: number,
    z: number,
    width: number,
    height: number,
    depth: number,
    tone: SceneryTone,
  ): void => void boxes.push({ x, y, z, width, height, depth, tone });

  for (const rack of [...plan.racks, ...plan.raws, ...plan.reworks]) {
    if (!rack || rack.slots === 0) continue;
    if (rack.isBelt) {
      conveyor(rack);
      continue;
    }
    const deck = rack.height - 0.1;
    box(rack.x, deck - 0.06, rack.z, rack.width - 0.06, 0.1, rack.depth - 0.06, "pale");
    for (const side of [-1, 1]) {
      box(rack.x + (side * (rack.width - 0.05)) / 2, deck - 0.04, rack.z, 0.05, 0.16, rack.depth, "belt");
      box(rack.x, deck - 0.04, rack.z + (side * (rack.depth - 0.05)) / 2, rack.width, 0.12, 0.05, "belt");
      for (const end of [-1, 1]) {
        box(
          rack.x + (side * (rack.width - 0.1)) / 2,
          0,
          rack.z + (end * (rack.depth - rackEdge)) / 2,
          0.06,
          deck,
          0.06,
          "trim",
        );
      }
    }
  }
  function conveyor(belt: Rack): void {
    const { x, z, width, depth, height } = belt;
    // a dark band between two side walls on legs, a roller at either end
    box(x, height - 0.1, z, width - 0.08, 0.1, depth - 0.16, "trim");
    for (const side of [-1, 1]) box(x, height - 0.16, z + (side * (depth - 0.07)) / 2, width, 0.2, 0.06, "pale");
    for (const end of [-1, 1]) box(x + (end * (width - 0.1)) / 2, height - 0.15, z, 0.14, 0.14, depth - 0.12, "rail");
    const legs = Math.max(2, Math.round(width / 1.6) + 1);
    for (let i = 0; i < legs; i++) {
      const at = x - width / 2 + 0.2 + ((width - 0.4) * i) / (legs - 1);
      for (const side of [-1, 1]) box(at, 0, z + (side * (depth - 0.14)) / 2, 0.07, height - 0.16, 0.07, "trim");
      box(at, 0.2, z, 0.05, 0.05, depth - 0.14, "trim");
    }
    // the drive hangs under it near the end it moves to
    box(x + belt.flow * (width / 2 - 0.5), height - 0.42, z, 0.4, 0.26, 0.34, "trim");
  }
  for (const bin of plan.bins) {
    if (!bin) continue;
    const { x, z, width, depth } = bin;
    box(x, 0.08, z, width - 0.1, 0.06, depth - 0.1, "bin");
    for (const side of [-1, 1]) {
      box(x + (side * (width - 0.06)) / 2, 0.06, z, 0.06, 0.55, depth, "bin");
      box(x, 0.06, z + (side * (depth - 0.06)) / 2, width, 0.55, 0.06, "bin");
    }
  }
  for (const pallet of plan.pallets) {
    if (!pallet) continue;
    for (const lane of [-0.62, 0, 0.62]) box(pallet.x + lane, 0, pallet.z, 0.14, 0.1, pallet.depth, "wood");
    for (let i = 0; i < 5; i++) box(pallet.x, 0.1, pallet.z + (i - 2) * 0.37, pallet.width, 0.05, 0.26, "wood");
  }
  for (const unit of plan.units) {
    // what holds small machines together: plinth, corner posts and a rim, open on top where the states are shown
    const shape = plan.stations[unit.station]?.shape;
    if (!unit.isRack || !shape) continue;
    const top = machineShapes[shape].height + 0.1;
    box(unit.x, 0, unit.z, unit.width + 0.12, 0.1, unit.depth + 0.12, "trim");
    for (const side of [-1, 1]) {
      const x = unit.x + side * (unit.width / 2 + 0.03);
      box(x, top - 0.12, unit.z, 0.06, 0.12, unit.depth + 0.12, "pale");
      box(unit.x, top - 0.12, unit.z + side * (unit.depth / 2 + 0.03), unit.width, 0.12, 0.06, "pale");
      for (const end of [-1, 1]) box(x, 0.1, unit.z + end * (unit.depth / 2 + 0.03), 0.06, top - 0.22, 0.06, "pale");
    }
  }
  plan.rails.forEach((list, s) => list.forEach((rail) => fenced(s, rail)));
  function fenced(s: number, rail: Pad): void {
    const spot = plan.stations[s];
    // a cobot stands on its own stand among people: no track, no fence
    if (!spot || spot.isCobot) return;
    for (const side of [-1, 1]) box(rail.x + side * 0.24, 0, rail.z, 0.1, 0.09, rail.depth, "rail");
    // the fence stands round the robot's side only: people still reach the fronts
    const outer = rail.x + spot.flow * 1.1;
    const from = rail.z - rail.depth / 2 - 0.35;
    const to = rail.z + rail.depth / 2 + 0.35;
    const posts = Math.max(1, Math.round((to - from) / 1.6));
    for (let i = 0; i <= posts; i++) box(outer, 0, from + ((to - from) * i) / posts, 0.07, 1.5, 0.07, "fence");
    for (const y of [0.25, 0.85, 1.42]) box(outer, y, (from + to) / 2, 0.03, 0.05, to - from, "fence");
    for (const end of [from, to]) {
      const inner = rail.x - spot.flow * 0.5;
      for (const y of [0.25, 0.85, 1.42])
        box((outer + inner) / 2, y, end, Math.abs(outer - inner), 0.05, 0.03, "fence");
    }
  }
  return boxes;
}

export interface FloorMark extends Pad {
  tone: "lane" | "edge";
}

/** Painted marks: both edges of every walkway, a frame round every home, pallet and bin. */
export function marksOf(plan: LinePlan): FloorMark[] {
  const framed = (pad: Pad | null, inset: number): FloorMark[] =>
    pad ? frameStrips(pad, inset, 0.07).map((strip) => ({ ...strip, tone: "lane" as const })) : [];
  return [
    ...plan.walkways.flatMap((way) =>
      [-1, 1].map((side): FloorMark => ({
        ...way,
        z: way.z + (side * way.depth) / 2,
        depth: 0.1,
        tone: "edge",
      })),
    ),
    ...plan.homes.flatMap((home) => framed(home, 0)),
    ...plan.pallets.flatMap((pallet) => framed(pallet, 0.2)),
    ...plan.bins.flatMap((bin) => framed(bin, 0.12)),
  ];
}
