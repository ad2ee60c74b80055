import type { RunSnapshot } from "../src/engine";
import type { Line, Run } from "../src/model";
import type { ReplicationResult } from "../src/measure";
import type { Trace } from "../src/trace";

/** Raised whenever a request or an answer changes its meaning; both ends compare it on connecting. */
export const contractVersion = 2;

export interface SimulateRequest {
  line: Line;
  run: Run;
  /** replication numbers [first, first + count) */
  first: number;
  count: number;
}

export interface WatchRequest {
  line: Line;
  run: Run;
  replication: number;
  /** calendar hours recorded from the start of the run (0 = Monday 00:00) */
  calendarHours: number;
}

/** A run kept as it stands at each of `hours` (calendar hours from its start, rising). */
export interface KeepRequest {
  line: Line;
  run: Run;
  replication: number;
  hours: number[];
}

/** The trace of a kept run from `fromHour` to `toHour`, calendar hours; the snapshot was taken at or before `fromHour`. */
export interface WindowRequest {
  line: Line;
  snapshot: RunSnapshot;
  fromHour: number;
  toHour: number;
}

/** What happens from now, with new luck in each replication [first, first + count). */
export interface FromNowRequest {
  line: Line;
  snapshot: RunSnapshot;
  run: Pick<Run, "hours" | "seed">;
  first: number;
  count: number;
}

/** What a simulation worker answers. Everything is structured-cloneable; trace columns are transferred. */
export interface SimulationWorker {
  version(): number;
  simulate(request: SimulateRequest): ReplicationResult[];
  watch(request: WatchRequest): Trace;
  keep(request: KeepRequest): RunSnapshot[];
  window(request: WindowRequest): Trace;
  fromNow(request: FromNowRequest): ReplicationResult[];
}

/** What the pool offers: the same in the browser and in Node, whatever the number of workers. */
export interface SimulationPool {
  readonly size: number;
  /**
   * All replications 0 … run.replications − 1 (or the given range), in order, whichever worker made them.
   * `onProgress(done, total)` at most ten times a second. Rejects with AbortError when `signal` aborts.
   */
  simulate(
    line: Line,
    run: Run,
    options?: {
      first?: number;
      count?: number;
      onProgress?: (done: number, total: number) => void;
      signal?: AbortSignal;
    },
  ): Promise<ReplicationResult[]>;
  watch(request: WatchRequest, signal?: AbortSignal): Promise<Trace>;
  /** Snapshots may be taken by one worker and gone on with by another: the run is the same. */
  keep(request: KeepRequest, signal?: AbortSignal): Promise<RunSnapshot[]>;
  window(request: WindowRequest, signal?: AbortSignal): Promise<Trace>;
  fromNow(request: FromNowRequest, signal?: AbortSignal): Promise<ReplicationResult[]>;
  dispose(): void;
}
