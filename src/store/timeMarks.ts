import { EventKind, machineStates, type Trace } from "../trace";

export interface MarkedEvent {
  /** µs */
  time: number;
  kind: "setup" | "down";
  station: string;
}

const setup = machineStates.indexOf("setup");
const down = machineStates.indexOf("down");

/** Set-ups and stops as they begin, of one station or of all. */
export function eventsOf(trace: Trace, station: string | null): MarkedEvent[] {
  const { columns, layout } = trace;
  const events: MarkedEvent[] = [];
  const state = new Uint8Array(layout.machineStation.length).fill(255);
  for (let row = 0; row < columns.time.length; row++) {
    if (columns.kind[row] !== EventKind.machineState) continue;
    const machine = columns.a[row] ?? 0;
    const now = columns.b[row] ?? 0;
    const before = state[machine];
    state[machine] = now;
    if (now === before || (now !== setup && now !== down)) continue;
    const id = layout.stations[layout.machineStation[machine] ?? -1]?.id;
    if (id === undefined || (station !== null && id !== station)) continue;
    events.push({ time: columns.time[row] ?? 0, kind: now === setup ? "setup" : "down", station: id });
  }
  return events;
}

export interface ShiftSpan {
  start: number;
  end: number;
  shift: number;
}

/** Planned time as spans; a break inside a shift closes the gap, so that a shift is one span. */
export function shiftSpans(trace: Trace): ShiftSpan[] {
  const { columns } = trace;
  const spans: ShiftSpan[] = [];
  let open: ShiftSpan | null = null;
  for (let row = 0; row < columns.time.length; row++) {
    if (columns.kind[row] !== EventKind.shift) continue;
    const time = columns.time[row] ?? 0;
    const shift = columns.b[row] ?? 0;
    if (columns.a[row] === 1) {
      const last = spans.at(-1);
      const isAfterBreak = open === null && last !== undefined && last.shift === shift && time - last.end < 3 * 3600e6;
      if (isAfterBreak) {
        open = last;
        spans.pop();
      } else {
        if (open !== null) spans.push({ ...open, end: time });
        open = { start: time, end: trace.end, shift };
      }
    } else if (open !== null) {
      spans.push({ ...open, end: time });
      open = null;
    }
  }
  if (open !== null) spans.push({ ...open, end: trace.end });
  return spans;
}

/** The nearest time strictly before or after `now` in a sorted list, by bisection; null at the end. */
export function neighbour(times: readonly number[], now: number, direction: -1 | 1): number | null {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const time = times[middle] ?? 0;
    if (direction === 1 ? time <= now : time < now) low = middle + 1;
    else high = middle;
  }
  return (direction === 1 ? times[low] : times[low - 1]) ?? null;
}
