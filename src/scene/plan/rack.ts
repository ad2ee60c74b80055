import {
  beltDepth,
  beltHeight,
  cratePitch,
  mostCrates,
  mostSlots,
  longestBelt,
  pitch,
  rackEdge,
  rackHeight,
  slotsOfUnlimited,
} from "./measures";
import type { Rack } from "./types";

/** A rack for `capacity` parts (null = unlimited), its middle still at 0, 0. */
export function rackFor(capacity: number | null, flow: 1 | -1): Rack {
  const places = capacity ?? slotsOfUnlimited;
  const perSlot = places > mostSlots ? crateOf(places) : 1;
  const slots = Math.ceil(places / perSlot);
  const columns = perSlot > 1 ? (slots > 16 ? 4 : 3) : slots > 48 ? 5 : slots > 9 ? 4 : Math.max(1, Math.min(3, slots));
  const rows = Math.max(1, Math.ceil(slots / columns));
  const step = perSlot > 1 ? cratePitch : pitch;
  return {
    x: 0,
    z: 0,
    columns,
    rows,
    slots,
    perSlot,
    pitch: step,
    // crates are too heavy to stand at table height
    height: perSlot > 1 ? rackHeight / 2 : rackHeight,
    flow,
    width: columns * step + rackEdge,
    depth: rows * step + rackEdge,
  };
}

/** A conveyor of so many metres with room for so many parts; drawn no longer than the hall can bear. */
export function beltFor(length: number, places: number, flow: 1 | -1): Rack {
  const width = Math.min(longestBelt, Math.max(1.2, length));
  return {
    x: 0,
    z: 0,
    columns: places,
    rows: 1,
    slots: places,
    perSlot: 1,
    pitch: beltPitch(width, places),
    height: beltHeight,
    flow,
    width,
    depth: beltDepth,
    isBelt: true,
  };
}

/** Metres from place to place on a belt drawn so wide: half a place is left at either end. */
export function beltPitch(width: number, places: number): number {
  return width / Math.max(1, places);
}

/** Parts in a crate: the least of 2, 5, 10, 20, 50, … that makes do with `mostCrates`. 400 places = 20 crates of 20. */
function crateOf(places: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const step of [2, 5, 10]) if (places <= step * ten * mostCrates) return step * ten;
  }
}

/** Middle of the place of part `i` of a rack, written into `out` as [x, z]: filled row by row from the front. */
export function rackSlot(rack: Rack, i: number, out: [number, number]): void {
  const slot = Math.floor(i / rack.perSlot);
  const column = slot % rack.columns;
  const row = Math.floor(slot / rack.columns);
  out[0] = rack.x + rack.flow * ((rack.columns - 1) / 2 - column) * rack.pitch;
  out[1] = rack.z + ((rack.rows - 1) / 2 - row) * rack.pitch;
}
