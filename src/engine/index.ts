// Discrete-event simulation of one line: a scenario's line and a seed in; counters, or the trace of a watched run, out.
// Pure: no clock, no Math.random, own logarithms; the same input gives the same events, bit for bit, everywhere.
import type { Line, Problem, Run } from "../model";
import type { RunCounters } from "../measure";
import type { Trace } from "../trace";
import { compileLine } from "./compile";
import { countersOf } from "./counters";
import { advance, keepRun, recordTrace, type RunSnapshot, simulateFrom, windowOf } from "./replay";
import { runReplication } from "./simulate";

export { distributionQuantile } from "./sampler";
export type { RunSnapshot } from "./replay";
export { engineVersion } from "./version";

/** Constructs of a valid line that this engine cannot mean; empty when it can be simulated. */
export function unsupported(line: Line): Problem[] {
  const result = compileLine(line);
  return result.ok ? [] : result.problems;
}

/**
 * Runs replications first … first + count − 1 of a line and returns what each counted. The line must be supported
 * (`unsupported(line)` is empty); otherwise throws.
 */
export function simulate(line: Line, run: Run, first: number, count: number): RunCounters[] {
  const compiled = compileOrThrow(line);
  const results: RunCounters[] = [];
  for (let r = first; r < first + count; r++) {
    const series = runReplication(compiled, run, r);
    results.push(countersOf(r, series));
  }
  return results;
}

/** The watched run: everything that happens in replication `replication` in its first `calendarHours`. */
export function watch(line: Line, run: Run, replication: number, calendarHours: number): Trace {
  return recordTrace(compileOrThrow(line), run.seed, replication, calendarHours);
}

/** Runs one replication and keeps it as it stands at each of `hours` (calendar hours from its start, rising). */
export function snapshots(line: Line, run: Run, replication: number, hours: readonly number[]): RunSnapshot[] {
  return keepRun(compileOrThrow(line), run, replication, hours);
}

/** The run of a snapshot, gone on with to calendar hour `toHour`: the same, bit for bit, as if it had never stopped. */
export function continueRun(line: Line, snapshot: RunSnapshot, toHour: number): RunSnapshot {
  return advance(compileOrThrow(line), snapshot, toHour);
}

/** The trace from calendar hour `fromHour` to `toHour` of the run of a snapshot taken at or before `fromHour`. */
export function watchWindow(line: Line, snapshot: RunSnapshot, fromHour: number, toHour: number): Trace {
  return windowOf(compileOrThrow(line), snapshot, fromHour, toHour);
}

/** What the line does in the next `run.hours` planned hours, from how it stands in the snapshot, with new luck each time. */
export function fromNow(
  line: Line,
  snapshot: RunSnapshot,
  run: Pick<Run, "hours" | "seed">,
  first: number,
  count: number,
): RunCounters[] {
  return simulateFrom(compileOrThrow(line), snapshot, run, first, count);
}

function compileOrThrow(line: Line) {
  const result = compileLine(line);
  if (!result.ok)
    throw new Error(`line not supported: ${result.problems.map((p) => `${p.path} ${p.params.what}`).join("; ")}`);
  return result.compiled;
}
