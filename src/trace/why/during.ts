import type { Line } from "../../model";
import type { Trace } from "../columns";
import { TraceCursor } from "../cursor";
import { explain, waitOf } from "./chain";
import { type Cause, type WaitKind, waitKinds, type WhyDuring, type WhyRoot } from "./types";
import { machinesOf, viewOf } from "./view";

interface Stretch {
  cause: Sum | null;
  from: number;
}

interface Sum {
  wait: WaitKind;
  root: WhyRoot;
  /** µs */
  time: number;
  longest: number;
  longestFrom: number;
  longestMachine: number;
}

/**
 * The root causes of all waiting of a machine, or of the machines of a station together, from `from` to `to` (µs, clamped to
 * the trace): every instant counts for the root that `whyAt` tells there. The rows are walked once. Time is calendar time:
 * a machine that runs unattended also waits at night.
 */
export function whyDuring(
  trace: Trace,
  line: Line,
  who: { machine: number } | { station: number },
  from: number,
  to: number,
): WhyDuring {
  const start = Math.min(trace.end, Math.max(trace.start, from));
  const end = Math.min(trace.end, Math.max(start, to));
  const cursor = new TraceCursor(trace);
  const view = viewOf(cursor, line);
  const machines = "machine" in who ? [who.machine] : machinesOf(view, who.station);
  const sums = new Map<string, Sum>();
  const stretches = machines.map((): Stretch => ({ cause: null, from: start }));
  cursor.seek(start);
  for (let next = start; next < end; cursor.seek(next)) {
    const now = cursor.now;
    next = Math.min(end, cursor.nextEventTime() ?? end);
    if (next === now) continue;
    machines.forEach((m, i) => {
      const cause = waitOf(view, m) === null ? null : causeAt(m);
      if (cause !== null) cause.time += next - now;
      const stretch = stretches[i]!;
      if (cause === stretch.cause) return;
      close(stretch, m, now);
      stretches[i] = { cause, from: now };
    });
  }
  machines.forEach((m, i) => close(stretches[i]!, m, end));

  function causeAt(m: number): Sum {
    const { wait, root } = explain(view, m);
    const key = [wait, root.kind, root.station, root.machine, root.flow, root.pool].join();
    let sum = sums.get(key);
    if (sum === undefined) {
      sum = { wait: wait!, root, time: 0, longest: 0, longestFrom: start, longestMachine: m };
      sums.set(key, sum);
    }
    return sum;
  }
  return result([...sums.values()], start, end, machines.length);
}

function close({ cause, from }: Stretch, machine: number, at: number): void {
  if (cause === null || at - from <= cause.longest) return;
  cause.longest = at - from;
  cause.longestFrom = from;
  cause.longestMachine = machine;
}

function result(sums: Sum[], from: number, to: number, machines: number): WhyDuring {
  const total = (kind: WaitKind | null): number =>
    sums.reduce((sum, { wait, time }) => (kind === null || wait === kind ? sum + time : sum), 0);
  const waiting = total(null);
  sums.sort((a, b) => b.time - a.time);
  return {
    from,
    to,
    total: ((to - from) * machines) / 1e6,
    waiting: waiting / 1e6,
    byWait: Object.fromEntries(waitKinds.map((kind) => [kind, total(kind) / 1e6])) as Record<WaitKind, number>,
    causes: sums.map(({ wait, root, time, longestFrom, longestMachine }): Cause => {
      return { wait, root, seconds: time / 1e6, share: time / waiting, longestFrom, longestMachine };
    }),
  };
}
