import type { ActivePeriod } from "./activePeriods";

/** From `from` to `to` (µs of planned time) `resource` is the bottleneck; `with` = the one it shifts from or to meanwhile. */
export interface BottleneckSpan {
  from: number;
  to: number;
  resource: number;
  with: number | null;
}

/**
 * The momentary bottleneck: of the resources active at a time, the one whose active period is longest (over its whole
 * length, also what is still to come). Spans of the winners, in order; times without any active resource are left out.
 * Equal lengths: the one that began first, then the first resource.
 */
export function winners(periods: readonly ActivePeriod[]): { period: ActivePeriod; from: number; to: number }[] {
  const order = periods
    .filter((p) => p.to > p.from)
    .sort((a, b) => a.from - b.from || b.to - a.to || a.resource - b.resource);
  const found: { period: ActivePeriod; from: number; to: number }[] = [];
  const active: ActivePeriod[] = [];
  const length = (p: ActivePeriod): number => p.to - p.from;
  let next = 0;
  let now = order[0]?.from ?? 0;
  while (next < order.length || active.length > 0) {
    if (active.length === 0) now = Math.max(now, order[next]!.from);
    while (order[next] !== undefined && order[next]!.from <= now) active.push(order[next++]!);
    for (let i = active.length - 1; i >= 0; i--) if (active[i]!.to <= now) active.splice(i, 1);
    if (active.length === 0) continue;
    const best = active.reduce((a, b) => (length(b) > length(a) ? b : a));
    // somebody longer may begin before this one ends
    let until = best.to;
    for (let i = next; i < order.length && order[i]!.from < best.to; i++)
      if (length(order[i]!) > length(best)) {
        until = order[i]!.from;
        break;
      }
    found.push({ period: best, from: now, to: until });
    now = until;
  }
  return found;
}

/**
 * Sole and shifting bottleneck (Roser, Nakano, Tanaka 2002): where the active period of one momentary bottleneck overlaps
 * that of the next, the bottleneck shifts from the one to the other and both are it; else it is the sole one.
 */
export function spansOf(periods: readonly ActivePeriod[]): BottleneckSpan[] {
  const line = winners(periods);
  const spans: BottleneckSpan[] = [];
  const put = (from: number, to: number, resource: number, other: number | null): void => {
    if (to > from) spans.push({ from, to, resource, with: other });
  };
  line.forEach(({ period, from, to }, i) => {
    const before = line[i - 1]?.period;
    const after = line[i + 1]?.period;
    const shiftedTo = before === undefined ? from : Math.min(to, Math.max(from, before.to));
    const shiftsFrom = after === undefined ? to : Math.max(shiftedTo, Math.min(to, after.from));
    put(from, shiftedTo, period.resource, before?.resource ?? null);
    put(shiftedTo, shiftsFrom, period.resource, null);
    put(shiftsFrom, to, period.resource, after?.resource ?? null);
  });
  return spans;
}
