import type { LinePlan, Pad, StationSpot } from "./types";

/** Everything that takes floor: machines, racks, rails, bins, pallets, homes. */
export function pads(plan: LinePlan): Pad[] {
  const present = (list: (Pad | null)[]): Pad[] => list.filter((pad): pad is Pad => pad !== null);
  return [
    ...plan.machines.map((machine): Pad => {
      const spot = plan.stations[machine.station] as StationSpot;
      return { x: machine.x, z: machine.z, width: spot.machineWidth, depth: spot.machineDepth };
    }),
    ...plan.racks.filter((rack) => rack.slots > 0),
    ...present(plan.raws),
    ...present(plan.reworks),
    ...plan.rails.flat(),
    ...present(plan.bins),
    ...present(plan.pallets),
    ...present(plan.homes),
  ];
}

/** Do two rectangles, `gap` metres apart at least, touch? */
export function overlap(a: Pad, b: Pad, gap = 0): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap - 1e-9 &&
    Math.abs(a.z - b.z) < (a.depth + b.depth) / 2 + gap - 1e-9
  );
}
