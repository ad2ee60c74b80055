import { Place, type TraceCursor } from "../../trace";
import { rackSlot } from "../plan/rack";
import type { LinePlan, Rack } from "../plan/types";
import { machineShapes } from "../shapes/machines";

// scratch of the frame loop
const flat: [number, number] = [0, 0];

/** Where the i-th of n parts of a slot lies; false where it is not drawn (more parts than places). */
export function placeOf(
  plan: LinePlan,
  cursor: TraceCursor,
  slot: number,
  i: number,
  n: number,
  out: [number, number, number],
): boolean {
  const kind = cursor.kindOfSlot(slot);
  const index = cursor.indexOfSlot(slot);
  switch (kind) {
    case Place.machine:
      return onMachine(plan, index, i, n, out);
    case Place.buffer:
    case Place.raw:
    case Place.rework:
      return onRack(rackOf(plan, kind, index), i, out);
    case Place.transport:
      return underWay(plan, cursor, index, i, n, out);
    default:
      return inTransit(plan, index, i, n, out);
  }
}

/** Is a machine drawn as a place of a rack? */
export function isInRack(plan: LinePlan, machine: number): boolean {
  const spot = plan.machines[machine];
  return spot !== undefined && plan.units[spot.unit]?.isRack === true;
}

/** The rack a kind of place stands for, if it is one. */
export function rackOf(plan: LinePlan, kind: number, index: number): Rack | null | undefined {
  return kind === Place.buffer
    ? plan.racks[index]
    : kind === Place.raw
      ? plan.raws[index]
      : kind === Place.rework
        ? plan.reworks[index]
        : null;
}

function onRack(rack: Rack | null | undefined, i: number, out: [number, number, number]): boolean {
  if (!rack || i >= rack.slots * rack.perSlot) return false;
  rackSlot(rack, i, flat);
  out[0] = flat[0];
  out[1] = rack.height;
  out[2] = flat[1];
  return true;
}

function onMachine(plan: LinePlan, machine: number, i: number, n: number, out: [number, number, number]): boolean {
  const spot = plan.machines[machine];
  const station = spot && plan.stations[spot.station];
  if (!spot || !station) return false;
  const shape = machineShapes[station.shape];
  out[0] = spot.x + (shape.work[0] * station.machineWidth) / shape.width;
  out[1] = shape.work[1];
  out[2] = spot.z + (shape.work[2] * station.machineDepth) / shape.depth;
  if (n > 1) {
    const columns = Math.ceil(Math.sqrt(n * 1.2));
    const rows = Math.ceil(n / columns);
    const step = Math.min(0.24, 0.95 / columns);
    out[0] += ((i % columns) - (columns - 1) / 2) * step;
    out[2] += (Math.floor(i / columns) - (rows - 1) / 2) * step;
  }
  return true;
}

/** On the way between two stations: spread over the path, as far as the trace tells (it tells that they are under way). */
function underWay(
  plan: LinePlan,
  cursor: TraceCursor,
  flow: number,
  i: number,
  n: number,
  out: [number, number, number],
): boolean {
  const ends = cursor.trace.layout.flows[flow];
  const from = ends && plan.stations[ends.from];
  const rack = plan.racks[flow];
  if (!from || !rack) return false;
  const share = (i + 1) / (n + 1);
  out[0] = from.x + (rack.x - from.x) * share;
  out[1] = 0.3;
  out[2] = from.z + (rack.z - from.z) * share;
  return true;
}

function inTransit(plan: LinePlan, station: number, i: number, n: number, out: [number, number, number]): boolean {
  const spot = plan.stations[station];
  if (!spot) return false;
  const shape = machineShapes[spot.shape];
  out[0] = spot.x + spot.flow * spot.machineWidth * ((n - i) / (n + 1) - 0.5);
  out[1] = shape.work[1];
  out[2] = spot.z + spot.machineDepth / 2 + 0.12;
  return true;
}
