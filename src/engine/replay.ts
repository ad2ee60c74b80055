import { calendarTimeAt, type Run } from "../model";
import type { RunCounters } from "../measure";
import { hashColumns, type Trace, TraceRecorder } from "../trace";
import { bookAll, resetStatistics } from "./accounting";
import * as Clock from "./codes/clock";
import type { CompiledLine } from "./compiled";
import { countersOf } from "./counters";
import { recordOpening } from "./opening";
import { HOUR, measureUntil, runUntil, startRun } from "./simulate";
import * as s from "./state";
import { seedStreams } from "./streams";
import { engineVersion } from "./version";

/**
 * A run as it stands at one moment: everything, in one flat buffer. It may be stored, sent to another worker and gone on
 * with there, bit for bit, with the same line.
 */
export interface RunSnapshot {
  state: ArrayBuffer;
  /** µs of calendar time */
  at: number;
  seed: number;
  replication: number;
  engineVersion: string;
}

/** Most bytes of columns one trace holds; a window that would be larger ends earlier. */
export const mostTraceBytes = 64 * 2 ** 20;

/** Runs one replication from time 0 and keeps it as it stands at each of `hours` (calendar hours, rising). */
export function keepRun(line: CompiledLine, run: Run, replication: number, hours: readonly number[]): RunSnapshot[] {
  startRun(line, run.seed, replication);
  return hours.map((hour) => {
    runUntil(Math.round(hour * HOUR));
    return keep(run.seed, replication);
  });
}

function keep(seed: number, replication: number): RunSnapshot {
  return { state: s.saveState(), at: s.clock[Clock.now]!, seed, replication, engineVersion };
}

function goBackTo(line: CompiledLine, snapshot: RunSnapshot, recorder: TraceRecorder | null): void {
  if (snapshot.engineVersion !== engineVersion)
    throw new Error(`snapshot of engine ${snapshot.engineVersion}, this is ${engineVersion}`);
  s.restoreState(line, snapshot.state, recorder);
}

/** The same run, further on. */
export function advance(line: CompiledLine, snapshot: RunSnapshot, toHour: number): RunSnapshot {
  goBackTo(line, snapshot, null);
  runUntil(Math.max(snapshot.at, Math.round(toHour * HOUR)));
  return keep(snapshot.seed, snapshot.replication);
}

/**
 * Everything that happens between the snapshot (or `fromHour`, if that is later) and `toHour`. The first rows, all at
 * the start, say how the line stands.
 */
export function windowOf(line: CompiledLine, snapshot: RunSnapshot, fromHour: number, toHour: number): Trace {
  goBackTo(line, snapshot, null);
  const from = Math.round(fromHour * HOUR);
  if (from > snapshot.at) runUntil(from);
  const recorder = new TraceRecorder();
  recordOpening(recorder);
  s.recordInto(recorder);
  return record(line, recorder, Math.round(toHour * HOUR), snapshot);
}

/** The trace of one replication from time 0 to `calendarHours`. */
export function recordTrace(line: CompiledLine, seed: number, replication: number, calendarHours: number): Trace {
  const recorder = new TraceRecorder();
  startRun(line, seed, replication, recorder);
  return record(line, recorder, Math.round(calendarHours * HOUR), { seed, replication });
}

function record(
  line: CompiledLine,
  recorder: TraceRecorder,
  until: number,
  { seed, replication }: { seed: number; replication: number },
): Trace {
  const start = s.clock[Clock.now]!;
  let end = start;
  // hour by hour, so that a window ends before it outgrows the memory it may have
  while (end < until && recorder.bytes < mostTraceBytes) {
    end = Math.min(until, end + HOUR);
    runUntil(end);
  }
  s.recordInto(null);
  const columns = recorder.columns();
  return {
    layout: {
      stations: line.stations.map((st) => ({ id: st.id, firstMachine: st.firstMachine, machines: st.machines })),
      machineStation: Array.from(line.machineStation),
      flows: line.flows.map((f) => ({ from: f.from, to: f.to, capacity: f.capacity === Infinity ? null : f.capacity })),
      pools: line.pools.map((p) => ({ id: p.id, kind: p.isRobot ? "robot" : "person" })),
      products: [...line.products],
      ...(line.vehicles > 0
        ? {
            vehicles: line.transporters.flatMap((v) =>
              Array.from({ length: v.count }, () => ({ id: v.id, kind: v.kind })),
            ),
          }
        : {}),
    },
    columns,
    start,
    end,
    seed,
    replication,
    engineVersion,
    hash: hashColumns(columns),
  };
}

/**
 * "From now": the line goes on from the snapshot for `hours` planned hours, once for each replication. What is under way
 * goes on as it was begun; everything drawn from then on is new luck.
 */
export function simulateFrom(
  line: CompiledLine,
  snapshot: RunSnapshot,
  run: Pick<Run, "hours" | "seed">,
  first: number,
  count: number,
): RunCounters[] {
  const results: RunCounters[] = [];
  for (let r = first; r < first + count; r++) {
    goBackTo(line, snapshot, null);
    seedStreams(line, s.random, s.failureBase, run.seed, r);
    s.aheadNext.fill(0, 0, line.machineStation.length * 2);
    resetStatistics();
    const from = s.clock[Clock.planned]!;
    const series = measureUntil(calendarTimeAt(line.planned, from + Math.round(run.hours * HOUR)));
    bookAll();
    results.push(countersOf(r, series));
  }
  return results;
}
