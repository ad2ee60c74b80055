import { EventKind, type Trace } from "./columns";
import type { Keyframe } from "./keyframe";
import { nowhere, PartLists } from "./partLists";
import { Place } from "./places";

/**
 * The line as the rows of a trace make it, one row after the other. The typed arrays are the state itself, to be read and
 * never written; they stay the same objects when another window of the same run is begun.
 */
export class LineState extends PartLists {
  readonly machineCount: number;
  readonly stationCount: number;
  readonly flowCount: number;
  readonly poolCount: number;
  /** rises whenever the state has changed, so that a picture can be kept while it has not */
  version = 0;

  /** machine → index in `machineStates`, index in `stateReasons`, µs at which that state began */
  readonly machineState: Uint8Array;
  readonly machineReason: Uint8Array;
  readonly machineSince: Float64Array;
  /** people of pool p at machine m: [p × machineCount + m] */
  readonly operatorsAt: Int32Array;
  /** pool → people at any machine */
  readonly busy: Int32Array;
  /** vehicle → index in `vehicleStates`, flow it serves or served last (−1 = none) */
  readonly vehicleState: Uint8Array;
  readonly vehicleFlow: Int32Array;
  /**
   * station → parts that left from it sold (undetected defects included), sold with a defect, scrapped; since the run
   * began, or since the trace did where it does not say what was before
   */
  readonly finishedAt: Int32Array;
  readonly escapedAt: Int32Array;
  readonly scrappedAt: Int32Array;
  /** machine → parts built into others there */
  readonly absorbedAt: Int32Array;
  /** station → µs of the last part finished / scrapped there, and the slot it came from; −1 = none yet */
  readonly lastFinished: Float64Array;
  readonly lastFinishedFrom: Float64Array;
  readonly lastScrapped: Float64Array;
  readonly lastScrappedFrom: Float64Array;
  isOnShift = true;
  /** index of the shift that runs or ran last; −1 where the trace has none */
  shift = -1;

  private shown: Trace;
  private row = 0;
  private readonly counts: Int32Array;
  private readonly lastOut: Float64Array;

  constructor(trace: Trace) {
    const { layout } = trace;
    super(layout);
    this.shown = trace;
    this.machineCount = layout.machineStation.length;
    this.stationCount = layout.stations.length;
    this.flowCount = layout.flows.length;
    this.poolCount = layout.pools.length;
    const { machineCount, stationCount } = this;
    const vehicles = layout.vehicles?.length ?? 0;
    this.machineState = new Uint8Array(machineCount);
    this.machineReason = new Uint8Array(machineCount);
    this.machineSince = new Float64Array(machineCount);
    this.operatorsAt = new Int32Array(this.poolCount * machineCount);
    this.busy = new Int32Array(this.poolCount);
    this.vehicleState = new Uint8Array(vehicles);
    this.vehicleFlow = new Int32Array(vehicles);
    this.counts = new Int32Array(3 * stationCount + machineCount);
    this.finishedAt = this.counts.subarray(0, stationCount);
    this.escapedAt = this.counts.subarray(stationCount, 2 * stationCount);
    this.scrappedAt = this.counts.subarray(2 * stationCount, 3 * stationCount);
    this.absorbedAt = this.counts.subarray(3 * stationCount);
    this.lastOut = new Float64Array(4 * stationCount);
    this.lastFinished = this.lastOut.subarray(0, stationCount);
    this.lastFinishedFrom = this.lastOut.subarray(stationCount, 2 * stationCount);
    this.lastScrapped = this.lastOut.subarray(2 * stationCount, 3 * stationCount);
    this.lastScrappedFrom = this.lastOut.subarray(3 * stationCount);
    this.begin(trace);
  }

  /** The trace that is being read: of a long run, the window of now. */
  get trace(): Trace {
    return this.shown;
  }
  /** The next row to be applied. */
  protected get at(): number {
    return this.row;
  }

  /** The state before the first row of a trace of the same run. */
  protected begin(trace: Trace): void {
    const { columns, before } = trace;
    this.shown = trace;
    this.row = 0;
    // before its first shift row the line is in the opposite condition; a trace without shifts runs round the clock
    const firstShift = columns.kind.indexOf(EventKind.shift);
    this.isOnShift = firstShift < 0 || columns.a[firstShift] === 0;
    this.shift = -1;
    this.clearParts(trace);
    this.machineState.fill(0);
    this.machineReason.fill(0);
    this.machineSince.fill(trace.start);
    this.operatorsAt.fill(0);
    this.busy.fill(0);
    this.vehicleState.fill(0);
    this.vehicleFlow.fill(nowhere);
    this.lastOut.fill(-1);
    if (before === undefined) this.counts.fill(0);
    else this.counts.set(before.counts);
    this.version++;
  }

  operators(pool: number, machine: number): number {
    return this.operatorsAt[pool * this.machineCount + machine] ?? 0;
  }
  /** Parts sold as good so far, among them those with an undetected defect, and parts scrapped. */
  get finished(): number {
    return sum(this.finishedAt);
  }
  get escaped(): number {
    return sum(this.escapedAt);
  }
  get scrapped(): number {
    return sum(this.scrappedAt);
  }

  /** Applies the next row. */
  protected step(): void {
    const i = this.row;
    const { start, before, columns } = this.shown;
    const { time, kind, a, b, c } = columns;
    const t = time[i] as number;
    const x = a[i] as number;
    const y = b[i] as number;
    const z = c[i] as number;
    switch (kind[i]) {
      case EventKind.machineState:
        // the first rows say how it stands, not since when
        if (t === start) this.machineSince[x] = before?.machineSince[x] ?? t;
        else if (this.machineState[x] !== y) this.machineSince[x] = t;
        this.machineState[x] = y;
        this.machineReason[x] = z;
        break;
      case EventKind.partTo:
        if (y < Place.finished) this.enter(x, y, z, t);
        else this.takeOut(x, y, z, t);
        break;
      case EventKind.operators: {
        const cell = x * this.machineCount + y;
        this.operatorsAt[cell] = (this.operatorsAt[cell] as number) + z;
        this.busy[x] = (this.busy[x] as number) + z;
        break;
      }
      case EventKind.shift:
        this.isOnShift = x === 1;
        this.shift = y;
        break;
      case EventKind.defect:
        this.markDefect(x, y);
        break;
      case EventKind.vehicle:
        this.vehicleState[x] = y;
        this.vehicleFlow[x] = z;
        break;
    }
    this.row = i + 1;
    this.version++;
  }

  private takeOut(part: number, kind: number, index: number, t: number): void {
    const from = this.leave(part);
    if (kind === Place.finished) {
      this.finishedAt[index] = (this.finishedAt[index] as number) + 1;
      if (this.isDefective(part)) this.escapedAt[index] = (this.escapedAt[index] as number) + 1;
      this.lastFinished[index] = t;
      this.lastFinishedFrom[index] = from;
    } else if (kind === Place.scrapped) {
      this.scrappedAt[index] = (this.scrappedAt[index] as number) + 1;
      this.lastScrapped[index] = t;
      this.lastScrappedFrom[index] = from;
    } else this.absorbedAt[index] = (this.absorbedAt[index] as number) + 1;
  }

  /** The state as it stands, to come back to. */
  protected copy(): Keyframe {
    const operators: number[] = [];
    this.operatorsAt.forEach((people, cell) => {
      if (people !== 0) operators.push(cell, people);
    });
    return {
      row: this.row,
      onShift: this.isOnShift,
      shift: this.shift,
      machineState: this.machineState.slice(),
      machineReason: this.machineReason.slice(),
      machineSince: this.machineSince.slice(),
      operators: Int32Array.from(operators),
      vehicleState: this.vehicleState.slice(),
      vehicleFlow: this.vehicleFlow.slice(),
      counts: this.counts.slice(),
      lastOut: this.lastOut.slice(),
      ...this.copyParts(),
    };
  }

  /** Puts a kept state of this trace back. */
  protected restore(frame: Keyframe): void {
    this.row = frame.row;
    this.isOnShift = frame.onShift;
    this.shift = frame.shift;
    this.machineState.set(frame.machineState);
    this.machineReason.set(frame.machineReason);
    this.machineSince.set(frame.machineSince);
    this.counts.set(frame.counts);
    this.lastOut.set(frame.lastOut);
    this.vehicleState.set(frame.vehicleState);
    this.vehicleFlow.set(frame.vehicleFlow);
    this.operatorsAt.fill(0);
    this.busy.fill(0);
    for (let i = 0; i < frame.operators.length; i += 2) {
      const cell = frame.operators[i] as number;
      const people = frame.operators[i + 1] as number;
      const pool = Math.floor(cell / this.machineCount);
      this.operatorsAt[cell] = people;
      this.busy[pool] = (this.busy[pool] as number) + people;
    }
    this.restoreParts(frame);
    this.version++;
  }
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}
