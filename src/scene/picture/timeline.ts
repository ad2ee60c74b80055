import { EventKind, type Trace } from "../../trace";

/**
 * What happened to each of several things, in order of time, read once from the rows of a trace: entity e owns the
 * entries `offset[e]` to `offset[e + 1] − 1`. It tells what a cursor cannot: what came before, and until when.
 */
export interface Timeline {
  offset: Int32Array;
  /** µs */
  time: Float64Array;
  value: Int32Array;
}

/** Entries of each entity, given in order of time, as one timeline. */
export function timelineOf(entries: readonly (readonly [time: number, value: number])[][]): Timeline {
  const count = entries.reduce((sum, own) => sum + own.length, 0);
  const timeline: Timeline = {
    offset: new Int32Array(entries.length + 1),
    time: new Float64Array(count),
    value: new Int32Array(count),
  };
  let i = 0;
  entries.forEach((own, e) => {
    for (const [time, value] of own) {
      timeline.time[i] = time;
      timeline.value[i++] = value;
    }
    timeline.offset[e + 1] = i;
  });
  return timeline;
}

/** The last entry of an entity at or before `t`, or −1. */
export function entryAt({ offset, time }: Timeline, entity: number, t: number): number {
  let low = offset[entity] ?? 0;
  let high = offset[entity + 1] ?? 0;
  const first = low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((time[middle] ?? 0) <= t) low = middle + 1;
    else high = middle;
  }
  return low > first ? low - 1 : -1;
}

/** µs at which the entry's successor begins; infinite where the trace does not say. */
export function untilOf({ offset, time }: Timeline, entity: number, entry: number): number {
  return entry + 1 < (offset[entity + 1] ?? 0) ? (time[entry + 1] ?? Infinity) : Infinity;
}

/** The value before an entry; the entry's own where it is the first. */
export function valueBefore({ offset, value }: Timeline, entity: number, entry: number): number {
  return value[entry > (offset[entity] ?? 0) ? entry - 1 : entry] ?? 0;
}

/** Machine → its states (indices in `machineStates`), one entry a spell. */
export function machineTimeline({ columns, layout }: Trace): Timeline {
  return read(columns, EventKind.machineState, layout.machineStation.length, (i) => columns.b[i] ?? 0);
}

/** Vehicle → its state and flow: state + 4 × (flow + 1). */
export function vehicleTimeline({ columns, layout }: Trace): Timeline {
  return read(
    columns,
    EventKind.vehicle,
    layout.vehicles?.length ?? 0,
    (i) => (columns.b[i] ?? 0) + 4 * ((columns.c[i] ?? -1) + 1),
  );
}

/** Rows of one kind by what they are about; a row that says the same again is no new entry. */
function read(columns: Trace["columns"], kind: number, entities: number, valueOf: (row: number) => number): Timeline {
  const entries: [number, number][][] = Array.from({ length: entities }, () => []);
  if (entities > 0) {
    for (let i = 0; i < columns.time.length; i++) {
      if (columns.kind[i] !== kind) continue;
      const own = entries[columns.a[i] ?? 0];
      const value = valueOf(i);
      if (own && own[own.length - 1]?.[1] !== value) own.push([columns.time[i] ?? 0, value]);
    }
  }
  return timelineOf(entries);
}
