import { bestReliefs, gainIfRelieved, type Experiment, type ReliefAnswer, type ReliefKnown } from "../experiment";
import { bottlenecks, calendarAt, estimate, type Bottlenecks } from "../measure";
import type { HeldBack, PeriodBottlenecks, Studies } from "../store";

type Of = Studies["bottleneck"];

/**
 * What holds a line back: how long each resource was the bottleneck, over runs of a week each and in the run on screen,
 * then what it brings to relieve each place.
 */
export function* bottleneckStudy(input: Of["input"]): Experiment<Of["known"], Of["answer"]> {
  const period = periodOf(input);
  const relieving = gainIfRelieved(input.line, input.run);
  let step = relieving.next([]);
  while (step.done !== true)
    step = relieving.next(yield { batches: step.value.batches, known: withBest(period, step.value.known) });
  return withBest(period, step.value);
}

const withBest = <Relief extends ReliefKnown | ReliefAnswer>(period: PeriodBottlenecks, relief: Relief) => ({
  period,
  relief,
  best: bestReliefs(relief.ranked),
});

/** Shares of planned time after the line has filled; the interval is over the runs. */
export function periodOf({ line, traces, fromHours }: Of["input"]): PeriodBottlenecks {
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

function turnsOf(run: Bottlenecks | undefined): PeriodBottlenecks["turns"] {
  if (run === undefined) return [];
  const { axis, spans, resources } = run;
  return spans.map((span) => ({
    kind: resources[span.resource]!.kind,
    id: resources[span.resource]!.id,
    with: span.with === null ? null : resources[span.with]!.id,
    from: calendarAt(axis, span.from),
    to: calendarAt(axis, span.to),
  }));
}
