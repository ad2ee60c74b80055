import type { RunSnapshot } from "../src/engine";
import type { Line, Run } from "../src/model";
import type { ReplicationResult } from "../src/measure";
import type { DigestHours, Trace, TraceLayout, WhyDuring } from "../src/trace";

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

/** One run to be replayed: replication `replication` of (line, run), from time 0 for `calendarHours`. */
export interface ReplayRequest {
  line: Line;
  run: Run;
  replication: number;
  calendarHours: number;
}

export interface ReplayOpened {
  layout: TraceLayout;
  /** calendar hours of one window: as many as make a quick answer; window i begins at i × windowHours */
  windowHours: number;
}

/** Whose turn it is to be the momentary bottleneck, in order of time, µs of calendar time. */
export interface BottleneckColumns {
  from: Float64Array;
  to: Float64Array;
  /** station index, or −1 − pool index */
  resource: Int16Array;
}

/** The trace of window `index`, which begins a little earlier than the window, so that what is under way is known. */
export interface ReplayWindow {
  index: number;
  trace: Trace;
  bottlenecks: BottleneckColumns;
}

/**
 * What the worker of the watched runs answers. It keeps snapshots of each run, so that any window is there within a
 * fraction of a second, and goes on through the run step by step as it is asked to. `key` names a run.
 */
export interface ReplayWorker {
  open(key: string, request: ReplayRequest): ReplayOpened;
  /** A window; if the run has not come there yet, it goes there first. */
  window(key: string, index: number): ReplayWindow;
  /** The next hours of the run that nobody has been told yet; `done` = the last ones. */
  extend(key: string): { hours: DigestHours; done: boolean };
  /** For what a station's machines waited from `from` to `to` µs, which lie in one window. */
  causes(key: string, station: number, from: number, to: number): WhyDuring;
  /** Hash of the whole trace of the first `calendarHours`. */
  fingerprint(key: string, calendarHours: number): string;
  close(key: string): void;
}

/** The worker of the watched runs, from outside. */
export type Replayer = {
  [Name in keyof ReplayWorker]: (...args: Parameters<ReplayWorker[Name]>) => Promise<ReturnType<ReplayWorker[Name]>>;
} & { dispose(): void };
