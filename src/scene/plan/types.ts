import type { ShapeName } from "../shapes/shapeOf";
import type { Route } from "./routes";
import type { FixedArm, Thing } from "./things";

/** A rectangle on the floor: middle and size in metres; x to the right along the flow, z towards the viewer. */
export interface Pad {
  x: number;
  z: number;
  width: number;
  depth: number;
}

export interface StationSpot extends Pad {
  id: string;
  shape: ShapeName;
  firstMachine: number;
  machines: number;
  /** floor of one machine */
  machineWidth: number;
  machineDepth: number;
  /** +1: parts come from the left; −1: from the right (a returning row) */
  flow: 1 | -1;
  /** the floor kept for it, which is larger where another run has more machines there */
  room: Pad;
  /** what stands there as one thing: indices in `units` */
  firstUnit: number;
  units: number;
  /** pool of robots that loads it, −1 = none */
  robotPool: number;
  /** its robots work beside people: slim, on a stand of their own, without a fence */
  isCobot: boolean;
  /** touched by the plan */
  changed: boolean;
}

export interface MachineSpot {
  station: number;
  unit: number;
  x: number;
  z: number;
  added: boolean;
}

/** What stands as one thing and has one lamp: a machine, or a rack of small ones. */
export interface Unit extends Pad {
  station: number;
  first: number;
  machines: number;
  /** a rack of small machines, full or not */
  isRack: boolean;
  /** where its lamp stands: over a machine, behind a rack whose places show their own states */
  lampZ: number;
  /** at least one of its machines is new */
  added: boolean;
}

/** Places for pieces in a grid; the first piece lies nearest to where it is taken from. */
export interface Rack extends Pad {
  columns: number;
  rows: number;
  /** places drawn; more parts than these are told in figures only */
  slots: number;
  /** parts a place takes: 1, or so many in a crate */
  perSlot: number;
  pitch: number;
  height: number;
  /** +1: filled from the right (nearest to a station on its right) */
  flow: 1 | -1;
  /** a conveyor instead: its places lie one behind another, parts move along it from its far end */
  isBelt?: boolean;
}

export interface Home extends Pad {
  pool: number;
  columns: number;
}

/** Where everything stands. Indices are those of the trace: stations, machines, flows and pools in the line's order. */
export interface LinePlan {
  stations: StationSpot[];
  machines: MachineSpot[];
  units: Unit[];
  /** flow → its rack */
  racks: Rack[];
  /** station → place of raw parts, rework queue, bin for scrap, pallet; null = it has none */
  raws: (Rack | null)[];
  reworks: (Rack | null)[];
  bins: (Pad | null)[];
  pallets: (Pad | null)[];
  /** pool → where its idle people wait; robots have none */
  homes: (Home | null)[];
  /** pool → its robots are cobots */
  cobots: boolean[];
  /** station → rails on which its robots go, one beside each column of machines */
  rails: Pad[][];
  /** painted ways of the flows */
  routes: Route[];
  /** what a plan has brought besides machines, robots and people */
  things: Thing[];
  arms: FixedArm[];
  /** walkways between the rows */
  walkways: Pad[];
  minX: number;
  maxX: number;
  minZ: number;
  maxZ: number;
}
