import { bestReliefs, gainIfRelieved, type Experiment, type ReliefAnswer, type ReliefKnown } from "../experiment";
import { heldBack, type PeriodBottlenecks } from "../measure";
import type { Studies } from "../store";

type Of = Studies["bottleneck"];

/**
 * What holds a line back: how long each resource was the bottleneck, over runs of a week each and in the run on screen,
 * then what it brings to relieve each place.
 */
export function* bottleneckStudy({ line, run, traces, fromHours }: Of["input"]): Experiment<Of["known"], Of["answer"]> {
  const period = heldBack(line, traces, fromHours);
  const relieving = gainIfRelieved(line, run);
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
