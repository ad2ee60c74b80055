import type { Line } from "../model";
import type { Trace } from "../trace";
import { activePeriods, type Resource } from "./activePeriods";
import { calendarAt, firstAfter, plannedAt, type PlannedAxis } from "./plannedAxis";
import { type BottleneckSpan, spansOf } from "./shifting";

/** How long a resource was the bottleneck: shares 0..1 of the planned time looked at. */
export interface BottleneckShare extends Resource {
  /** the only bottleneck */
  sole: number;
  /** it shared the role while the bottleneck shifted from one resource to another; both count */
  shifting: number;
  /** its active period was the longest: these shares add up to at most 1 */
  momentary: number;
  active: number;
}

export interface Bottlenecks {
  /** µs of calendar time */
  from: number;
  to: number;
  resources: Resource[];
  /** every resource, the one longest the bottleneck (sole and shifting together) first */
  shares: BottleneckShare[];
  /** in order, in µs of planned time since the start of the trace */
  spans: BottleneckSpan[];
  axis: PlannedAxis;
}

export interface MomentaryBottleneck {
  resource: Resource;
  /** the one it shifts from or to at this moment; null = it is the sole bottleneck */
  with: Resource | null;
  /** µs of calendar time for which it is so */
  from: number;
  to: number;
}

/**
 * The momentary bottleneck all through a trace, and each resource's share of the planned time from `from` to `to` (µs of
 * calendar time, clamped): the resource with the longest uninterrupted active period is the bottleneck of the moment
 * (Roser, Nakano, Tanaka 2001), sole or shifting (the same, "Shifting bottleneck detection", Winter Simulation
 * Conference 2002, 1079–1086). Active periods are those of `activePeriods`. Near the ends of a trace periods are cut
 * short, so a window of a few hours says less than a week. What it would bring to relieve the bottleneck is another
 * question, answered by simulation (`gainIfRelieved` in the room `experiment`).
 */
export function bottlenecks(
  trace: Trace,
  line: Line,
  { from = trace.start, to = trace.end, pauses = true }: { from?: number; to?: number; pauses?: boolean } = {},
): Bottlenecks {
  const { axis, resources, periods } = activePeriods(trace, line, { pauses });
  const spans = spansOf(periods);
  const low = plannedAt(axis, from);
  const high = plannedAt(axis, to);
  const share = (time: number): number => (high > low ? time / (high - low) : 0);
  const within = (span: { from: number; to: number }): number =>
    Math.max(0, Math.min(high, span.to) - Math.max(low, span.from));
  const times = resources.map(() => ({ sole: 0, shifting: 0, momentary: 0, active: 0 }));
  for (const period of periods) times[period.resource]!.active += within(period);
  for (const span of spans) {
    const own = times[span.resource]!;
    own.momentary += within(span);
    if (span.with === null) own.sole += within(span);
    else for (const of of [own, times[span.with]!]) of.shifting += within(span);
  }
  const shares = resources.map((resource, r): BottleneckShare => {
    const { sole, shifting, momentary, active } = times[r]!;
    return {
      ...resource,
      sole: share(sole),
      shifting: share(shifting),
      momentary: share(momentary),
      active: share(active),
    };
  });
  shares.sort((a, b) => b.sole + b.shifting - (a.sole + a.shifting));
  return { from, to, resources, shares, spans, axis };
}

/** The bottleneck at calendar time `t` (µs); null outside planned time, and while every resource waits. */
export function bottleneckAt({ axis, spans, resources }: Bottlenecks, t: number): MomentaryBottleneck | null {
  if (!axis.stretches.some((s) => s.from <= t && t < s.to)) return null;
  const planned = plannedAt(axis, t);
  const span = spans[firstAfter(spans, (s) => s.from > planned) - 1];
  if (span === undefined || span.to <= planned) return null;
  return {
    resource: resources[span.resource]!,
    with: span.with === null ? null : resources[span.with]!,
    from: calendarAt(axis, span.from),
    to: calendarAt(axis, span.to),
  };
}
