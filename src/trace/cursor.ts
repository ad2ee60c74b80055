import { EventKind, type Trace } from "./columns";
import type { Keyframe } from "./keyframe";
import { Place, slotTable, type SlotTable } from "./places";

/** A part that is not in the line: not yet entered, or gone. Also "no part" at the end of a list. */
export const nowhere = -1;

/**
 * A window on a trace: the state of the line at `now`. `seek` goes anywhere, forwards by applying rows, backwards from
 * the nearest keyframe; keyframes are built on the first pass. Going to t at once and playing to t give the same state.
 *
 * The typed arrays are the state itself, to be read and never written. Steady playback allocates nothing.
 * Parts of one place form a list in order of arrival: `for (let p = cursor.first(slot); p !== nowhere; p = cursor.next(p))`.
 */
export class TraceCursor {
  readonly trace: Trace;
  readonly machineCount: number;
  readonly stationCount: number;
  readonly flowCount: number;
  readonly poolCount: number;
  /** µs; everything that happened at or before it is in the state */
  now: number;
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
  /** station → parts that left from it sold (undetected defects included), sold with a defect, scrapped; since `start` */
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

  private row = 0;
  private readonly slots: SlotTable;
  private readonly firstPart: number;
  private readonly product: Int32Array;
  private readonly place: Int32Array;
  private readonly from: Int32Array;
  private readonly since: Float64Array;
  private readonly defect: Uint8Array;
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly length: Int32Array;
  private readonly counts: Int32Array;
  private readonly lastOut: Float64Array;
  private readonly keyframes: Keyframe[] = [];
  private readonly stride: number;

  constructor(trace: Trace) {
    const { layout, columns } = trace;
    this.trace = trace;
    this.machineCount = layout.machineStation.length;
    this.stationCount = layout.stations.length;
    this.flowCount = layout.flows.length;
    this.poolCount = layout.pools.length;
    this.slots = slotTable(layout);
    this.stride = Math.max(2048, Math.ceil(columns.time.length / 400));

    let low = Number.POSITIVE_INFINITY;
    let high = -1;
    let firstShift = -1;
    for (let i = 0; i < columns.time.length; i++) {
      const kind = columns.kind[i] as number;
      if (kind === EventKind.partTo || kind === EventKind.partEnters) {
        const part = columns.a[i] as number;
        if (part < low) low = part;
        if (part > high) high = part;
      } else if (kind === EventKind.shift && firstShift < 0) firstShift = i;
    }
    this.firstPart = high < 0 ? 0 : low;
    const parts = high < 0 ? 0 : high - low + 1;
    this.product = new Int32Array(parts);
    for (let i = 0; i < columns.time.length; i++) {
      if (columns.kind[i] === EventKind.partEnters)
        this.product[(columns.a[i] as number) - low] = columns.b[i] as number;
    }

    const { machineCount, stationCount, slots } = this;
    this.machineState = new Uint8Array(machineCount);
    this.machineReason = new Uint8Array(machineCount);
    this.machineSince = new Float64Array(machineCount).fill(trace.start);
    this.operatorsAt = new Int32Array(this.poolCount * machineCount);
    this.busy = new Int32Array(this.poolCount);
    this.counts = new Int32Array(3 * stationCount + machineCount);
    this.finishedAt = this.counts.subarray(0, stationCount);
    this.escapedAt = this.counts.subarray(stationCount, 2 * stationCount);
    this.scrappedAt = this.counts.subarray(2 * stationCount, 3 * stationCount);
    this.absorbedAt = this.counts.subarray(3 * stationCount);
    this.lastOut = new Float64Array(4 * stationCount).fill(-1);
    this.lastFinished = this.lastOut.subarray(0, stationCount);
    this.lastFinishedFrom = this.lastOut.subarray(stationCount, 2 * stationCount);
    this.lastScrapped = this.lastOut.subarray(2 * stationCount, 3 * stationCount);
    this.lastScrappedFrom = this.lastOut.subarray(3 * stationCount);
    this.place = new Int32Array(parts).fill(nowhere);
    this.from = new Int32Array(parts).fill(nowhere);
    this.since = new Float64Array(parts);
    this.defect = new Uint8Array(parts);
    this.after = new Int32Array(parts).fill(nowhere);
    this.before = new Int32Array(parts).fill(nowhere);
    this.head = new Int32Array(slots.count).fill(nowhere);
    this.tail = new Int32Array(slots.count).fill(nowhere);
    this.length = new Int32Array(slots.count);

    // before its first shift row the line is in the opposite condition; a trace without shifts runs round the clock
    if (firstShift >= 0) this.isOnShift = columns.a[firstShift] === 0;
    this.now = Number.NEGATIVE_INFINITY;
    this.seek(trace.start);
  }

  /** The slot of a place: kind is an index in `placeKinds` (0–5), index as the trace says. */
  slot(kind: number, index: number): number {
    return (this.slots.offset[kind] as number) + index;
  }
  machineSlot(machine: number): number {
    return this.slot(Place.machine, machine);
  }
  bufferSlot(flow: number): number {
    return this.slot(Place.buffer, flow);
  }
  /** Kind of place (0–5) a slot belongs to. */
  kindOfSlot(slot: number): number {
    const { offset } = this.slots;
    let kind = offset.length - 1;
    while (kind > 0 && (offset[kind] as number) > slot) kind--;
    return kind;
  }
  indexOfSlot(slot: number): number {
    return slot - (this.slots.offset[this.kindOfSlot(slot)] as number);
  }
  /** Parts in a slot. */
  countIn(slot: number): number {
    return this.length[slot] ?? 0;
  }
  /** Serial number of the part that has been in the slot longest, or `nowhere`. */
  first(slot: number): number {
    const part = this.head[slot] ?? nowhere;
    return part === nowhere ? nowhere : part + this.firstPart;
  }
  next(part: number): number {
    const after = this.after[part - this.firstPart] ?? nowhere;
    return after === nowhere ? nowhere : after + this.firstPart;
  }
  /** Serial numbers in a slot, in order (makes an array: not for the frame loop). */
  partsIn(slot: number): number[] {
    const parts: number[] = [];
    for (let part = this.first(slot); part !== nowhere; part = this.next(part)) parts.push(part);
    return parts;
  }
  /** Slot in which a part is, or `nowhere`. */
  slotOf(part: number): number {
    return this.place[part - this.firstPart] ?? nowhere;
  }
  /** Slot from which it came to where it is, or `nowhere`; and the µs at which it came. */
  cameFrom(part: number): number {
    return this.from[part - this.firstPart] ?? nowhere;
  }
  cameAt(part: number): number {
    return this.since[part - this.firstPart] ?? this.trace.start;
  }
  isDefective(part: number): boolean {
    return this.defect[part - this.firstPart] === 1;
  }
  /** Product index of a part (0 where the trace does not say). */
  productOf(part: number): number {
    return this.product[part - this.firstPart] ?? 0;
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

  /** µs of the first event after `now`, or null. */
  nextEventTime(): number | null {
    return this.trace.columns.time[this.row] ?? null;
  }
  /** µs of the last event before `now`, or null. */
  previousEventTime(): number | null {
    const { time } = this.trace.columns;
    const row = firstRowAt(time, this.now, false);
    return row === 0 ? null : (time[row - 1] as number);
  }

  /** Goes to `t` µs (clamped to the trace). Returns whether the state is another one. */
  seek(t: number): boolean {
    const target = Math.min(this.trace.end, Math.max(this.trace.start, t));
    const version = this.version;
    if (target < this.now) {
      const row = firstRowAt(this.trace.columns.time, target, true);
      if (row < this.row) this.restore(row);
      this.advanceTo(row);
    } else {
      const { time } = this.trace.columns;
      // the usual frame: a few rows on; a long jump starts from the nearest keyframe already built
      const ahead = time[Math.min(time.length - 1, this.row + this.stride)];
      if (ahead !== undefined && ahead <= target) {
        const row = firstRowAt(time, target, true);
        const frame = this.keyframes[Math.min(this.keyframes.length - 1, Math.floor(row / this.stride))];
        if (frame && frame.row > this.row) this.restore(row);
        this.advanceTo(row);
      } else this.playTo(target);
    }
    this.now = target;
    return version !== this.version;
  }

  private playTo(target: number): void {
    const { time } = this.trace.columns;
    while (this.row < time.length && (time[this.row] as number) <= target) this.step();
  }
  private advanceTo(row: number): void {
    while (this.row < row) this.step();
  }

  private step(): void {
    const i = this.row;
    if (i % this.stride === 0 && this.keyframes.length === i / this.stride) this.keyframes.push(this.copy());
    const { time, kind, a, b, c } = this.trace.columns;
    const t = time[i] as number;
    const x = a[i] as number;
    const y = b[i] as number;
    const z = c[i] as number;
    switch (kind[i]) {
      case EventKind.machineState:
        if (this.machineState[x] !== y || t === this.trace.start) this.machineSince[x] = t;
        this.machineState[x] = y;
        this.machineReason[x] = z;
        break;
      case EventKind.partTo:
        this.move(x - this.firstPart, y, z, t);
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
        this.defect[x - this.firstPart] = y;
        break;
    }
    this.row = i + 1;
    this.version++;
  }

  private move(part: number, kind: number, index: number, t: number): void {
    const from = this.place[part] as number;
    if (from !== nowhere) this.unlink(part, from);
    if (kind < Place.finished) {
      const slot = (this.slots.offset[kind] as number) + index;
      const last = this.tail[slot] as number;
      this.before[part] = last;
      this.after[part] = nowhere;
      if (last === nowhere) this.head[slot] = part;
      else this.after[last] = part;
      this.tail[slot] = part;
      this.length[slot] = (this.length[slot] as number) + 1;
      this.place[part] = slot;
      this.from[part] = from;
      this.since[part] = t;
      return;
    }
    this.place[part] = nowhere;
    if (kind === Place.finished) {
      this.finishedAt[index] = (this.finishedAt[index] as number) + 1;
      if (this.defect[part] === 1) this.escapedAt[index] = (this.escapedAt[index] as number) + 1;
      this.lastFinished[index] = t;
      this.lastFinishedFrom[index] = from;
    } else if (kind === Place.scrapped) {
      this.scrappedAt[index] = (this.scrappedAt[index] as number) + 1;
      this.lastScrapped[index] = t;
      this.lastScrappedFrom[index] = from;
    } else this.absorbedAt[index] = (this.absorbedAt[index] as number) + 1;
  }

  private unlink(part: number, slot: number): void {
    const before = this.before[part] as number;
    const after = this.after[part] as number;
    if (before === nowhere) this.head[slot] = after;
    else this.after[before] = after;
    if (after === nowhere) this.tail[slot] = before;
    else this.before[after] = before;
    this.length[slot] = (this.length[slot] as number) - 1;
  }

  private copy(): Keyframe {
    const operators: number[] = [];
    this.operatorsAt.forEach((people, cell) => {
      if (people !== 0) operators.push(cell, people);
    });
    const parts: number[] = [];
    for (let slot = 0; slot < this.slots.count; slot++) {
      for (let part = this.head[slot] as number; part !== nowhere; part = this.after[part] as number) parts.push(part);
    }
    return {
      row: this.row,
      onShift: this.isOnShift,
      shift: this.shift,
      machineState: this.machineState.slice(),
      machineReason: this.machineReason.slice(),
      machineSince: this.machineSince.slice(),
      operators: Int32Array.from(operators),
      counts: this.counts.slice(),
      lastOut: this.lastOut.slice(),
      lengths: this.length.slice(),
      parts: Int32Array.from(parts),
      from: Int32Array.from(parts, (part) => this.from[part] as number),
      since: Float64Array.from(parts, (part) => this.since[part] as number),
      defect: Uint8Array.from(parts, (part) => this.defect[part] as number),
    };
  }

  /** Puts back the last keyframe at or before `row`. */
  private restore(row: number): void {
    const frame = this.keyframes[Math.min(this.keyframes.length - 1, Math.floor(row / this.stride))];
    if (!frame) return;
    this.row = frame.row;
    this.isOnShift = frame.onShift;
    this.shift = frame.shift;
    this.machineState.set(frame.machineState);
    this.machineReason.set(frame.machineReason);
    this.machineSince.set(frame.machineSince);
    this.counts.set(frame.counts);
    this.lastOut.set(frame.lastOut);
    this.operatorsAt.fill(0);
    this.busy.fill(0);
    for (let i = 0; i < frame.operators.length; i += 2) {
      const cell = frame.operators[i] as number;
      const people = frame.operators[i + 1] as number;
      const pool = Math.floor(cell / this.machineCount);
      this.operatorsAt[cell] = people;
      this.busy[pool] = (this.busy[pool] as number) + people;
    }
    this.place.fill(nowhere);
    this.from.fill(nowhere);
    this.defect.fill(0);
    this.head.fill(nowhere);
    this.tail.fill(nowhere);
    this.length.set(frame.lengths);
    let i = 0;
    for (let slot = 0; slot < this.slots.count; slot++) {
      let last = nowhere;
      for (let n = frame.lengths[slot] as number; n > 0; n--, i++) {
        const part = frame.parts[i] as number;
        this.before[part] = last;
        this.after[part] = nowhere;
        if (last === nowhere) this.head[slot] = part;
        else this.after[last] = part;
        last = part;
        this.place[part] = slot;
        this.from[part] = frame.from[i] as number;
        this.since[part] = frame.since[i] as number;
        this.defect[part] = frame.defect[i] as number;
      }
      this.tail[slot] = last;
    }
    this.version++;
  }
}

/** First row later than `t` (`after`), or at or later than `t`: binary search in a non-decreasing column. */
function firstRowAt(time: Float64Array, t: number, after: boolean): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = time[middle] as number;
    if (after ? at <= t : at < t) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
}
