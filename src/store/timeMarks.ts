import { plannedTimeOf, type Calendar } from "../model";
import { countedKinds, EventKind, machineStates, Place, type CountedKind, type Trace } from "../trace";
import type { Replay } from "./replay";
import type { WatchedRun } from "./watchedRun";

const hour = 3600e6;
const week = 168 * hour;

export interface MarkedEvent {
  /** µs */
  time: number;
  kind: CountedKind;
  station: string;
}

const stateKinds = new Map<number, CountedKind>([
  [machineStates.indexOf("setup"), "setup"],
  [machineStates.indexOf("down"), "down"],
]);

/** Set-ups and stops as they begin, and parts as they are scrapped, of one station or of all, after `from` up to `to`. */
export function eventsOf(trace: Trace, station: string | null, from: number, to: number): MarkedEvent[] {
  const { columns, layout } = trace;
  const { time, kind, a, b, c } = columns;
  const events: MarkedEvent[] = [];
  const state = new Uint8Array(layout.machineStation.length).fill(255);
  const put = (row: number, what: CountedKind, at: number): void => {
    const t = time[row] ?? 0;
    const id = layout.stations[at]?.id;
    if (id !== undefined && t > from && t <= to && (station === null || id === station))
      events.push({ time: t, kind: what, station: id });
  };
  for (let row = 0; row < time.length; row++) {
    if (kind[row] === EventKind.partTo && b[row] === Place.scrapped) put(row, "scrapped", c[row] ?? -1);
    if (kind[row] !== EventKind.machineState) continue;
    const machine = a[row] ?? 0;
    const now = b[row] ?? 0;
    const before = state[machine];
    state[machine] = now;
    const what = stateKinds.get(now);
    // the first rows of a window say how it stands: nothing begins there but at the beginning of the run
    const isNews = (time[row] ?? 0) > trace.start || trace.start === 0;
    if (now !== before && what !== undefined && isNews) put(row, what, layout.machineStation[machine] ?? -1);
  }
  return events;
}

export interface ShiftSpan {
  /** µs of calendar time */
  start: number;
  end: number;
  /** index in the calendar */
  shift: number;
}

/** Shifts that touch a stretch of time, each with its breaks as one span; none where the line runs round the clock. */
export function shiftSpans(calendar: Calendar, from: number, to: number): ShiftSpan[] {
  if ("continuous" in calendar) return [];
  const { planned } = plannedTimeOf(calendar);
  const spans: ShiftSpan[] = [];
  for (let w = Math.max(0, Math.floor(from / week) - 1); w * week < to; w++) {
    planned.starts.forEach((start, i) => {
      const shift = planned.shift[i] ?? 0;
      const span = { start: w * week + start, end: w * week + (planned.ends[i] ?? start), shift };
      const last = spans.at(-1);
      if (last !== undefined && last.shift === shift && span.start - last.end < 3 * hour) last.end = span.end;
      else spans.push(span);
    });
  }
  return spans.filter((span) => span.end > from && span.start < to);
}

/** What is stepped from one to the next: events of one station or of all, or the beginnings of shifts. */
export interface EventFilter {
  station: string | null;
  kinds: readonly CountedKind[];
}

/**
 * The next event strictly after `from` (or the one before it), in any of the runs: the digests tell in which hour to look,
 * the window of that hour tells the moment. Null where there is none in what is known.
 */
export async function nextEvent(
  replay: Replay,
  runs: readonly WatchedRun[],
  from: number,
  direction: 1 | -1,
  filter: EventFilter,
): Promise<number | null> {
  const found = await Promise.all(runs.map((run) => nextOf(replay, run, from, direction, filter)));
  const times = found.filter((time) => time !== null);
  if (times.length === 0) return null;
  return direction === 1 ? Math.min(...times) : Math.max(...times);
}

async function nextOf(
  replay: Replay,
  run: WatchedRun,
  from: number,
  direction: 1 | -1,
  { station, kinds }: EventFilter,
): Promise<number | null> {
  for (let h = Math.floor(from / hour); h >= 0 && h * hour < run.known; h += direction) {
    if (!hasEvents(run, h, station, kinds)) continue;
    const window = await replay.load(run, h * hour);
    if (window === null) return null;
    const times = eventsOf(window.trace, station, h * hour - 1, (h + 1) * hour)
      .filter(({ time, kind }) => kinds.includes(kind) && (direction === 1 ? time > from : time < from))
      .map(({ time }) => time);
    if (times.length > 0) return direction === 1 ? Math.min(...times) : Math.max(...times);
  }
  return null;
}

function hasEvents({ digest, layout }: WatchedRun, h: number, station: string | null, kinds: readonly CountedKind[]) {
  return layout.stations.some(
    ({ id }, s) =>
      (station === null || id === station) &&
      kinds.some(
        (kind) => (digest.counted[(h * layout.stations.length + s) * 3 + countedKinds.indexOf(kind)] ?? 0) > 0,
      ),
  );
}
