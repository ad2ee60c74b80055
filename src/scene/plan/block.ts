import type { Pad } from "./types";
import { aisle, machineGap } from "./measures";

/** so many machines and more do not stand in one file any more */
const blockFrom = 5;
/** machines smaller than this each way, in metres, have no aisle of their own: they stand in racks */
const smallest = 0.6;
/** an ageing rack takes 24 channels; any other station of very small machines is drawn the same way */
export const perRack = 24;
const rackGap = 0.25;
const rackAisle = 1.3;

/** What stands as one thing: a machine, or a rack of small ones. Middle relative to the block's back left corner. */
export interface BlockUnit extends Pad {
  first: number;
  machines: number;
}

export interface Block {
  width: number;
  depth: number;
  /** middle of each machine from the back left corner, filled row by row from the back */
  places: [number, number][];
  units: BlockUnit[];
  /** a unit is a rack, also the last one with a single machine in it */
  isRacked: boolean;
  /** middles of the columns, and how wide one is */
  columns: number[];
  columnWidth: number;
}

/**
 * The floor of `machines` of one kind. Up to four stand behind one another, as in any shop; more stand in columns, as
 * many as bring the block nearest to a square, so that 120 channels do not make a hall 150 m long. `between` = least way
 * between two columns.
 */
export function blockOf(machines: number, floor: { width: number; depth: number }, between = aisle): Block {
  const racked = machines >= blockFrom && Math.max(floor.width, floor.depth) < smallest;
  const per = racked ? Math.min(perRack, machines) : 1;
  const across = racked
    ? squarest(
        per,
        (c) => c * floor.width,
        (c) => Math.ceil(per / c) * floor.depth,
      )
    : 1;
  const width = across * floor.width;
  const depth = Math.ceil(per / across) * floor.depth;
  const gapX = racked ? Math.min(between, rackGap) : between;
  const gapZ = racked ? rackAisle : machineGap;
  const count = Math.ceil(machines / per);
  const spanX = (n: number): number => n * (width + gapX) - gapX;
  const spanZ = (n: number): number => n * (depth + gapZ) - gapZ;
  const columns = machines < blockFrom ? 1 : squarest(count, spanX, (c) => spanZ(Math.ceil(count / c)));
  const units = Array.from({ length: count }, (_, u): BlockUnit => ({
    x: (u % columns) * (width + gapX) + width / 2,
    z: Math.floor(u / columns) * (depth + gapZ) + depth / 2,
    width,
    depth,
    first: u * per,
    machines: Math.min(per, machines - u * per),
  }));
  return {
    width: spanX(columns),
    depth: spanZ(Math.ceil(count / columns)),
    places: units.flatMap((unit) =>
      Array.from({ length: unit.machines }, (_, i): [number, number] => [
        unit.x - width / 2 + ((i % across) + 0.5) * floor.width,
        unit.z - depth / 2 + (Math.floor(i / across) + 0.5) * floor.depth,
      ]),
    ),
    units,
    isRacked: racked,
    columns: Array.from({ length: columns }, (_, c) => c * (width + gapX) + width / 2),
    columnWidth: width,
  };
}

/** Number of columns, 1 to `most`, for which width and depth are nearest to one another. */
function squarest(most: number, width: (columns: number) => number, depth: (columns: number) => number): number {
  let best = 1;
  let least = Infinity;
  for (let c = 1; c <= most; c++) {
    // a last row half empty wastes floor: of two shapes alike the fuller wins
    const off = Math.abs(Math.log(width(c) / depth(c))) + (most % c === 0 ? 0 : 0.1);
    if (off < least - 1e-9) [best, least] = [c, off];
  }
  return best;
}
