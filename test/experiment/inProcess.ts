import { simulate } from "../../src/engine";
import { drive, type SimulateBatch } from "../../src/experiment/drive";
import type { Experiment } from "../../src/experiment/ask";
import { kpis } from "../../src/measure";

/** Simulates here and now, without a pool. */
export const here: SimulateBatch = (line, run, first, count) =>
  Promise.resolve(simulate(line, run, first, count).map((c) => kpis(line, c)));

/** Drives an experiment to its end, with all it said on the way. */
export async function told<Known, Answer>(
  experiment: Experiment<Known, Answer>,
  simulateBatch: SimulateBatch = here,
): Promise<{ answer: Answer; steps: Known[]; replications: number }> {
  const steps: Known[] = [];
  let replications = 0;
  const counting: SimulateBatch = (line, run, first, count) => {
    replications += count;
    return simulateBatch(line, run, first, count);
  };
  const answer = await drive(experiment, counting, { onStep: (known) => steps.push(known) });
  if (answer === null) throw new Error("cancelled");
  return { answer, steps, replications };
}
