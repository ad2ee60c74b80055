import { EventKind, type Trace, type TraceLayout } from "./columns";
import { Place, slotTable, type SlotTable } from "./places";

/** A part that is not in the line: not yet entered, or gone. Also "no part" at the end of a list. */
export const nowhere = -1;

/** The parts of all slots, slot after slot, each slot's in order; `lengths` says how many. */
export interface KeptParts {
  lengths: Int32Array;
  parts: Int32Array;
  from: Int32Array;
  since: Float64Array;
  defect: Uint8Array;
}

/**
 * Where every part is. Parts of one place form a list in order of arrival:
 * `for (let p = lists.first(slot); p !== nowhere; p = lists.next(p))`.
 */
export class PartLists {
  private readonly slots: SlotTable;
  private firstPart = 0;
  // of the parts of the trace, grown when another one has more
  private product = new Int32Array(0);
  private place = new Int32Array(0);
  private from = new Int32Array(0);
  private since = new Float64Array(0);
  private defect = new Uint8Array(0);
  private after = new Int32Array(0);
  private before = new Int32Array(0);
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly length: Int32Array;

  constructor(layout: TraceLayout) {
    this.slots = slotTable(layout);
    this.head = new Int32Array(this.slots.count);
    this.tail = new Int32Array(this.slots.count);
    this.length = new Int32Array(this.slots.count);
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
    return this.since[part - this.firstPart] ?? 0;
  }
  isDefective(part: number): boolean {
    return this.defect[part - this.firstPart] === 1;
  }
  /** Product index of a part (0 where the trace does not say). */
  productOf(part: number): number {
    return this.product[part - this.firstPart] ?? 0;
  }
  /** No part anywhere; from now on the parts are those of this trace. */
  protected clearParts({ columns }: Trace): void {
    const { kind, a, b } = columns;
    let low = Number.POSITIVE_INFINITY;
    let high = -1;
    for (let i = 0; i < kind.length; i++) {
      if (kind[i] !== EventKind.partTo && kind[i] !== EventKind.partEnters) continue;
      const part = a[i] as number;
      if (part < low) low = part;
      if (part > high) high = part;
    }
    this.firstPart = high < 0 ? 0 : low;
    this.makeRoom(high < 0 ? 0 : high - low + 1);
    for (let i = 0; i < kind.length; i++) {
      if (kind[i] === EventKind.partEnters) this.product[(a[i] as number) - low] = b[i] as number;
    }
  }

  private makeRoom(parts: number): void {
    if (parts > this.place.length) {
      this.product = new Int32Array(parts);
      this.place = new Int32Array(parts);
      this.from = new Int32Array(parts);
      this.since = new Float64Array(parts);
      this.defect = new Uint8Array(parts);
      this.after = new Int32Array(parts);
      this.before = new Int32Array(parts);
    }
    this.product.fill(0);
    this.place.fill(nowhere);
    this.from.fill(nowhere);
    this.since.fill(0);
    this.defect.fill(0);
    this.head.fill(nowhere);
    this.tail.fill(nowhere);
    this.length.fill(0);
  }

  /** Moves a part to a place of the line, at the end of its list. */
  protected enter(serial: number, kind: number, index: number, t: number): void {
    const part = serial - this.firstPart;
    const from = this.place[part] as number;
    if (from !== nowhere) this.unlink(part, from);
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
  }

  /** Takes a part out of the line; returns the slot it came from. */
  protected leave(serial: number): number {
    const part = serial - this.firstPart;
    const from = this.place[part] as number;
    if (from !== nowhere) this.unlink(part, from);
    this.place[part] = nowhere;
    return from;
  }

  protected markDefect(serial: number, defect: number): void {
    this.defect[serial - this.firstPart] = defect;
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

  protected copyParts(): KeptParts {
    const parts: number[] = [];
    for (let slot = 0; slot < this.slots.count; slot++) {
      for (let part = this.head[slot] as number; part !== nowhere; part = this.after[part] as number) parts.push(part);
    }
    return {
      lengths: this.length.slice(),
      parts: Int32Array.from(parts),
      from: Int32Array.from(parts, (part) => this.from[part] as number),
      since: Float64Array.from(parts, (part) => this.since[part] as number),
      defect: Uint8Array.from(parts, (part) => this.defect[part] as number),
    };
  }

  protected restoreParts(frame: KeptParts): void {
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
  }
}
