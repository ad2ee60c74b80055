import type { Line, PlannedTime } from "../model";
import type { SamplerTable } from "./sampler";
import type { Slots } from "./slots";

// A line as the simulation uses it: names replaced by indices, distributions by rows of the sampler table.

export interface CompiledFailure {
  id: string;
  clock: "operating" | "planned" | "calendar";
  /** sampler row of the time to failure, or −1 where it counts parts */
  timeToFailure: number;
  everyParts: number;
  /** µs of calendar time at which it strikes (an installation stop), or −1 */
  at: number;
  timeToRepair: number;
  response: number;
  repairPool: number;
  repairCount: number;
  keepOperators: boolean;
  interrupted: "resume" | "restart" | "scrap";
}

export interface CompiledNeed {
  pool: number;
  count: number;
}

export interface CompiledStation {
  id: string;
  index: number;
  firstMachine: number;
  machines: number;
  /** sampler row by product */
  process: Int32Array;
  processNeed: CompiledNeed | null;
  load: number;
  loadNeed: CompiledNeed | null;
  transit: number;
  setupTime: number;
  setupEvery: number;
  setupNeed: CompiledNeed | null;
  setupRandomStart: boolean;
  setupOnChange: boolean;
  /** sampler row by from-product × products + to-product; null = always setupTime */
  setupMatrix: Int32Array | null;
  setupScrap: number;
  failures: CompiledFailure[];
  hasPartFailures: boolean;
  defectRate: number;
  inspects: boolean;
  detection: number;
  falseReject: number;
  review: number;
  reject: "scrap" | "rework" | "repair";
  rejectShare: number;
  reworkTarget: number;
  repair: number;
  batch: number;
  batchMin: number;
  batchWait: number;
  assembly: { flow: number; count: number }[] | null;
  unattended: boolean;
  inFlows: number[];
  outFlows: number[];
  /** cumulative shares of the out-flows, or null where products decide or there is one */
  outShares: number[] | null;
  outByProduct: Int32Array | null;
  supply: "none" | "unlimited" | "arrivals" | "conwip";
  interarrival: number;
  queueCapacity: number;
  /** 0 = most downstream; orders events at one instant */
  rank: number;
  paces: CompiledPace[];
}

export interface CompiledFlow {
  from: number;
  to: number;
  /** places; Infinity = unlimited */
  capacity: number;
  /** sampler row of the way, or −1 */
  transport: number;
  lot: number;
  /** index of the transporter, or −1: somebody walks */
  transporter: number;
  /** µs from part to part of a conveyor, 0 = none */
  headway: number;
  /** µs after which a waiting part is scrap, 0 = never */
  shelfLife: number;
}

export interface CompiledTransporter {
  id: string;
  kind: Line["transporters"][number]["kind"];
  count: number;
  firstVehicle: number;
  /** sampler rows, −1 = none */
  loadTime: number;
  chargeEvery: number;
  chargeTime: number;
  failures: CompiledFailure[];
  /** first of its wear clocks: vehicle × failures + failure */
  firstWear: number;
  flows: number[];
  /** µs of driving from station to station (from × stations + to), −1 where the file gives no positions */
  way: Float64Array;
}

/** A kanban loop: at most `cards` parts from being taken by `from` until they have left `to`. */
export interface CompiledLoop {
  id: string;
  from: number;
  to: number;
  cards: number;
}

/** From `at` on (µs) a station's times are multiplied: by `factor`, which fades to 1 with `tau` µs (Infinity: stays). */
export interface CompiledPace {
  at: number;
  factor: number;
  tau: number;
}

export interface CompiledPool {
  id: string;
  isRobot: boolean;
  count: number;
  countByShift: number[];
  rule: "fifo" | "downstreamFirst" | "upstreamFirst" | "random";
  /** pools whose people help here, and pools that these people help */
  helpers: number[];
  serves: number[];
  /** of each robot */
  failures: CompiledFailure[];
  firstRobot: number;
  firstWear: number;
}

/** A line as the simulation uses it: names replaced by indices, distributions by sampler rows. Read-only during runs. */
export interface CompiledLine extends Slots {
  stations: CompiledStation[];
  machineStation: Int32Array;
  /** the station of each machine, for the hot path */
  stationOf: CompiledStation[];
  /** stations, most downstream first */
  downstreamFirst: CompiledStation[];
  flows: CompiledFlow[];
  pools: CompiledPool[];
  products: string[];
  productShare: number[];
  sequence: { kind: "lots" | "random"; lot: number };
  conwipLevel: number;
  /** first stations that a CONWIP supply feeds, by id */
  conwipSources: number[];
  samplers: SamplerTable;
  planned: PlannedTime;
  /** failure clocks of all machines */
  failures: number;
  transporters: CompiledTransporter[];
  vehicles: number;
  robots: number;
  loops: CompiledLoop[];
  /** failure clocks of vehicles, then of robots, by use */
  wears: number;
}
