import { physicsKey, type Line, type Run } from "../model";
import type { ReplicationResult } from "../measure";
import type { Batch, Experiment } from "./ask";

/** Simulates replications `first` … `first + count − 1`; in the app and the command line a pool of workers does. */
export type SimulateBatch = (line: Line, run: Run, first: number, count: number) => Promise<ReplicationResult[]>;

export interface DriveOptions<Known> {
  /** asked between steps; true = stop: `drive` then returns null */
  isCancelled?: () => boolean;
  onStep?: (known: Known) => void;
}

/**
 * Runs an experiment to its end. Replications already simulated for a physically equal line are not simulated again, and
 * results come back in the order asked for, so the answer does not depend on who computed what when. Null when cancelled.
 */
export async function drive<Known, Answer>(
  experiment: Experiment<Known, Answer>,
  simulate: SimulateBatch,
  { isCancelled, onStep }: DriveOptions<Known> = {},
): Promise<Answer | null> {
  const kept = new Map<string, Promise<ReplicationResult>[]>();
  const answer = (batch: Batch): Promise<ReplicationResult[]> => {
    const key = physicsKey(batch.line, batch.run);
    const known = kept.get(key) ?? [];
    kept.set(key, known);
    const wanted = Array.from({ length: batch.count }, (_, i) => batch.first + i);
    const missing = wanted.filter((r) => known[r] === undefined);
    const from = missing[0];
    const to = missing[missing.length - 1];
    if (from !== undefined && to !== undefined) {
      const made = simulate(batch.line, batch.run, from, to - from + 1);
      for (let r = from; r <= to; r++) known[r] ??= made.then((results) => results[r - from]!);
    }
    return Promise.all(wanted.map((r) => known[r]!));
  };
  let step = experiment.next([]);
  while (step.done !== true) {
    onStep?.(step.value.known);
    if (isCancelled?.() === true) {
      experiment.return(undefined as never);
      return null;
    }
    const told = await Promise.all(step.value.batches.map(answer));
    step = experiment.next(told);
  }
  return step.value;
}
