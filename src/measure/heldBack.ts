import type { Line } from "../model";
import type { Trace } from "../trace";
import { bottlenecks, type Bottlenecks } from "./bottleneck";
import { estimate } from "./estimate";
import { calendarAt } from "./plannedAxis";

/** How long one resource held the line back: shares of planned time, 0 … 1, with their 95 % intervals over the runs. */
export interface HeldBack {
  kind: "station" | "pool";
  id: string;
  sole: { mean: number; ci95: [number, number] };
  /** sole and shifting together */
  all: { mean: number; ci95: [number, number] };
}

/** Whose turn it is to hold the line back: µs of calendar time in the first run. */
export interface BottleneckTurn {
  kind: "station" | "pool";
  id: string;
  /** the one it shifts from or to meanwhile; null = it is the sole one */
  with: { kind: "station" | "pool"; id: string } | null;
  from: number;
  to: number;
}

/** The longest first, over runs of so many calendar hours; and turn by turn in the first of them. */
export interface PeriodBottlenecks {
  shares: HeldBack[];
  runs: number;
  hours: number;
  turns: BottleneckTurn[];
}

/** Who held a line back in these runs, from `fromHours` on (calendar hours from the start of each); shares of planned time. */
export function heldBack(line: Line, traces: readonly Trace[], fromHours: number): PeriodBottlenecks {
  const runs = traces.map((trace) => bottlenecks(trace, line, { from: trace.start + fromHours * 3600e6 }));
  const shares = (runs[0]?.resources ?? []).map(({ kind, id }): HeldBack => {
    const of = (which: "sole" | "all") => {
      const values = runs.map(({ shares: each }) => {
        const own = each.find((share) => share.kind === kind && share.id === id);
        return own === undefined ? 0 : own.sole + (which === "all" ? own.shifting : 0);
      });
      const { mean, ci95 } = estimate(values);
      return { mean, ci95: [Math.max(0, ci95[0]), Math.min(1, ci95[1])] as [number, number] };
    };
    return { kind, id, sole: of("sole"), all: of("all") };
  });
  shares.sort((a, b) => b.all.mean - a.all.mean);
  const first = runs[0];
  return {
    shares,
    runs: runs.length,
    hours: first === undefined ? 0 : (first.to - first.from) / 3600e6,
    turns: turnsOf(first),
  };
}

function turnsOf(run: Bottlenecks | undefined): BottleneckTurn[] {
  if (run === undefined) return [];
  const { axis, spans, resources } = run;
  const named = (resource: number) => ({ kind: resources[resource]!.kind, id: resources[resource]!.id });
  return spans.map((span) => ({
    ...named(span.resource),
    with: span.with === null ? null : named(span.with),
    from: calendarAt(axis, span.from),
    to: calendarAt(axis, span.to),
  }));
}
