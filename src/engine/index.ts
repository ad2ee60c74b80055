// Discrete-event simulation of one line: a scenario's line and a seed in; counters, or the trace of a watched run, out.
// Pure: no clock, no Math.random, own logarithms; the same input gives the same events, bit for bit, everywhere.
import type { Line, Problem, Run } from "../model";
import type { RunCounters } from "../measure";
import type { Trace } from "../trace";
import { compileLine } from "./compile";
import { countersOf } from "./counters";
import { recordTrace, runReplication } from "./simulate";

export { distributionQuantile } from "./sampler";
export { engineVersion } from "./simulate";

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
    runReplication(compiled, run, r);
    results.push(countersOf(r));
  }
  return results;
}

/** The watched run: everything that happens in replication `replication` in its first `calendarHours`. */
export function watch(line: Line, run: Run, replication: number, calendarHours: number): Trace {
  return recordTrace(compileOrThrow(line), run.seed, replication, calendarHours);
}

function compileOrThrow(line: Line) {
  const result = compileLine(line);
  if (!result.ok)
    throw new Error(`line not supported: ${result.problems.map((p) => `${p.path} ${p.params.what}`).join("; ")}`);
  return result.compiled;
}
