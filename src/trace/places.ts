import type { TraceLayout } from "./columns";

/** Indices into `placeKinds`; `test/trace` holds them equal to the list. */
export const Place = {
  machine: 0,
  buffer: 1,
  rework: 2,
  transport: 3,
  transit: 4,
  raw: 5,
  finished: 6,
  scrapped: 7,
  absorbed: 8,
} as const;

/** Where the slots of each of the six places that hold parts begin when all places are counted in one row. */
export interface SlotTable {
  offset: Int32Array;
  count: number;
}

export function slotTable(layout: TraceLayout): SlotTable {
  const machines = layout.machineStation.length;
  const stations = layout.stations.length;
  const flows = layout.flows.length;
  const sizes = [machines, flows, stations, flows, stations, stations];
  const offset = new Int32Array(sizes.length);
  let count = 0;
  sizes.forEach((size, kind) => {
    offset[kind] = count;
    count += size;
  });
  return { offset, count };
}
