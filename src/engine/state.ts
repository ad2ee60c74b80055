import type { TraceRecorder } from "../trace";
import { COUNTED, NONE, VEHICLE_STATES } from "./codes";
import * as Counted from "./codes/counted";
import * as Parts from "./codes/parts";
import type { CompiledLine } from "./compiled";
import { BATCH, columns, f64, fixedU8, i32, type Kind, u32, u8 } from "./columns";
import * as events from "./events";
import { BINS } from "./histogram";
import { takeSamplers } from "./sampler";
import { type StreamIndex, streamsOf } from "./streams";
import { writeTable } from "./table";

/**
 * The state of the run at hand. There is one, in columns that stay where they are (see columns.ts); it is copied out and
 * back by `saveState` and `restoreState`. What the columns hold is all there is to a run: two runs share nothing but the
 * place.
 */

export let line: CompiledLine;
export let stream: StreamIndex;
export let recorder: TraceRecorder | null = null;
/** 1 = there is a recorder; in a column because every part asks for it at every step */
export const isRecorded = fixedU8("one");

export const random = u32("word");
/** see Clock, Tally, Parts */
export const clock = f64("one");
export const tally = f64("one");
export const parts = i32("one");

/** variates drawn ahead for machine × 2 + (0 = cycle, 1 = loading), and where the next of each is; 32 are drawn at once */
export const ahead = f64("aheadValue");
export const aheadNext = i32("ahead");

// machines
export const phase = u8("machine");
export const down = u8("machine");
export const downFailure = i32("machine", NONE);
export const frozen = u8("machine");
/** time left of the activity interrupted by a failure, µs */
export const remaining = f64("machine");
/** time left of the timer stopped at the end of planned time; −1 = none */
export const frozenLeft = f64("machine", -1);
export const processTotal = f64("machine");
export const chunkStart = f64("machine");
/** µs of processing so far; the clock of `operating` failures */
export const operatingAge = f64("machine");
/** operating age at which the next operating failure falls due */
export const failureDue = f64("machine", Infinity);
/** 1 = the machine's timer stands for a failure, 0 = for the end of its activity */
export const timerIsFailure = u8("machine");
export const sinceSetup = f64("machine");
export const startupScrap = i32("machine");
export const lastProduct = i32("machine", NONE);
/** head of the list of parts on the machine, and their number */
export const partHead = i32("machine", NONE);
export const partCount = i32("machine");
export const route = i32("machine", NONE);
/** phase to go on with once the people released for a repair are back */
export const resumePhase = u8("machine");
export const resumePool = i32("machine", NONE);
export const resumeCount = i32("machine");
export const heldPool = i32("machine", NONE);
export const heldCount = i32("machine");
/** the pool that was asked, where somebody of another one came */
export const heldFor = i32("machine", NONE);
export const repairHeldPool = i32("machine", NONE);
export const repairHeldCount = i32("machine");
export const requestPool = i32("machine", NONE);
export const requestCount = i32("machine");
export const requestTime = f64("machine");
export const nextWaiting = i32("machine", NONE);
export const nextBlocked = i32("machine", NONE);
export const blockedSince = f64("machine");
export const idleSince = f64("machine");

// failures, by machine and position: failureBase[machine] + j
export const failureBase = i32("machine");
/** operating: age at which it strikes; planned/calendar: time left while its clock stands */
export const failureAt = f64("failure", Infinity);
export const failureLeft = f64("failure", -1);
export const failurePending = u8("failure");
export const failureParts = f64("failure", Infinity);

// queues of parts: buffers by flow, rework and raw queues by station; movers: transport by flow, then transit by station
export const bufferHead = i32("flow", NONE);
export const bufferTail = i32("flow", NONE);
export const bufferLength = i32("flow");
/** places promised to parts under way or collected for departure */
export const reserved = i32("flow");
export const reworkHead = i32("station", NONE);
export const reworkTail = i32("station", NONE);
export const reworkLength = i32("station");
export const rawHead = i32("station", NONE);
export const rawTail = i32("station", NONE);
export const rawLength = i32("station");
export const blockedHead = i32("flow", NONE);
export const blockedTail = i32("flow", NONE);
export const moverHead = i32("mover", NONE);
export const lotHead = i32("flow", NONE);
export const lotTail = i32("flow", NONE);
export const lotLength = i32("flow");
export const idleMachines = i32("station");

// pools
export const poolFree = i32("pool");
/** robots in repair */
export const poolDown = i32("pool");
export const poolCount = i32("pool");
export const poolHead = i32("pool", NONE);
export const poolDirty = u8("pool");
export const anyDirty = u8("one");

/** kanban cards that are on parts */
export const cardsUsed = i32("loop");

// vehicles, and robots of pools whose robots fail
export const vehicleState = u8("vehicle");
/** station where it stands or goes to, flow it serves or served last, parts on it or waiting for it */
export const vehicleAt = i32("vehicle");
export const vehicleFlow = i32("vehicle", NONE);
export const vehicleHead = i32("vehicle", NONE);
/** µs driven, at which driven time it wants to charge */
export const vehicleDriven = f64("vehicle");
export const vehicleChargeAt = f64("vehicle", Infinity);
export const vehicleSince = f64("vehicle");
export const vehicleTime = f64("vehicleState");
export const vehicleDown = f64("vehicle");
export const vehicleTrips = f64("vehicle");
/** machine a robot serves, planned time since which, µs it has worked */
export const robotAt = i32("robot", NONE);
export const robotSince = f64("robot");
export const robotWorked = f64("robot");
export const robotIsDown = u8("robot");
/** use at which failure j of a vehicle or robot strikes */
export const wearDue = f64("wear");

// parts
export const partNext = i32("part");
export const partEntry = f64("part");
export const partArrived = f64("part");
export const partFlags = u8("part");
export const partProduct = i32("part");
export const partSerial = i32("part");
export const partTarget = i32("part");
/** kanban loop whose card is on the part */
export const partCard = i32("part", NONE);
export const productCredit = f64("product");

// statistics, in planned time since the last reset
export const countedState = u8("machine", Counted.starved);
export const stateSince = f64("machine");
export const stateTime = f64("machineState");
/** calendar time an unattended machine has worked outside planned time, and since when it does */
export const offWork = f64("machine");
export const offSince = f64("machine");
/** areas lack what is there still: see accounting.ts */
export const bufferArea = f64("flow");
export const rawArea = f64("station");
export const rawSince = f64("station");
export const poolArea = f64("pool");
export const poolCapacityArea = f64("pool");
export const poolSince = f64("pool");
export const poolWaiting = i32("pool");
export const poolWaitArea = f64("pool");
export const bufferMost = i32("flow");
/** time during which a buffer was full, without the time since it is */
export const bufferFull = f64("flow");
export const rawMost = i32("station");
export const processed = f64("station");
/** times a station's machines went down, and the part of it that was set right again */
export const failed = f64("station");
/** parts sent to a station for rework */
export const reworked = f64("station");
/** parts that left, by how long they had been in the line (see histogram.ts) */
export const flowTimes = f64("bin");
export const badParts = f64("station");

/** how many of each the line at hand has */
const used: Record<Kind, number> = {
  machine: 0,
  failure: 0,
  station: 0,
  flow: 0,
  mover: 0,
  pool: 0,
  product: 0,
  stream: 0,
  slot: 0,
  part: 0,
  vehicle: 0,
  robot: 0,
  loop: 0,
  wear: 0,
  vehicleState: 0,
  one: 32,
  status: 0,
  machineState: 0,
  word: 0,
  node: 0,
  ahead: 0,
  aheadValue: 0,
  bin: BINS,
};

/** Makes room for a run of `line`: every column as at time 0, streams not yet seeded. */
export function beginState(newLine: CompiledLine, newRecorder: TraceRecorder | null): void {
  takeLine(newLine, newRecorder);
  for (const { array, of, fill } of columns) if (of !== "part") array.fill(fill, 0, used[of]);
  for (let m = 0; m < line.machineStation.length; m++)
    failureBase[m + 1] = failureBase[m]! + line.stationOf[m]!.failures.length;
  events.begin(line.slotRanks);
  parts[Parts.free] = NONE;
}

function takeLine(newLine: CompiledLine, newRecorder: TraceRecorder | null): void {
  line = newLine;
  recordInto(newRecorder);
  stream = streamsOf(line);
  writeTable(line, stream.machine);
  takeSamplers(line.samplers);
  used.machine = line.machineStation.length + 1;
  used.machineState = line.machineStation.length * COUNTED;
  used.ahead = line.machineStation.length * 2;
  used.aheadValue = used.ahead * BATCH;
  used.failure = line.failures;
  used.station = line.stations.length;
  used.flow = line.flows.length;
  used.mover = line.flows.length + line.stations.length;
  used.vehicle = line.vehicles;
  used.vehicleState = line.vehicles * VEHICLE_STATES;
  used.wear = line.wears;
  used.robot = line.robots;
  used.loop = line.loops.length;
  used.pool = line.pools.length;
  used.product = line.products.length;
  used.stream = stream.count;
  used.word = stream.count * 4;
  used.slot = line.slotRanks.length;
  used.node = used.slot * 2;
}

/** From here on what happens is recorded, or no longer. */
export function recordInto(newRecorder: TraceRecorder | null): void {
  recorder = newRecorder;
  isRecorded[0] = newRecorder === null ? 0 : 1;
}

/** A run as it stands, to be kept, sent to another worker and gone on with there. One flat buffer. */
export type Snapshot = ArrayBuffer;

/** Copies the run at hand. */
export function saveState(): Snapshot {
  used.part = parts[Parts.used]!;
  let bytes = 8;
  for (const { array, of } of columns) bytes += padded(used[of] * array.BYTES_PER_ELEMENT);
  const snapshot = new ArrayBuffer(bytes);
  new Float64Array(snapshot, 0, 1)[0] = used.part;
  let at = 8;
  for (const { array, of } of columns) {
    const length = used[of] * array.BYTES_PER_ELEMENT;
    new Uint8Array(snapshot, at, length).set(new Uint8Array(array.buffer, array.byteOffset, length));
    at += padded(length);
  }
  return snapshot;
}

/** Goes back to a kept run of the same line. Throws when the snapshot is of a line of another shape. */
export function restoreState(newLine: CompiledLine, snapshot: Snapshot, newRecorder: TraceRecorder | null): void {
  takeLine(newLine, newRecorder);
  used.part = snapshot.byteLength >= 8 ? new Float64Array(snapshot, 0, 1)[0]! : -1;
  let bytes = 8;
  for (const { array, of } of columns) bytes += padded(used[of] * array.BYTES_PER_ELEMENT);
  if (bytes !== snapshot.byteLength) throw new Error("the snapshot is of another line");
  let at = 8;
  for (const { array, of } of columns) {
    const length = used[of] * array.BYTES_PER_ELEMENT;
    new Uint8Array(array.buffer, array.byteOffset, length).set(new Uint8Array(snapshot, at, length));
    at += padded(length);
  }
  events.resume(used.slot);
}

const padded = (bytes: number): number => (bytes + 7) & ~7;
