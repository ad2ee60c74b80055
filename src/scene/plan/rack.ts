import { mostSlots, pitch, rackEdge, rackHeight, slotsOfUnlimited } from "./measures";
import type { Rack } from "./types";

/** A rack for `capacity` parts (null = unlimited), its middle still at 0, 0. */
export function rackFor(capacity: number | null, flow: 1 | -1): Rack {
  const slots = Math.min(capacity ?? slotsOfUnlimited, mostSlots);
  const columns = slots > 48 ? 5 : slots > 9 ? 4 : Math.max(1, Math.min(3, slots));
  const rows = Math.max(1, Math.ceil(slots / columns));
  return {
    x: 0,
    z: 0,
    columns,
    rows,
    slots,
    pitch,
    height: rackHeight,
    flow,
    width: columns * pitch + rackEdge,
    depth: rows * pitch + rackEdge,
  };
}

/** Middle of place `i` of a rack, written into `out` as [x, z]: filled row by row from the front. */
export function rackSlot(rack: Rack, i: number, out: [number, number]): void {
  const column = i % rack.columns;
  const row = Math.floor(i / rack.columns);
  out[0] = rack.x + rack.flow * ((rack.columns - 1) / 2 - column) * rack.pitch;
  out[1] = rack.z + ((rack.rows - 1) / 2 - row) * rack.pitch;
}
