/**
 * The record of one run for a window of time: one row an event, in columns, in order of happening. Everything the
 * screen shows is replayed from these rows; nothing else may move.
 *
 * Times are integer microseconds of calendar time, 0 = Monday 00:00 of the first week. Places and machines are
 * indices into `TraceLayout`. Rows at the same instant are in the order in which the engine made them happen.
 */
export const EventKind = {
  /** a machine, b state (index in `machineStates`), c reason (index in `stateReasons`) */
  machineState: 0,
  /** a part (serial number), b place (index in `placeKinds`), c index of that place */
  partTo: 1,
  /** a part, b product index, c station index; the part has entered the line */
  partEnters: 2,
  /** a pool, b machine, c number of people: > 0 they begin to serve the machine, < 0 they leave it */
  operators: 3,
  /** a 1 = planned time begins, 0 = it ends; b shift index */
  shift: 4,
  /** a part, b 1 = now carries a defect, 0 = cleared */
  defect: 5,
  /** a vehicle, b state (index in `vehicleStates`), c flow it serves or served last, −1 = none */
  vehicle: 6,
} as const;

/** Order is part of every stored trace: append only. The first eight are the line model's states. */
export const machineStates = [
  "working",
  "loading",
  "setup",
  "blocked",
  "starved",
  "waitingOperator",
  "down",
  "offShift",
] as const;
export type MachineState = (typeof machineStates)[number];

export const vehicleStates = ["idle", "empty", "loaded", "charging"] as const;

export const stateReasons = ["none", "waitingRepairer", "waitingSetter", "response", "review", "partRepair"] as const;
export type StateReason = (typeof stateReasons)[number];

export const placeKinds = [
  /** index = machine */
  "machine",
  /** index = flow: waiting in the buffer of that flow */
  "buffer",
  /** index = station: waiting in its rework queue */
  "rework",
  /** index = flow: under way */
  "transport",
  /** index = station: in its oven or belt, holding no machine */
  "transit",
  /** index = station: raw part waiting in front of a first station */
  "raw",
  /** index = station it left from; sold as good (it may carry an undetected defect) */
  "finished",
  /** index = station that found it */
  "scrapped",
  /** index = machine it was built into */
  "absorbed",
] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface TraceColumns {
  /** µs, non-decreasing */
  time: Float64Array;
  kind: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  c: Int32Array;
}

/** What the indices in a trace mean. */
export interface TraceLayout {
  stations: { id: string; firstMachine: number; machines: number }[];
  /** machine index → station index */
  machineStation: number[];
  flows: { from: number; to: number; capacity: number | null }[];
  pools: { id: string; kind: "person" | "robot" }[];
  products: string[];
  /** vehicle index → its transporter; left out where the line has none */
  vehicles?: { id: string; kind: string }[];
}

/** What a window that begins in the middle of a run cannot tell by its rows. */
export interface Before {
  /** parts sold, of these with a defect, scrapped, by station; then parts built into others, by machine; since time 0 */
  counts: Int32Array;
  /** µs at which each machine came into the state in which it stands when the window begins */
  machineSince: Float64Array;
}

/** One watched run: replication `replication` of (line, run.seed), complete from `start` to `end`. */
export interface Trace {
  layout: TraceLayout;
  columns: TraceColumns;
  /** µs of calendar time; at `start` every machine is as the first rows (all at `start`) say */
  start: number;
  end: number;
  /** left out: the counts begin with the trace */
  before?: Before;
  seed: number;
  replication: number;
  engineVersion: string;
  /** SHA-256 over the integer columns, hex; equal in Node and in every browser */
  hash: string;
}
