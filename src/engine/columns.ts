import { COUNTED, VEHICLE_STATES } from "./codes";
import { BINS } from "./histogram";

/**
 * Memory of the engine: columns of numbers, allocated once for the largest line, of which a run uses the beginning.
 * They are constants of their modules, so that a compiler knows every address (a third faster than fields of an object),
 * and a run is kept by copying what it uses of each.
 */

/** What a column counts, and how many of it a line may have. */
export const most = {
  machine: 4096,
  failure: 16_384,
  station: 4096,
  flow: 8192,
  mover: 12_288,
  pool: 1024,
  product: 1024,
  stream: 262_144,
  slot: 65_536,
  part: 1 << 20,
  vehicle: 1024,
  robot: 1024,
  loop: 256,
  wear: 4096,
} as const;

/** Variates drawn ahead of a machine's cycle and loading times: a tight loop costs a third of as many single draws. */
export const BATCH = 32;

/** Combinations of phase, down and frozen of a machine. */
export const STATUSES = 128;

export type Kind =
  | keyof typeof most
  | "one"
  | "status"
  | "machineState"
  | "word"
  | "node"
  | "ahead"
  | "aheadValue"
  | "bin"
  | "vehicleState";
export type Column = Int32Array | Float64Array | Uint8Array | Uint32Array;

/** Every column that changes during a run. */
export const columns: { array: Column; of: Kind; fill: number }[] = [];

export function capacityOf(of: Kind): number {
  if (of === "one") return 32;
  if (of === "status") return STATUSES;
  if (of === "machineState") return most.machine * COUNTED;
  if (of === "word") return most.stream * 4;
  if (of === "vehicleState") return most.vehicle * VEHICLE_STATES;
  if (of === "bin") return BINS;
  if (of === "ahead") return most.machine * 2;
  if (of === "aheadValue") return most.machine * 2 * BATCH;
  if (of === "node") return most.slot * 2;
  // one more, for lists of where each begins that end with the end of the last
  return most[of] + 1;
}

/**
 * One block for all columns, each a cache line further into its page than the one before. Allocated one by one they would
 * all begin at the start of a page: their first elements, which small lines use, would share one set of the processor's
 * cache and throw each other out (that cost two thirds of the speed in Chromium).
 */
const memory = new ArrayBuffer(64 * 2 ** 20);
const LINE = 64;
let free = 0;

function room(bytes: number): number {
  const at = free;
  free += Math.ceil(bytes / LINE) * LINE + LINE;
  return at;
}

const int32 = (length: number) => new Int32Array(memory, room(length * 4), length);
const uint8 = (length: number) => new Uint8Array(memory, room(length), length);
const float64 = (length: number) => new Float64Array(memory, room(length * 8), length);

function column<T extends Column>(array: T, of: Kind, fill: number): T {
  columns.push({ array, of, fill });
  return array;
}

// columns of the run: what changes
export const i32 = (of: Kind, fill = 0) => column(int32(capacityOf(of)), of, fill);
export const u32 = (of: Kind) => column(new Uint32Array(memory, room(capacityOf(of) * 4), capacityOf(of)), of, 0);
export const u8 = (of: Kind, fill = 0) => column(uint8(capacityOf(of)), of, fill);
export const f64 = (of: Kind, fill = 0) => column(float64(capacityOf(of)), of, fill);

// columns of the line: written when a run begins
export const fixedI32 = (of: Kind) => int32(capacityOf(of));
export const fixedF64 = (of: Kind) => float64(capacityOf(of));
export const fixedU8 = (of: Kind) => uint8(capacityOf(of));
