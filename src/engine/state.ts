import type { TraceRecorder } from "../trace";
import type { CompiledLine } from "./compile";
import { EventTree } from "./eventTree";
import { seedStream } from "./random";

/** What a machine is doing with the part on it. */
export const Phase = {
  idle: 0,
  waitSetter: 1,
  setup: 2,
  waitLoader: 3,
  loading: 4,
  waitOperator: 5,
  processing: 6,
  review: 7,
  blocked: 8,
  /** after a repair: the people released are asked for again */
  waitResume: 9,
} as const;

export const Down = { up: 0, response: 1, waitRepairer: 2, repair: 3 } as const;

/** States with reasons as counted: the eight of the line model first, then those that are split by reason. */
export const Counted = {
  working: 0,
  loading: 1,
  setup: 2,
  blocked: 3,
  starved: 4,
  waitingOperator: 5,
  down: 6,
  offShift: 7,
  setupWaiting: 8,
  downWaiting: 9,
  downResponse: 10,
  workingReview: 11,
} as const;
export const COUNTED = 12;

/** Bits of `partFlags`. */
export const Flag = { defective: 1, touched: 2, scrap: 4, rework: 8 } as const;

export const NONE = -1;

/**
 * The whole state of one run. Everything that changes lives in flat typed arrays (and a few numbers in `clock` and
 * `tally`), so that a run can be copied and continued bit by bit. Functions of the other files work on it.
 */
export class SimulationState {
  readonly line: CompiledLine;
  readonly events: EventTree;
  /** first slots of the kinds of events; machines come first at 0 */
  readonly slot: {
    failures: number;
    arrivals: number;
    batchWait: number;
    movers: number;
    shift: number;
    total: number;
  };
  /** stream indices */
  readonly stream: StreamIndex;
  readonly random: Uint32Array;
  recorder: TraceRecorder | null = null;

  /** [now, planned time at now, planned minus calendar offset, onShift 0/1, time of the last freeze, shift interval, week] */
  readonly clock = new Float64Array(7);

  // machines
  readonly phase: Uint8Array;
  readonly down: Uint8Array;
  readonly downFailure: Int32Array;
  readonly frozen: Uint8Array;
  /** time left of the activity interrupted by a failure, µs */
  readonly remaining: Float64Array;
  /** time left of the timer stopped at the end of planned time; −1 = none */
  readonly frozenLeft: Float64Array;
  readonly processTotal: Float64Array;
  readonly chunkStart: Float64Array;
  /** µs of processing so far; the clock of `operating` failures */
  readonly operatingAge: Float64Array;
  /** operating age at which the next operating failure falls due */
  readonly failureDue: Float64Array;
  /** 1 = the machine's timer stands for a failure, 0 = for the end of its activity */
  readonly timerIsFailure: Uint8Array;
  readonly sinceSetup: Float64Array;
  readonly startupScrap: Int32Array;
  readonly lastProduct: Int32Array;
  readonly setupFrom: Int32Array;
  /** head of the list of parts on the machine, and their number */
  readonly partHead: Int32Array;
  readonly partCount: Int32Array;
  readonly route: Int32Array;
  /** phase to go on with once the people released for a repair are back */
  readonly resumePhase: Uint8Array;
  readonly resumePool: Int32Array;
  readonly resumeCount: Int32Array;
  readonly heldPool: Int32Array;
  readonly heldCount: Int32Array;
  readonly repairHeldPool: Int32Array;
  readonly repairHeldCount: Int32Array;
  readonly requestPool: Int32Array;
  readonly requestCount: Int32Array;
  readonly requestTime: Float64Array;
  readonly nextWaiting: Int32Array;
  readonly nextBlocked: Int32Array;
  readonly blockedSince: Float64Array;
  readonly idleSince: Float64Array;

  // failures, by machine and position: failureBase[machine] + j
  readonly failureBase: Int32Array;
  /** operating: age at which it strikes; planned/calendar: time left while its clock stands */
  readonly failureAt: Float64Array;
  readonly failureLeft: Float64Array;
  readonly failurePending: Uint8Array;
  readonly failureParts: Float64Array;

  // queues of parts: buffers by flow, rework and raw queues by station; movers: transport by flow, then transit by station
  readonly bufferHead: Int32Array;
  readonly bufferTail: Int32Array;
  readonly bufferLength: Int32Array;
  /** places promised to parts under way or collected for departure */
  readonly reserved: Int32Array;
  readonly reworkHead: Int32Array;
  readonly reworkTail: Int32Array;
  readonly reworkLength: Int32Array;
  readonly rawHead: Int32Array;
  readonly rawTail: Int32Array;
  readonly rawLength: Int32Array;
  readonly blockedHead: Int32Array;
  readonly blockedTail: Int32Array;
  readonly moverHead: Int32Array;
  readonly lotHead: Int32Array;
  readonly lotTail: Int32Array;
  readonly lotLength: Int32Array;
  readonly idleMachines: Int32Array;

  // pools
  readonly poolFree: Int32Array;
  readonly poolCount: Int32Array;
  readonly poolHead: Int32Array;
  readonly poolDirty: Uint8Array;
  readonly anyDirty = new Uint8Array(1);

  // parts (grow together)
  partNext: Int32Array;
  partEntry: Float64Array;
  partArrived: Float64Array;
  partFlags: Uint8Array;
  partProduct: Int32Array;
  partSerial: Int32Array;
  partTarget: Int32Array;
  /** [first free, serials given out, parts in the line, raw parts created for lots, lot remaining, lot product] */
  readonly parts = new Int32Array(6);
  readonly productCredit: Float64Array;

  // statistics, in planned time since the last reset
  readonly countedState: Uint8Array;
  readonly stateSince: Float64Array;
  readonly stateTime: Float64Array;
  readonly bufferArea: Float64Array;
  readonly bufferSince: Float64Array;
  readonly rawArea: Float64Array;
  readonly rawSince: Float64Array;
  readonly poolArea: Float64Array;
  readonly poolCapacityArea: Float64Array;
  readonly poolSince: Float64Array;
  readonly poolWaiting: Int32Array;
  readonly poolWaitArea: Float64Array;
  readonly processed: Float64Array;
  readonly badParts: Float64Array;
  /** see Tally */
  readonly tally = new Float64Array(15);

  constructor(line: CompiledLine) {
    this.line = line;
    const S = line.stations.length;
    const M = line.machineStation.length;
    const F = line.flows.length;
    const P = line.pools.length;
    this.failureBase = new Int32Array(M + 1);
    for (let m = 0; m < M; m++) {
      this.failureBase[m + 1] = this.failureBase[m]! + line.stations[line.machineStation[m]!]!.failures.length;
    }
    const failures = this.failureBase[M]!;
    const movers = F + S;
    this.slot = {
      failures: M,
      arrivals: M + failures,
      batchWait: M + failures + S,
      movers: M + failures + 2 * S,
      shift: M + failures + 2 * S + movers,
      total: M + failures + 2 * S + movers + 1,
    };
    const ranks: number[] = [];
    const rankOf = (m: number) => line.stations[line.machineStation[m]!]!.rank;
    for (let m = 0; m < M; m++) ranks[m] = rankOf(m);
    for (let m = 0; m < M; m++)
      for (let j = this.failureBase[m]!; j < this.failureBase[m + 1]!; j++) ranks[M + j] = rankOf(m);
    for (const s of line.stations) {
      ranks[this.slot.arrivals + s.index] = S + 1;
      ranks[this.slot.batchWait + s.index] = s.rank;
      ranks[this.slot.movers + F + s.index] = s.rank;
    }
    line.flows.forEach((f, i) => (ranks[this.slot.movers + i] = line.stations[f.to]!.rank));
    ranks[this.slot.shift] = S + 2;
    this.events = new EventTree(ranks);

    const i32 = (n: number, fill = 0) => new Int32Array(n).fill(fill);
    const f64 = (n: number, fill = 0) => new Float64Array(n).fill(fill);
    this.phase = new Uint8Array(M);
    this.down = new Uint8Array(M);
    this.downFailure = i32(M, NONE);
    this.frozen = new Uint8Array(M);
    this.remaining = f64(M);
    this.frozenLeft = f64(M, -1);
    this.processTotal = f64(M);
    this.chunkStart = f64(M);
    this.operatingAge = f64(M);
    this.failureDue = f64(M, Infinity);
    this.timerIsFailure = new Uint8Array(M);
    this.sinceSetup = f64(M);
    this.startupScrap = i32(M);
    this.lastProduct = i32(M, NONE);
    this.setupFrom = i32(M, NONE);
    this.partHead = i32(M, NONE);
    this.partCount = i32(M);
    this.route = i32(M, NONE);
    this.resumePhase = new Uint8Array(M);
    this.resumePool = i32(M, NONE);
    this.resumeCount = i32(M);
    this.heldPool = i32(M, NONE);
    this.heldCount = i32(M);
    this.repairHeldPool = i32(M, NONE);
    this.repairHeldCount = i32(M);
    this.requestPool = i32(M, NONE);
    this.requestCount = i32(M);
    this.requestTime = f64(M);
    this.nextWaiting = i32(M, NONE);
    this.nextBlocked = i32(M, NONE);
    this.blockedSince = f64(M);
    this.idleSince = f64(M);
    this.failureAt = f64(failures, Infinity);
    this.failureLeft = f64(failures, -1);
    this.failurePending = new Uint8Array(failures);
    this.failureParts = f64(failures, Infinity);
    this.bufferHead = i32(F, NONE);
    this.bufferTail = i32(F, NONE);
    this.bufferLength = i32(F);
    this.reserved = i32(F);
    this.reworkHead = i32(S, NONE);
    this.reworkTail = i32(S, NONE);
    this.reworkLength = i32(S);
    this.rawHead = i32(S, NONE);
    this.rawTail = i32(S, NONE);
    this.rawLength = i32(S);
    this.blockedHead = i32(F, NONE);
    this.blockedTail = i32(F, NONE);
    this.moverHead = i32(movers, NONE);
    this.lotHead = i32(F, NONE);
    this.lotTail = i32(F, NONE);
    this.lotLength = i32(F);
    this.idleMachines = i32(S);
    this.poolFree = i32(P);
    this.poolCount = i32(P);
    this.poolHead = i32(P, NONE);
    this.poolDirty = new Uint8Array(P);
    this.productCredit = f64(line.products.length);
    this.countedState = new Uint8Array(M).fill(Counted.starved);
    this.stateSince = f64(M);
    this.stateTime = f64(M * COUNTED);
    this.bufferArea = f64(F);
    this.bufferSince = f64(F);
    this.rawArea = f64(S);
    this.rawSince = f64(S);
    this.poolArea = f64(P);
    this.poolCapacityArea = f64(P);
    this.poolSince = f64(P);
    this.poolWaiting = i32(P);
    this.poolWaitArea = f64(P);
    this.processed = f64(S);
    this.badParts = f64(S);
    this.partNext = i32(0);
    this.partEntry = f64(0);
    this.partArrived = f64(0);
    this.partFlags = new Uint8Array(0);
    this.partProduct = i32(0);
    this.partSerial = i32(0);
    this.partTarget = i32(0);
    this.parts[0] = NONE;
    this.growParts(256);
    const { index, count } = streamIndices(line, this.failureBase);
    this.stream = index;
    this.random = new Uint32Array(count * 4);
  }

  /** Seeds every stream for one replication. */
  seed(seed: number, replication: number): void {
    const { line, stream, random } = this;
    const put = (index: number, place: string, purpose: string, machine: number) =>
      seedStream(random, index, `${place}/${purpose}`, [seed, replication, machine]);
    put(stream.product, "line", "product", 0);
    line.pools.forEach((p, i) => put(stream.pool + i, `operators.${p.id}`, "rule", 0));
    line.flows.forEach((f, i) =>
      put(stream.transport + i, `${line.stations[f.from]!.id}>${line.stations[f.to]!.id}`, "transport", 0),
    );
    for (const s of line.stations) {
      put(stream.supply + s.index, s.id, "supply", 0);
      put(stream.batchWait + s.index, s.id, "batchWait", 0);
      put(stream.transit + s.index, s.id, "transit", 0);
      for (let k = 0; k < s.machines; k++) {
        const m = s.firstMachine + k;
        const base = stream.machine + m * MACHINE_STREAMS;
        machinePurposes.forEach((purpose, i) => put(base + i, s.id, purpose, k));
        s.failures.forEach((f, j) => {
          const o = stream.failure + (this.failureBase[m]! + j) * 2;
          put(o, s.id, `failure ${f.id}`, k);
          put(o + 1, s.id, `repair ${f.id}`, k);
        });
      }
    }
  }

  /** Room for `size` parts; all new places go to the free list, lowest index first. */
  growParts(size: number): void {
    const old = this.partNext.length;
    const grow = <T extends Int32Array | Float64Array | Uint8Array>(a: T, make: new (n: number) => T): T => {
      const b = new make(size);
      b.set(a);
      return b;
    };
    this.partNext = grow(this.partNext, Int32Array);
    this.partEntry = grow(this.partEntry, Float64Array);
    this.partArrived = grow(this.partArrived, Float64Array);
    this.partFlags = grow(this.partFlags, Uint8Array);
    this.partProduct = grow(this.partProduct, Int32Array);
    this.partSerial = grow(this.partSerial, Int32Array);
    this.partTarget = grow(this.partTarget, Int32Array);
    for (let i = size - 1; i >= old; i--) {
      this.partNext[i] = this.parts[0]!;
      this.parts[0] = i;
    }
  }
}

const machinePurposes = ["process", "load", "setup", "first", "quality", "review", "route"] as const;
export const MACHINE_STREAMS = machinePurposes.length;
export const Purpose = { process: 0, load: 1, setup: 2, first: 3, quality: 4, review: 5, route: 6 } as const;

export interface StreamIndex {
  product: number;
  pool: number;
  transport: number;
  supply: number;
  batchWait: number;
  transit: number;
  machine: number;
  failure: number;
}

function streamIndices(line: CompiledLine, failureBase: Int32Array): { index: StreamIndex; count: number } {
  let next = 0;
  const take = (n: number) => {
    const at = next;
    next += n;
    return at;
  };
  const S = line.stations.length;
  const M = line.machineStation.length;
  const index = {
    product: take(1),
    pool: take(line.pools.length),
    transport: take(line.flows.length),
    supply: take(S),
    batchWait: take(S),
    transit: take(S),
    machine: take(M * MACHINE_STREAMS),
    failure: take(failureBase[M]! * 2),
  };
  return { index, count: next };
}

/** Indices into `tally`: counts since the last reset. */
export const Tally = {
  entered: 0,
  good: 1,
  escaped: 2,
  scrapped: 3,
  absorbed: 4,
  lost: 5,
  flowTime: 6,
  flowCount: 7,
  firstPass: 8,
  wipArea: 9,
  wipSince: 10,
  resetAt: 11,
  events: 12,
  stalled: 13,
  inLineAtReset: 14,
} as const;

export const Clock = { now: 0, planned: 1, offset: 2, onShift: 3, frozenAt: 4, interval: 5, week: 6 } as const;
