import type { ReplicationResult } from "../measure";
import type { Line, Run } from "../model";

/** Replications `first` … `first + count − 1` of a line under a run; the run's own number of replications is ignored. */
export interface Batch {
  line: Line;
  run: Run;
  first: number;
  count: number;
}

/** What an experiment says each time it asks: the batches it needs next, and what it knows so far (to be shown). */
export interface Step<Known> {
  batches: readonly Batch[];
  known: Known;
}

/** Results of the batches asked for, in their order. */
export type Told = readonly (readonly ReplicationResult[])[];

/**
 * An experiment asks for batches of runs, is told their results in order, and returns its answer. It knows no worker and
 * no clock: whoever drives it may use one worker or eight, and stop it between two steps.
 */
export type Experiment<Known, Answer> = Generator<Step<Known>, Answer, Told>;
